/** A curve for tests: four months around today, of which the last two are under a cap that is passed. */
import type { Curve } from "../../../bindings/Curve";
import type { CurvePoint } from "../../../bindings/CurvePoint";

export const point = (month: string, last: number, more: Partial<CurvePoint> = {}): CurvePoint => ({
  period: { first: `${month}-01`, last: `${month}-${last}` },
  planned: 0,
  actual: null,
  forecast: 0,
  low: 0,
  high: 0,
  cap: null,
  ...more,
});

export const curve: Curve = {
  currency: "EUR",
  digits: 2,
  today: "2026-11-23",
  points: [
    point("2026-10", 31, { planned: 10_000, actual: 12_000, forecast: 12_000, low: 12_000, high: 12_000 }),
    point("2026-11", 30, { planned: 20_000, actual: 15_000, forecast: 18_000, low: 17_000, high: 19_000 }),
    point("2026-12", 31, { planned: 30_000, forecast: 28_000, low: 25_000, high: 33_000, cap: 27_000 }),
    point("2027-01", 31, { planned: 40_000, forecast: 38_000, low: 33_000, high: 47_000, cap: 27_000 }),
  ],
  over: [{ line: "l1", name: "Cloud", by: 11_000, passed_on: "2026-12-28", reason: "It is over." }],
  undated: 500,
};

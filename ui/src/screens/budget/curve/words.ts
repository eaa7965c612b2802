/** What the chart says in words. */
import type { CurvePoint } from "../../../bindings/CurvePoint";
import type { OverCap } from "../../../bindings/OverCap";
import { written } from "../../../state/days";
import { type Currency, writtenMoney } from "../../../state/money";
import type { SeriesName } from "./picture";

export const SERIES_WORDS: Record<SeriesName, string> = {
  planned: "Planned",
  actual: "Actual",
  forecast: "Forecast",
  cap: "Cap",
};

/** What a point has to say, in the order of importance. */
export function partsOf(point: CurvePoint): { name: SeriesName; amount: number }[] {
  const { planned, actual, forecast, cap } = point;
  return [
    { name: "planned" as const, amount: planned },
    ...(actual === null ? [] : [{ name: "actual" as const, amount: actual }]),
    { name: "forecast" as const, amount: forecast },
    ...(cap === null ? [] : [{ name: "cap" as const, amount: cap }]),
  ];
}

/** What is left of the cap by the end of a period, or by how much it is passed; null without a cap. */
export function leftWords({ cap, forecast }: CurvePoint, currency: Currency): string | null {
  if (cap === null) return null;
  const left = cap - forecast;
  return left < 0
    ? `${writtenMoney(-left, currency)} over the cap`
    : `${writtenMoney(left, currency)} under the cap`;
}

export function rangeWords({ low, high }: CurvePoint, currency: Currency): string | null {
  return low === high ? null : `${writtenMoney(low, currency)} to ${writtenMoney(high, currency)}`;
}

/** A point as a screen reader says it: “By the end of March 2027: planned €900.00, forecast €950.00, cap €1,000.00.” */
export function spokenPoint(name: string, point: CurvePoint, currency: Currency): string {
  const range = rangeWords(point, currency);
  const parts = partsOf(point).map(({ name: part, amount }) => {
    const told = `${SERIES_WORDS[part].toLowerCase()} ${writtenMoney(amount, currency)}`;
    return part === "forecast" && range !== null ? `${told}, from ${range}` : told;
  });
  const left = leftWords(point, currency);
  return `By the end of ${name}: ${[...parts, ...(left === null ? [] : [left])].join(", ")}.`;
}

export const passedWords = ({ name, passed_on }: OverCap): string =>
  `${name} passes its cap on ${written(passed_on)}`;

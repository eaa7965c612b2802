import { expect, it } from "vitest";

import { curve, point } from "./fake-curve";
import { keptApart, pictureOf } from "./picture";
import { everyWhich, ticksUpTo } from "./scale";
import { leftWords, spokenPoint } from "./words";

const size = { width: 700, height: 400 };
const margin = { left: 50, right: 50 };
const euros = { code: "EUR", digits: 2 };
/** The places that a path goes through. */
const through = (path = "") =>
  [...path.matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);

it("writes round amounts at the axis, from nothing to the first that is not below the largest", () => {
  expect(ticksUpTo(47_000, 5)).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000]);
  expect(ticksUpTo(9_000, 4)).toEqual([0, 2_500, 5_000, 7_500, 10_000]);
  expect(ticksUpTo(0, 4)).toEqual([0, 1]);
  expect(ticksUpTo(3, 8)).toEqual([0, 1, 2, 3]);
  expect(ticksUpTo(1e12, 5).length).toBeLessThan(8);
});

it("names as many periods as have room, in steps that years consist of", () => {
  expect(everyWhich(12, 12, 700, 44)).toBe(1);
  expect(everyWhich(24, 12, 700, 44)).toBe(2);
  expect(everyWhich(60, 12, 300, 44)).toBe(12);
  expect(everyWhich(200, 12, 300, 44)).toBe(36);
  expect(everyWhich(9, 4, 200, 44)).toBe(4);
});

it("draws what is spent up to today, and goes on from there with what is to come", () => {
  const picture = pictureOf(curve, size, margin);
  const series = (name: string) => picture.series.find((each) => each.name === name);
  const [spent, ahead] = [through(series("actual")?.path), through(series("forecast")?.path)];
  expect(spent).toHaveLength(3);
  expect(spent.at(-1)?.[0]).toBeCloseTo(picture.today ?? 0, 0);
  expect(ahead[0]).toEqual(spent.at(-1));
  expect(ahead).toHaveLength(4);
  expect(through(series("planned")?.path)[0]?.[1]).toBe(picture.area.bottom);
  expect(picture.band).not.toBe("");
});

it("draws a cap only through the periods in which it holds", () => {
  const picture = pictureOf(curve, size, margin);
  const cap = through(picture.series.find(({ name }) => name === "cap")?.path);
  expect(cap[0]?.[0]).toBeCloseTo(picture.periods[2]?.left ?? 0, 0);
  expect(new Set(cap.map(([, y]) => y)).size).toBe(1);
  const gap = { ...curve, points: curve.points.map((each, at) => ({ ...each, cap: at === 1 ? null : 9 })) };
  const path = pictureOf(gap, size, margin).series.find(({ name }) => name === "cap")?.path ?? "";
  expect(path.match(/M/g)).toHaveLength(2);
});

it("marks the day on which a cap is passed where the forecast is then", () => {
  const { marks, periods, area } = pictureOf(curve, size, margin);
  const [december, january] = [periods[2], periods[3]];
  expect(marks[0]?.x).toBeGreaterThan(december?.left ?? 0);
  expect(marks[0]?.x).toBeLessThan(january?.left ?? 0);
  const y = area.bottom - (27_032 / 50_000) * (area.bottom - area.top);
  expect(marks[0]?.y).toBeCloseTo(y, 0);
});

it("has neither a range nor a forecast when all is past", () => {
  const past = { ...curve, today: "2027-06-01", points: curve.points.slice(0, 1), over: [] };
  const picture = pictureOf(past, size, margin);
  expect(picture.series.map(({ name }) => name)).toEqual(["planned", "actual"]);
  expect([picture.band, picture.today]).toEqual(["", null]);
});

it("keeps labels apart, as near to their places as that allows", () => {
  expect(keptApart([100, 102, 200], 15, 0, 300)).toEqual([100, 115, 200]);
  expect(keptApart([298, 20, 299], 15, 0, 300)).toEqual([285, 20, 300]);
});

it("says a point as one hears it", () => {
  const december = curve.points[2] ?? point("2026-12", 31);
  expect(spokenPoint("December 2026", december, euros)).toBe(
    "By the end of December 2026: planned €300.00, forecast €280.00, from €250.00 to €330.00, cap €270.00, €10.00 over the cap.",
  );
  expect(leftWords({ ...december, cap: 28_000 }, euros)).toBe("€0.00 under the cap");
  expect(leftWords(curve.points[0] ?? december, euros)).toBeNull();
});

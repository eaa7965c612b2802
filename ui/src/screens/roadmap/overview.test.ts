import { expect, it } from "vitest";

import { numberOf } from "../../state/days";
import { dayAt, heights, rangeOf, standingIn, windowOf, xOf } from "./overview";

const overview = {
  first: "2026-01-01",
  last: "2026-12-31",
  // Five stretches of 73 days; bars on the second and the third.
  counts: [0, 2, 6, 0, 0],
  milestones: ["2026-10-01"],
};

it("reaches from the first bar, milestone or today to the last, with some days around", () => {
  const range = rangeOf(overview, numberOf("2026-07-01"));
  expect(range.first).toBe(numberOf("2026-03-15") - 30);
  expect(range.first + range.days).toBe(numberOf("2026-10-01") + 30);
  const alone = rangeOf({ ...overview, counts: [0], milestones: [] }, numberOf("2026-07-01"));
  expect(alone).toEqual({ first: numberOf("2026-06-01"), days: 60 });
});

it("tells days by their place and places by their day", () => {
  const range = { first: 100, days: 50 };
  expect(xOf(125, range, 1000)).toBe(500);
  expect(dayAt(500, range, 1000)).toBe(125);
});

it("shows what is in sight as far as it is on the strip, and never too narrow to be held", () => {
  const range = { first: 0, days: 1000 };
  expect(windowOf(-50, 500, range, 100)).toEqual({ left: 0, right: 50 });
  expect(windowOf(500, 501, range, 100)).toEqual({ left: 43.05, right: 57.05 });
  expect(windowOf(5000, 6000, range, 100)).toEqual({ left: 86, right: 100 });
});

it("counts at each point the most that comes together there", () => {
  const from = numberOf("2026-01-01");
  expect(heights(overview, { first: from, days: 365 }, 5)).toEqual([0, 2, 6, 0, 0]);
  expect(heights(overview, { first: from, days: 365 }, 2)).toEqual([6, 6]);
  expect(heights(overview, { first: from - 365, days: 365 }, 3)).toEqual([0, 0, 0]);
});

it("tells where bars stand, and the day nearest to another on which one does", () => {
  const asked = (day: string) => standingIn(overview, numberOf(day))!;
  const [second, fourth] = [numberOf("2026-03-15"), numberOf("2026-08-08")];
  expect(asked("2026-11-23")).toEqual({ first: second, end: fourth, nearest: fourth - 1 });
  expect(asked("2026-01-05").nearest).toBe(second);
  expect(asked("2026-05-05").nearest).toBe(numberOf("2026-05-05"));
  const bare = { ...overview, counts: [0, 0, 0, 0, 0] };
  const october = numberOf("2026-10-01");
  expect(standingIn(bare, 0)).toEqual({ first: october, end: october + 1, nearest: october });
  expect(standingIn({ ...bare, milestones: [] }, 0)).toBeNull();
});

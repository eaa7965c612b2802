import { expect, it } from "vitest";

import { isoOf, numberOf } from "../state/days";
import { placeInWeek, plusMonths, weeksOf } from "./month";

it("shows whole weeks from the plan's first day of the week", () => {
  const weeks = weeksOf(numberOf("2027-02-10"), "monday");
  expect(weeks.map((week) => isoOf(week[0]!))).toEqual([
    "2027-02-01",
    "2027-02-08",
    "2027-02-15",
    "2027-02-22",
  ]);
  expect(isoOf(weeksOf(numberOf("2027-02-28"), "sunday")[0]![0]!)).toBe("2027-01-31");
  expect(weeksOf(numberOf("2027-05-31"), "monday")).toHaveLength(6);
});

it("knows the place of a day in its week, before 1970 too", () => {
  expect(placeInWeek(numberOf("2026-11-23"), "monday")).toBe(0);
  expect(placeInWeek(numberOf("2026-11-22"), "monday")).toBe(6);
  expect(placeInWeek(numberOf("1950-01-01"), "sunday")).toBe(0);
});

it("goes from month to month without leaving a shorter one", () => {
  expect(isoOf(plusMonths(numberOf("2027-01-31"), 1))).toBe("2027-02-28");
  expect(isoOf(plusMonths(numberOf("2027-03-31"), -1))).toBe("2027-02-28");
  expect(isoOf(plusMonths(numberOf("2024-02-29"), 12))).toBe("2025-02-28");
});

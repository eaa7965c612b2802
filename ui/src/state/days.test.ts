import { expect, it } from "vitest";

import { isoOf, numberOf } from "./days";

it("reckons in days over leap days and before 1970", () => {
  expect(numberOf("1970-01-01")).toBe(0);
  expect(numberOf("2024-03-01") - numberOf("2024-02-28")).toBe(2);
  for (const day of ["1900-01-01", "1969-12-31", "2027-02-28", "2199-12-31"])
    expect(isoOf(numberOf(day))).toBe(day);
});

import { expect, it } from "vitest";

import { isoOf, numberOf, withEnd } from "./days";

it("reckons in days over leap days and before 1970", () => {
  expect(numberOf("1970-01-01")).toBe(0);
  expect(numberOf("2024-03-01") - numberOf("2024-02-28")).toBe(2);
  for (const day of ["1900-01-01", "1969-12-31", "2027-02-28", "2199-12-31"])
    expect(isoOf(numberOf(day))).toBe(day);
});

it("lets the other end of a span go along where the ends would cross", () => {
  const span = { first: "2027-02-01", last: "2027-02-28" };
  expect(withEnd(span, "first", "2027-02-03")).toEqual({ first: "2027-02-03", last: "2027-02-28" });
  expect(withEnd(span, "first", "2027-04-01")).toEqual({ first: "2027-04-01", last: "2027-04-01" });
  expect(withEnd(span, "last", "2027-01-05")).toEqual({ first: "2027-01-05", last: "2027-01-05" });
});

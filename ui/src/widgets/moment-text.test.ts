import { expect, it } from "vitest";

import { readMoment } from "./moment-text";

// A Monday.
const today = "2026-11-23";
const read = (text: string, fiscalYear = 1) => readMoment(text, { today, locale: "en-GB", fiscalYear });

it.each([
  ["monday", "2026-11-30"],
  ["next monday", "2026-11-30"],
  ["next fri", "2026-11-27"],
  ["last friday", "2026-11-20"],
  ["last monday", "2026-11-16"],
  ["next week", "2026-11-30"],
  ["last month", "2026-10-01"],
  ["next year", "2027-01-01"],
  ["Q3 2027", "2027-07-01"],
  ["q4", "2026-10-01"],
  ["h2 2027", "2027-07-01"],
  ["2028", "2028-01-01"],
  ["feb 2027", "2027-02-01"],
  ["September", "2026-09-01"],
  ["28 Feb 2027", "2027-02-28"],
  ["2027-02-28", "2027-02-28"],
  ["tomorrow", "2026-11-24"],
])("goes to %s", (text, day) => {
  expect(read(text)).toBe(day);
});

it("counts quarters and years as the plan does", () => {
  expect(read("Q1 2027", 4)).toBe("2026-04-01");
  expect(read("FY 2027", 10)).toBe("2026-10-01");
  expect(read("q4", 4)).toBe("2027-01-01");
});

it.each(["q5 2027", "h3", "someday", "next", ""])("knows no “%s”", (text) => expect(read(text)).toBeNull());

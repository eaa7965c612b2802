import { expect, it } from "vitest";

import { periodAfter, periodAround, periodHead, periodName, periodsAcross, union, unitOf } from "./periods";

it("cuts time into months, quarters and years of the fiscal year", () => {
  expect(periodAround("2028-02-29", "month", 1)).toEqual({ first: "2028-02-01", last: "2028-02-29" });
  expect(periodAround("2027-02-10", "quarter", 4)).toEqual({ first: "2027-01-01", last: "2027-03-31" });
  expect(periodAround("2027-01-31", "quarter", 2)).toEqual({ first: "2026-11-01", last: "2027-01-31" });
  expect(periodAround("2027-03-31", "year", 4)).toEqual({ first: "2026-04-01", last: "2027-03-31" });
  expect(periodAround("1900-01-01", "year", 12)).toEqual({ first: "1899-12-01", last: "1900-11-30" });
  const across = periodsAcross({ first: "2026-12-24", last: "2027-02-01" }, "month", 1);
  expect(across.map(({ last }) => last)).toEqual(["2026-12-31", "2027-01-31", "2027-02-28"]);
  expect(periodAfter(across[0]!, "month", -12)).toEqual({ first: "2025-12-01", last: "2025-12-31" });
});

it("joins spans", () => {
  const [a, b] = [
    { first: "2027-01-01", last: "2027-12-31" },
    { first: "2026-06-01", last: "2027-03-01" },
  ];
  expect(union([a!, b!])).toEqual({ first: "2026-06-01", last: "2027-12-31" });
  expect(union([])).toBeNull();
});

it("names periods as the axis does", () => {
  const name = (day: string, unit: "month" | "quarter" | "year", fiscalYear: number) =>
    periodName(periodAround(day, unit, fiscalYear), unit, fiscalYear);
  expect(name("2027-02-01", "month", 4)).toContain("2027");
  expect(name("2027-02-01", "quarter", 4)).toBe("Q4 FY 2027");
  expect(name("2027-04-01", "quarter", 4)).toBe("Q1 FY 2028");
  expect(name("2027-04-01", "quarter", 1)).toBe("Q2 2027");
  expect(name("2026-09-30", "year", 10)).toBe("FY 2026");
  expect(name("2026-10-01", "year", 10)).toBe("FY 2027");
  expect(name("2026-10-01", "year", 1)).toBe("2026");
  expect(periodHead(periodAround("2027-02-01", "month", 4), "month", 4).over).toBe("Q4 FY 2027");
  expect(periodHead(periodAround("2027-02-01", "quarter", 4), "quarter", 4)).toEqual({
    over: "FY 2027",
    name: "Q4",
  });
});

it("tells which sort of period it is", () => {
  for (const unit of ["month", "quarter", "year"] as const)
    expect(unitOf(periodAround("2027-02-10", unit, 4))).toBe(unit);
});

import { expect, it } from "vitest";

import type { CostSum } from "../bindings/CostSum";
import type { Timing } from "../bindings/Timing";
import { comesWords, timingFor, whenOf, whensFor } from "./cost-words";

const euro = { code: "EUR", digits: 2 };
const days = { first: "2027-02-02", last: "2027-04-16" };
const sum: CostSum = { money: 50_000, span: days, payments: 3, total: 150_000, called_off: false };
const certain = { certainty: "certain" } as const;
const amount = { by: "money", amount: 50_000 } as const;
const once = { timing: "once", on: { at: "end" } } as const;

const said = (timing: Timing, changed: Partial<CostSum> = {}) =>
  comesWords({ amount, timing, certainty: certain }, { ...sum, ...changed }, euro, []);

it("says what a cost comes to", () => {
  expect(said({ timing: "monthly", span: null })).toBe(
    "€500.00 a month from Feb 2, 2027 to Apr 16, 2027: 3 payments, €1,500.00.",
  );
  expect(said({ timing: "spread", span: days })).toBe("€500.00 spread from Feb 2, 2027 to Apr 16, 2027.");
  const end = { span: { first: days.last, last: days.last } };
  expect(said(once, end)).toBe("€500.00 at the end of the item, Apr 16, 2027.");
  expect(said(once, { span: null, payments: null })).toBe(
    "€500.00 at the end of the item, which has no dates yet.",
  );
  expect(said({ timing: "spread", span: null }, { span: null, payments: null })).toBe(
    "€500.00 spread over the days of the item, which has no dates yet.",
  );
  expect(said(once, { ...end, called_off: true })).toContain("dropped, so it does not count.");
});

it("says how effort becomes money, and how sure that is", () => {
  const rates = [{ id: "r1", role: "Engineer", per_day: 80_000, rank: 1 }];
  const words = comesWords(
    {
      amount: { by: "effort", rate: "r1", hundredths: 1_250 },
      timing: { timing: "spread", span: null },
      certainty: { certainty: "estimated", low: 900_000, high: 1_200_000 },
    },
    { ...sum, money: 1_000_000, payments: 1, total: 1_000_000 },
    euro,
    rates,
  );
  expect(words).toBe(
    "12.5 days × €800.00 (Engineer) = €10,000.00 spread from Feb 2, 2027 to Apr 16, 2027; " +
      "estimated from €9,000.00 to €12,000.00.",
  );
});

it("turns choices into timings and back", () => {
  for (const { value } of whensFor(true)) expect(whenOf(timingFor(value, days))).toBe(value);
  expect(whensFor(false).map(({ value }) => value)).toEqual(["spread-own", "monthly-own", "day"]);
});

import { expect, it } from "vitest";

import { customers } from "../screens/needs/fake-needs";
import { coverageWords, partWords, weightLines } from "./need-words";

const part = { customer: "c1", importance: "critical" as const, points: 4, size: 120, weight: 480 };
const of = (id: string) => customers.find((each) => each.id === id);
const coverage = {
  standing: "planned" as const,
  span: null,
  days_late: null,
  items: 2,
  done: 0,
  undated: 0,
  is_full: true,
};

it("explains a weight line by line", () => {
  expect(partWords(part, "people")).toBe("critical (4) × 120 people = 480");
  expect(weightLines([part], of, 1)).toEqual(["Finance: critical (4) × 120 people = 480"]);
  expect(weightLines([part], of, 3)[1]).toBe("and 2 other customers");
  expect(weightLines([], of, 0)).toEqual(["Nobody’s need yet: it has no weight."]);
});

it("says what is to be known of a standing", () => {
  expect(coverageWords({ ...coverage, items: 0 })).toBe("Nothing serves it.");
  expect(coverageWords({ ...coverage, days_late: 1 })).toBe("0 of 2 items done, 1 day after it is wanted");
  expect(coverageWords({ ...coverage, items: 1, undated: 1, is_full: false })).toBe(
    "0 of 1 item done, 1 without dates, nothing serves it fully",
  );
});

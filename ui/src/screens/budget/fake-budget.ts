/** Budget lines, costs and actuals for tests of screens. */
import type { ActualEntry } from "../../bindings/ActualEntry";
import type { BudgetCell } from "../../bindings/BudgetCell";
import type { BudgetLine } from "../../bindings/BudgetLine";
import type { CostEntry } from "../../bindings/CostEntry";

export const cell: BudgetCell = {
  planned: 0,
  certain: 0,
  low: 0,
  high: 0,
  actual: 0,
  forecast: 0,
  variance: 0,
};

export const lines: readonly BudgetLine[] = [
  {
    id: "b1",
    name: "Cloud",
    category: "cloud",
    own_category: "",
    cap: { amount: 500_000, span: { first: "2027-01-01", last: "2027-12-31" } },
    note: "",
    rank: 1,
  },
  { id: "b2", name: "People", category: "people", own_category: "", cap: null, note: "", rank: 2 },
];

export const costEntry: CostEntry = {
  cost: {
    id: "k1",
    name: "Hosting",
    line: "b1",
    item: "i1",
    amount: { by: "money", amount: 50_000 },
    timing: { timing: "monthly", span: null },
    certainty: { certainty: "certain" },
  },
  item: "Report templates",
  comes: {
    money: 50_000,
    span: { first: "2027-02-02", last: "2027-04-16" },
    payments: 3,
    total: 150_000,
    called_off: false,
  },
  sums: { ...cell, planned: 150_000, certain: 150_000, forecast: 150_000 },
};

export const actualEntry: ActualEntry = {
  actual: {
    id: "a1",
    day: "2026-11-02",
    amount: 1_234,
    line: "b2",
    item: null,
    supplier: "Ada",
    note: "",
    key: "",
    in_advance: false,
  },
  item: null,
};

/** Needs and customers for tests of their screens. */
import type { Customer } from "../../bindings/Customer";
import type { Need } from "../../bindings/Need";
import type { NeedDetail } from "../../bindings/NeedDetail";
import type { NeedRow } from "../../bindings/NeedRow";
import type { NeedsSums } from "../../bindings/NeedsSums";
import type { Answers } from "../fakes";
import { patch } from "../fakes";

export const customers: Customer[] = [
  { id: "c1", name: "Finance", kind: "department", size: 120, unit: "people", note: "", rank: 1 },
  { id: "c2", name: "Retail operations", kind: "segment", size: 10, unit: "people", note: "", rank: 2 },
];

export const needOf = (need: Partial<Need> = {}): Need => ({
  id: "n1",
  statement: "Reports by nine",
  note: "",
  evidence: [],
  customers: [{ customer: "c1", importance: "critical" }],
  wanted_by: "2027-03-31",
  alternatives: "",
  ...need,
});

const coverage = {
  standing: "planned" as const,
  span: { first: "2027-02-02", last: "2027-04-16" },
  days_late: 16,
  items: 2,
  done: 1,
  undated: 0,
  is_full: true,
};

const parts = [{ customer: "c1", importance: "critical" as const, points: 4, size: 120, weight: 480 }];

export const rowOf = (need: Partial<Need> = {}, row: Partial<NeedRow> = {}): NeedRow => ({
  need: needOf(need),
  weight: 480,
  parts,
  coverage,
  mark: "late",
  feedback: 1,
  votes: 3,
  ...row,
});

export const detailOf = (need: Partial<Need> = {}, detail: Partial<NeedDetail> = {}): NeedDetail => ({
  need: needOf(need),
  weight: 480,
  parts,
  coverage,
  mark: "late",
  serving: [],
  ...detail,
});

export const sumsOf = (sums: Partial<NeedsSums> = {}): NeedsSums => ({
  all: 3,
  shown: 3,
  weight: 600,
  marks: [
    { mark: "unserved", needs: 1, weight: 60 },
    { mark: "late", needs: 2, weight: 540 },
  ],
  ...sums,
});

export const rows: readonly NeedRow[] = [
  rowOf(),
  rowOf({ id: "n2", statement: "Exact figures", wanted_by: null, customers: [] }),
  rowOf({ id: "n3", statement: "Alerts", customers: [] }),
];

/** A plan with three needs and two customers. */
export const needsAnswers: Answers = {
  customers: () => customers,
  goals: () => [],
  customer_sums: () => [],
  goal_sums: () => [],
  needs_table: ({ offset, limit }) => ({
    total: rows.length,
    heaviest: 480,
    rows: rows.slice(offset, offset + limit),
  }),
  needs_sums: () => sumsOf(),
  needs_between: ({ first, end }) => rows.slice(first, end).map(({ need }) => need.id),
  needs_place: ({ id }) => {
    const place = rows.findIndex(({ need }) => need.id === id);
    return place < 0 ? null : place;
  },
  need: ({ id }) => detailOf(rows.find(({ need }) => need.id === id)?.need),
  apply: () => ({ ...patch, touched: ["need"] }),
};

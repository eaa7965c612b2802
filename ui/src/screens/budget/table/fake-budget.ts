/** Budget lines with money for tests of their screens. */
import type { BudgetCell } from "../../../bindings/BudgetCell";
import type { BudgetLine } from "../../../bindings/BudgetLine";
import type { BudgetRow } from "../../../bindings/BudgetRow";
import type { BudgetSums } from "../../../bindings/BudgetSums";
import type { BudgetTable } from "../../../bindings/BudgetTable";
import type { Span } from "../../../bindings/Span";
import { periodsAcross } from "../../../state/periods";
import { type Answers, patch } from "../../fakes";

export const cell = (cell: Partial<BudgetCell> = {}): BudgetCell => {
  const { planned = 0, actual = 0, forecast = 0 } = cell;
  return {
    planned,
    certain: planned,
    low: planned,
    high: planned,
    actual,
    forecast,
    variance: forecast - planned,
    ...cell,
  };
};

export const lineOf = (line: Partial<BudgetLine>): BudgetLine => ({
  id: "cloud",
  name: "Cloud",
  category: "cloud",
  own_category: "",
  cap: null,
  note: "",
  rank: 1,
  ...line,
});

const add = (a: BudgetCell, b: BudgetCell): BudgetCell => {
  const sum = { ...a };
  for (const key of Object.keys(sum) as (keyof BudgetCell)[]) sum[key] += b[key];
  return sum;
};

export const sumsOf = (periods: BudgetCell[], undated = cell()): BudgetSums => ({
  periods,
  undated,
  total: [...periods, undated].reduce(add, cell()),
});

const MONTHS: Span[] = periodsAcross({ first: "2026-10-01", last: "2026-12-31" }, "month", 1);

export const rowOf = (
  line: Partial<BudgetLine>,
  planned: number[],
  row: Partial<BudgetRow> = {},
): BudgetRow => ({
  line: lineOf(line),
  sums: sumsOf(planned.map((amount) => cell({ planned: amount, forecast: amount }))),
  cap: null,
  warning: null,
  ...row,
});

/** Two lines over the last three months of 2026, of which the first is over its cap in December. */
export function tableOf(rows?: BudgetRow[]): BudgetTable {
  const cap = { amount: 200_000, span: { first: "2026-10-01", last: "2026-12-31" } };
  const lines = rows ?? [
    rowOf({ cap }, [100_000, 100_000, 50_000], {
      cap: {
        cap,
        before: 0,
        forecast: 250_000,
        low: 250_000,
        high: 250_000,
        actual: 0,
        left: -50_000,
        passed_on: "2026-12-01",
      },
      warning: "“Cloud” is over its cap.",
    }),
    rowOf({ id: "people", name: "People", category: "people", rank: 2 }, [0, 7_500_000, 0]),
  ];
  const sums = lines.map((row) => row.sums);
  return {
    currency: "EUR",
    digits: 2,
    today: "2026-11-23",
    periods: MONTHS,
    lines,
    total: sumsOf(
      MONTHS.map((_, at) => sums.map(({ periods }) => periods[at]!).reduce(add, cell())),
      sums.map(({ undated }) => undated).reduce(add, cell()),
    ),
  };
}

export const budgetAnswers: Answers = {
  budget_table: () => tableOf(),
  apply: () => ({ ...patch, touched: ["cost"] }),
};

/** How the budget is looked at: which part of it, by which periods, how sure; and the way to what is over its cap. */
import type { CertaintyFilter } from "../bindings/CertaintyFilter";
import type { PeriodUnit } from "../bindings/PeriodUnit";
import type { Span } from "../bindings/Span";
import type { TotalsBy } from "../bindings/TotalsBy";
import type { Milepost } from "../milepost.svelte";
import type { BudgetPart } from "../state/budget.svelte";
import { unitOf } from "../state/periods";
import { type Action, withPlan } from "./action";

/** One of the values that something on the screen of the budget can have. */
export interface Choice<T extends string> {
  value: T;
  label: string;
  /** Name of the action that chooses it. */
  action: string;
}

const choices = <T extends string>(what: string, labels: Record<T, string>): readonly Choice<T>[] =>
  (Object.keys(labels) as T[]).map((value) => ({
    value,
    label: labels[value],
    action: `budget-${what}-${value}`,
  }));

export const PARTS = choices<BudgetPart>("part", {
  table: "By period",
  curve: "Chart",
  totals: "Totals",
  entries: "Costs and actuals",
});

export const UNITS = choices<PeriodUnit>("unit", { month: "Month", quarter: "Quarter", year: "Year" });

export const CERTAINTIES = choices<CertaintyFilter>("certainty", {
  all: "All",
  certain: "Certain",
  estimated: "Estimated",
});

export const TOTALS_BY = choices<TotalsBy>("totals-by", {
  line: "Line",
  theme: "Theme",
  item: "Work item",
  need: "Need",
  customer: "Customer",
  milestone: "Milestone",
});

function chosen<T extends string>(
  all: readonly Choice<T>[],
  label: (choice: Choice<T>) => string,
  choose: (milepost: Milepost, value: T) => void,
): Action[] {
  return all.map((choice) => ({
    id: choice.action,
    label: label(choice),
    keys: [],
    available: withPlan,
    run: (milepost) => choose(milepost, choice.value),
  }));
}

const lower = ({ label }: { label: string }) => label.toLowerCase();

/** Of the screen of the budget alone. */
export const budgetLooks: readonly Action[] = [
  ...chosen(
    PARTS,
    (part) => `Budget: ${lower(part)}`,
    ({ budget }, part) => (budget.part = part),
  ),
  ...chosen(
    UNITS,
    (unit) => `Budget by ${lower(unit)}`,
    ({ budget }, unit) => (budget.unit = unit),
  ),
  ...chosen(
    CERTAINTIES,
    (choice) =>
      choice.value === "all" ? "Budget: certain and estimated" : `Budget: only what is ${lower(choice)}`,
    ({ budget }, certainty) => (budget.certainty = certainty),
  ),
  ...chosen(
    TOTALS_BY,
    (by) => `Budget totals by ${lower(by)}`,
    ({ budget }, by) => {
      budget.part = "totals";
      budget.totalsBy = by;
    },
  ),
];

/** Shows the chart of a line that is over its cap; of all lines for null. */
export function showOverCap({ screen, budget }: Milepost, line: string | null): void {
  screen.current = "budget";
  budget.part = "curve";
  budget.certainty = "all";
  budget.line = line;
}

/** Goes to the amounts of a period in the table, of a line or of all of them. */
export function showPeriod({ screen, budget }: Milepost, period: Span, line: string | null): void {
  budget.spot = { line, measure: "planned", column: period.first };
  budget.goesToSpot = true;
  [budget.part, budget.certainty, budget.unit] = ["table", "all", unitOf(period)];
  screen.current = "budget";
}

export const overCap: Action = {
  id: "over-cap",
  label: "Show what is over its cap",
  keys: [],
  available: ({ plan }) => plan.overCap.length > 0,
  run: (milepost) => {
    const over = milepost.plan.overCap;
    showOverCap(milepost, over.length === 1 ? (over[0]?.line ?? null) : null);
  },
};

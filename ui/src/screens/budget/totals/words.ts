/** What totals are called that have no name of their own. */
import type { BudgetTotal } from "../../../bindings/BudgetTotal";
import type { TotalsBy } from "../../../bindings/TotalsBy";
import type { TotalsColumn } from "../../../bindings/TotalsColumn";

/** What work items come under that have nothing of the sort. */
const NOTHING: Record<TotalsBy, string> = {
  line: "Without a budget line",
  theme: "Work items without a theme",
  item: "Without a work item",
  need: "Work items that serve no need",
  customer: "Work items for no customer",
  milestone: "After the last milestone, or without dates",
};

export const nameOf = ({ of, name }: BudgetTotal, by: TotalsBy): string => {
  if (of === null) return NOTHING[by];
  return of.entity === "plan" ? "The plan as a whole" : name;
};

/** What the first column holds. */
export const HEADS: Record<TotalsBy, string> = {
  line: "Budget line",
  theme: "Theme",
  item: "Work item",
  need: "Need",
  customer: "Customer",
  milestone: "Milestone",
};

/** How it is decided what a work item counts for, where that is not plain. */
export const NOTES: Partial<Record<TotalsBy, string>> = {
  need: "A work item counts for the need that gives it most of its weight.",
  customer: "A work item counts for the customer that gives it most of its weight.",
  milestone: "A work item counts for the first milestone by which it ends.",
};

export const AMOUNTS: readonly { by: TotalsColumn; label: string; hint: string }[] = [
  { by: "planned", label: "Planned", hint: "All that is planned, past and to come" },
  { by: "certain", label: "Certain", hint: "The share of what is planned that is certain" },
  { by: "actual", label: "Actual", hint: "What is spent" },
  { by: "forecast", label: "Forecast", hint: "What is spent, and planned after today" },
  { by: "variance", label: "Variance", hint: "By how much more is forecast than planned" },
];

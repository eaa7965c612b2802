/** How the screen of the budget is looked at, and what is selected there. */
import type { PeriodUnit } from "../bindings/PeriodUnit";

/** Lines by periods, how money adds up, what costs what, or the rows behind the sums. */
export type BudgetPart = "table" | "curve" | "totals" | "entries";

export class BudgetStore {
  part = $state<BudgetPart>("table");
  unit = $state<PeriodUnit>("month");
  /** The budget line that parts about one line show; null for all of them. */
  line = $state<string | null>(null);
}

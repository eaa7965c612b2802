/** How the screen of the budget is looked at, and what is selected there. */
import type { CertaintyFilter } from "../bindings/CertaintyFilter";
import type { PeriodUnit } from "../bindings/PeriodUnit";
import type { TotalsBy } from "../bindings/TotalsBy";
import type { TotalsColumn } from "../bindings/TotalsColumn";
import type { TotalsSort } from "../bindings/TotalsSort";

/** Lines by periods, how money adds up, what costs what, or the rows behind the sums. */
export type BudgetPart = "table" | "curve" | "totals" | "entries";

export class BudgetStore {
  part = $state<BudgetPart>("table");
  unit = $state<PeriodUnit>("month");
  /** The budget line that parts about one line show; null for all of them. */
  line = $state<string | null>(null);
  /** What counts in the table, the chart and the totals. */
  certainty = $state<CertaintyFilter>("all");
  /** What is added up by. */
  totalsBy = $state<TotalsBy>("line");
  totalsSort = $state.raw<TotalsSort>({ by: "forecast", descending: true });

  /** By a column, the largest first, then the other way round; names begin with the first. */
  sortTotalsBy(by: TotalsColumn): void {
    const again = this.totalsSort.by === by;
    this.totalsSort = { by, descending: again ? !this.totalsSort.descending : by !== "name" };
  }
}

/** How the screen of the budget is looked at, and what is selected there. */
import type { CertaintyFilter } from "../bindings/CertaintyFilter";
import type { PeriodUnit } from "../bindings/PeriodUnit";
import type { TotalsBy } from "../bindings/TotalsBy";
import type { TotalsColumn } from "../bindings/TotalsColumn";
import type { TotalsSort } from "../bindings/TotalsSort";

/** Lines by periods, how money adds up, what costs what, or the rows behind the sums. */
export type BudgetPart = "table" | "curve" | "totals" | "entries";

/** What the table can tell of a line in a period, in the order of its rows. */
export const MEASURES = ["planned", "actual", "forecast", "variance"] as const;
export type Measure = (typeof MEASURES)[number];

/** A cell of the table whatever is shown beside it. */
export interface SheetSpot {
  /** A line by its id; null for all of them. */
  line: string | null;
  measure: Measure;
  /** The first day of its period, `undated` or `total`. */
  column: string;
}

/** A text that was typed into a cell of the table, and is no amount or none that can be planned there. */
export interface RefusedAmount {
  /** The line by its id. */
  line: string;
  /** The first day of the period, and which sort of period it is. */
  day: string;
  unit: PeriodUnit;
  text: string;
  reason: string;
}

/** The table on screen, for what is done by name. */
export interface SheetOnScreen {
  /** Whether keys are for its cells: they have the focus, or give it back from a menu or dialog, and none is edited. */
  readonly isActive: boolean;
  /** Whether the cell that has the focus shows what is planned on one line in a period, which can be changed. */
  readonly isPlanned: boolean;
  /** Whether one of the selected cells does. */
  readonly hasPlanned: boolean;
  /** The line that the focus is on; null on the row of all lines. */
  readonly line: string | null;
  edit(): void;
  /** Shows the costs behind the amount that has the focus, or the actuals where it is one of these. */
  behind(): void;
  /** The selected amounts as a spreadsheet takes them, and how many there are. */
  copied(): Promise<{ text: string; count: number }>;
  /** Plans the amounts of a block from a spreadsheet, from the focus to the right and down, or none of them. */
  paste(text: string): Promise<void>;
  /** Plans in all of the selection what is planned in its first column, or in its first line. */
  fill(direction: "right" | "down"): Promise<void>;
  /** Takes away what is planned in the selection without a work item. */
  clear(): Promise<void>;
  /** Another plan has come in: nothing of this one is remembered as the table goes. */
  forget(): void;
}

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

  /** Whether all money counts: a part of it can be looked at, and not planned. */
  get isWhole(): boolean {
    return this.certainty === "all";
  }

  /** By a column, the largest first, then the other way round; names begin with the first. */
  sortTotalsBy(by: TotalsColumn): void {
    const again = this.totalsSort.by === by;
    this.totalsSort = { by, descending: again ? !this.totalsSort.descending : by !== "name" };
  }

  /** What the table shows of each line; what is planned is always there. */
  measures = $state.raw<readonly Measure[]>(MEASURES);
  /** Null while there is none. */
  sheet = $state.raw<SheetOnScreen | null>(null);
  /** What was copied from the table last, and which rows of it can be planned; null if that is all of them, or none. */
  copied: { text: string; planned: string } | null = null;
  /** Where the focus was in the table when it was left. */
  spot: SheetSpot | null = null;
  /** Whether the table takes the focus as soon as it is there, since somebody has gone to that place in it. */
  goesToSpot = false;
  /** What the table shows again in its cell, as soon as that is on screen; null while there is nothing. */
  toMend = $state.raw<RefusedAmount | null>(null);

  /** Another plan has come in: nothing of what was looked at in the one before is left. */
  forget(): void {
    [this.line, this.certainty, this.spot, this.toMend, this.copied] = [null, "all", null, null, null];
    this.goesToSpot = false;
    this.sheet?.forget();
    this.sheet = null;
  }

  /** Goes back to the cell that a text was refused in. */
  mend(refused: RefusedAmount): void {
    [this.part, this.certainty, this.unit, this.toMend] = ["table", "all", refused.unit, refused];
  }

  toggleMeasure(measure: Measure): void {
    const shown = MEASURES.filter((each) => this.measures.includes(each) !== (each === measure));
    this.measures = shown.includes("planned") ? shown : ["planned", ...shown];
  }
}

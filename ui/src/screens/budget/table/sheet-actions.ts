/** What is done by name with the selected cells of the budget's table: copying, pasting, filling, clearing. */
import { showEntriesOf } from "../../../actions/budget-entries";
import { tellReadOnly } from "../../../actions/read-only";
import type { BudgetTable } from "../../../bindings/BudgetTable";
import type { Milepost } from "../../../milepost.svelte";
import { Refusal } from "../../../ports/backend";
import type { Measure, SheetOnScreen } from "../../../state/budget.svelte";
import { writtenMoney } from "../../../state/money";
import { count } from "../../../state/need-words";
import { writeBlock } from "./block";
import { type Change, planning } from "./changes";
import type { Columns } from "./columns";
import { type Ground, cleared, copied, filled, hasPlanned, pasted, plannedOf } from "./edits";
import type { SheetGrid } from "./grid.svelte";
import { cellOf, sumsOf } from "./rows";
import type { Sheet } from "./sheet.svelte";

/** The table as it is shown now. */
export interface Shown {
  table: BudgetTable;
  columns: Columns;
  measures: readonly Measure[];
}

export class SheetActions implements SheetOnScreen {
  constructor(
    private readonly milepost: Milepost,
    private readonly sheet: Sheet,
    private readonly grid: SheetGrid,
    private readonly shown: () => Shown,
    /** Whether the focus is in the grid, or comes back to it. */
    private readonly hasFocus: () => boolean,
    /** Resolves when the table shows the amounts that were typed into it. */
    private readonly arrived: () => Promise<void>,
  ) {}

  /** Whether it is of a plan that is not the open one any more. */
  isForgotten = false;

  forget(): void {
    this.isForgotten = true;
  }

  get isActive(): boolean {
    return this.hasFocus() && this.grid.editing === null;
  }

  get isPlanned(): boolean {
    return this.grid.isPlanned(this.grid.focus);
  }

  get hasPlanned(): boolean {
    return hasPlanned(this.ground);
  }

  get line(): string | null {
    return this.shown().table.lines[this.grid.line]?.line.id ?? null;
  }

  edit(): void {
    this.grid.edit(null);
  }

  behind(): void {
    showEntriesOf(this.milepost, this.line, this.grid.spot.measure === "actual" ? "actual" : "cost");
  }

  async copied(): Promise<{ text: string; count: number }> {
    const ground = await this.settledGround();
    const { code, digits } = this.currency;
    const rows = copied(ground);
    const planned = plannedOf(ground, rows);
    const text = writeBlock(rows, { code, digits });
    const isMixed = planned.length > 0 && planned.length < rows.length;
    this.milepost.budget.copied = isMixed ? { text, planned: writeBlock(planned, { code, digits }) } : null;
    return { text, count: rows.length * (rows[0]?.length ?? 0) };
  }

  async paste(text: string): Promise<void> {
    const { copied } = this.milepost.budget;
    // What is spent and forecast was copied for other programs: here the rows that follow are those of the next lines.
    const block = copied && isSame(copied.text, text) ? copied.planned : text;
    const { spot } = this.grid;
    const ground = await this.settledGround();
    const edit = pasted(block, ground);
    if ("refused" in edit) throw refusal(edit.refused);
    if (!(await this.plan(edit.changes, `Pasted ${count(edit.changes.length, "amount")}.`))) return;
    const { top, left } = ground.range;
    if (this.isActive && this.grid.spot === spot) this.grid.select({ row: top, column: left }, edit);
  }

  async fill(direction: "right" | "down"): Promise<void> {
    const changes = filled(direction, await this.settledGround());
    if (changes.length > 0) await this.plan(changes);
  }

  async clear(): Promise<void> {
    const changes = cleared(await this.settledGround());
    if (changes.length === 0 || !(await this.plan(changes))) return;
    const { table, columns } = this.shown();
    const kept = changes.map(({ line, period }) => {
      const sums = sumsOf(
        table,
        table.lines.findIndex((row) => row.line.id === line),
      );
      const column = columns.periods.findIndex(({ first }) => first === period.first);
      return cellOf(sums, columns, column).planned;
    });
    const left = kept.reduce((sum, amount) => sum + amount, 0);
    if (left === 0) return;
    const money = writtenMoney(left, this.currency);
    this.milepost.notices.tell(`${money} stays: it comes from features and from costs that have a name.`);
  }

  private get ground(): Ground {
    return { ...this.shown(), range: this.grid.range };
  }

  /** What is selected now, in the table with the amounts that its cells show already and that are still on their way. */
  private async settledGround(): Promise<Ground> {
    const { range } = this.grid;
    await this.arrived();
    return { ...this.shown(), range };
  }

  private get currency(): { code: string; digits: number } {
    const { currency: code, digits } = this.shown().table;
    return { code, digits };
  }

  /** Plans all of it in one step, and resolves when the table shows it; false if it was refused. */
  /** `done` is told at once, with the way back, before something else can be done. */
  private async plan(changes: readonly Change[], done: string | null = null): Promise<boolean> {
    const { plan, budget } = this.milepost;
    if (!plan.isEditable) {
      tellReadOnly(this.milepost);
      return false;
    }
    const operation = budget.isWhole ? planning(changes) : null;
    if (!operation || !(await this.milepost.commit(operation))) return false;
    if (done !== null) this.milepost.tellUndoable(done);
    await this.sheet.settled();
    return true;
  }
}

/** Whether a text is what was copied: systems have line breaks of their own. */
const isSame = (copied: string, text: string): boolean =>
  copied === text.replace(/\r\n?/g, "\n").replace(/\n$/, "");

/** Why nothing of what was to be done was done. */
const refusal = (message: string): Refusal =>
  new Refusal({ code: "input", message, hint: "Nothing was pasted." });

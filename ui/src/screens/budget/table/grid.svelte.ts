/**
 * Which cell of the budget's table has the focus, which are selected with it, which one is edited, and what keys and
 * presses do to all three. Knows lines, measures and columns, no elements; those are found for it.
 */
import type { BudgetTable } from "../../../bindings/BudgetTable";
import type { Measure, RefusedAmount, SheetSpot } from "../../../state/budget.svelte";
import type { Leave } from "../../../widgets/cells/leave";
import { type Columns, columnOf, keyOf } from "./columns";
import { type Place, lineOf, measureOf, rowOf } from "./rows";

/** What the grid needs of the table and its elements. */
export interface Sight {
  table(): BudgetTable | null;
  columns(): Columns | null;
  measures(): readonly Measure[];
  /** Whether amounts can be changed at all. */
  editable(): boolean;
  /** Lines that are in sight at once. */
  page(): number;
  /** Brings a cell into sight and gives it the focus. */
  focus(place: Place): void;
  /** Says why nothing can be typed, if that is not to be seen. */
  refuse(): void;
  /** Shows the costs and actuals behind the cell that has the focus. */
  behind(): void;
  clear(): void;
  fill(direction: "right" | "down"): void;
}

export interface Editing {
  /** What was typed to begin with; null if a key or a press has begun it. */
  begun: string | null;
  /** What was typed if that was refused; it stays in the cell until it is mended or dropped. */
  refused: RefusedAmount | null;
}

/** A block of cells by the numbers of its outer rows and columns. */
export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export class SheetGrid {
  /** How the cell that has the focus is edited; null if it is not. */
  editing = $state.raw<Editing | null>(null);
  private at = $state.raw<SheetSpot>({ line: "", measure: "planned", column: "" });
  private anchor = $state.raw<SheetSpot | null>(null);
  /** The cell that has the focus, or had it last. */
  readonly focus: Place = $derived(this.placeOf(this.at));
  /** The cells that are selected; the one that has the focus is among them. */
  readonly range: Range = $derived(around(this.focus, this.anchor ? this.placeOf(this.anchor) : this.focus));

  constructor(private readonly sight: Sight) {}

  /** The number of the line that has the focus; that of all lines comes after the last. */
  get line(): number {
    return lineOf(this.focus.row, this.sight.measures());
  }

  /** Whether a cell shows what is planned on one line in a period, which can be changed. */
  isPlanned({ row, column }: Place): boolean {
    const { table, columns, measures } = this.sight;
    const line = lineOf(row, measures());
    return (
      measureOf(row, measures()) === "planned" &&
      line < (table()?.lines.length ?? 0) &&
      column < (columns()?.periods.length ?? 0)
    );
  }

  /** What the cell that has the focus stands for. */
  get spot(): SheetSpot {
    return this.at;
  }

  /** Begins where the focus was before, or in the first line in the period of a day. */
  begin(before: SheetSpot | null, day: string): void {
    this.at = before ?? { ...this.at, column: day };
  }

  pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    if (!this.moves(event) && !this.acts(event) && !this.types(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The focus has come to a cell by Tab, by a press, or by going there. A cell that is edited stays the one that is. */
  focused(place: Place): void {
    if (this.editing) return;
    const { row, column } = this.focus;
    if (row === place.row && column === place.column && this.at.line !== "") return;
    this.at = this.spotOf(place);
    this.anchor = null;
  }

  /** Goes to a cell; `extends` keeps selected what lies between. */
  go({ row, column }: Place, extend = false): void {
    const columns = this.sight.columns();
    if (!columns) return;
    const last = (this.lines + 1) * this.sight.measures().length - 1;
    const to = {
      row: Math.max(0, Math.min(row, last)),
      column: Math.max(0, Math.min(column, columns.count - 1)),
    };
    this.editing = null;
    this.anchor = extend ? (this.anchor ?? this.at) : null;
    this.at = this.spotOf(to);
    this.sight.focus(to);
  }

  /** Selects a block, with the focus in its first cell. */
  select(first: Place, size: { rows: number; columns: number }): void {
    this.go(first);
    this.anchor = this.spotOf({ row: first.row + size.rows - 1, column: first.column + size.columns - 1 });
  }

  /** Begins to edit the cell that has the focus, or shows what is behind what cannot be edited. */
  edit(begun: string | null): void {
    if (this.editing) this.sight.focus(this.focus);
    else if (this.isPlanned(this.focus) && this.sight.editable()) {
      this.anchor = null;
      this.editing = { begun, refused: null };
    } else if (begun === null) this.sight.behind();
    else this.sight.refuse();
  }

  /** What was typed stays in the cell that is edited. */
  refuse(refused: RefusedAmount): void {
    this.editing = { begun: refused.text, refused };
  }

  /** What was refused comes back to its cell; false where another is edited by now, or the line is gone. */
  comeBack(refused: RefusedAmount): boolean {
    if (this.editing || !this.knows(refused.line)) return false;
    this.go(this.placeOf({ line: refused.line, measure: "planned", column: refused.day }));
    this.refuse(refused);
    return true;
  }

  /** Whether a line is in the table. */
  knows(line: string): boolean {
    return this.sight.table()?.lines.some((row) => row.line.id === line) ?? false;
  }

  /** A cell is not edited any more. */
  left({ rows, columns, focus }: Leave): void {
    this.editing = null;
    if (!focus) return;
    const { row, column } = this.focus;
    // Down from what is planned on a line is what is planned on the next.
    const lines = rows * this.sight.measures().length;
    const beyond = this.isPlanned({ row: row + lines, column });
    this.go({ row: beyond ? row + lines : row, column: column + columns });
  }

  private get lines(): number {
    return this.sight.table()?.lines.length ?? 0;
  }

  private placeOf({ line, measure, column }: SheetSpot): Place {
    const { table, columns, measures } = this.sight;
    const shown = columns();
    const found = table()?.lines.findIndex((row) => row.line.id === line) ?? -1;
    const number = line === null ? this.lines : Math.max(0, found);
    const at = Math.max(0, measures().indexOf(measure));
    return { row: rowOf(number, at, measures()), column: shown ? columnOf(shown, column) : 0 };
  }

  private spotOf({ row, column }: Place): SheetSpot {
    const { table, columns, measures } = this.sight;
    const shown = columns();
    return {
      line: table()?.lines[lineOf(row, measures())]?.line.id ?? null,
      measure: measureOf(row, measures()),
      column: shown ? keyOf(shown, column) : "",
    };
  }

  private moves(event: KeyboardEvent): boolean {
    if (event.altKey) return false;
    const { row, column } = this.focus;
    const mod = event.ctrlKey || event.metaKey;
    const [lastRow, lastColumn] = [Infinity, Infinity];
    const page = this.sight.page() * this.sight.measures().length;
    const steps: Record<string, Place> = {
      ArrowDown: { row: mod ? lastRow : row + 1, column },
      ArrowUp: { row: mod ? 0 : row - 1, column },
      ArrowRight: { row, column: mod ? lastColumn : column + 1 },
      ArrowLeft: { row, column: mod ? 0 : column - 1 },
      PageDown: { row: row + page, column },
      PageUp: { row: row - page, column },
      Home: { row: mod ? 0 : row, column: 0 },
      End: { row: mod ? lastRow : row, column: lastColumn },
    };
    const to = steps[event.key];
    if (to) this.go(to, event.shiftKey);
    return to !== undefined;
  }

  private acts(event: KeyboardEvent): boolean {
    return this.fills(event) || this.does(event);
  }

  /** Taken here even where there is nothing to fill: a webview would load the page anew, or keep it as a bookmark. */
  private fills(event: KeyboardEvent): boolean {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return false;
    const direction = ({ r: "right", d: "down" } as const)[event.key.toLowerCase()];
    if (direction) this.sight.fill(direction);
    return direction !== undefined;
  }

  private does(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === "Enter" || event.key === "F2") this.edit(null);
    else if (event.key === "Delete" || event.key === "Backspace") this.sight.clear();
    else if (event.key === "Escape" && this.anchor) this.anchor = null;
    else return false;
    return true;
  }

  /** A figure or a sign begins to edit. Letters are left to actions: no amount begins with one. */
  private types(event: KeyboardEvent): boolean {
    const isText = /^[\p{N}\p{Sc}.,+\-]$/u.test(event.key);
    if (!isText || event.ctrlKey || event.metaKey || event.altKey || !this.isPlanned(this.focus))
      return false;
    this.edit(event.key);
    return this.editing !== null;
  }
}

const around = (a: Place, b: Place): Range => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
});

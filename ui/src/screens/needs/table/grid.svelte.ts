/**
 * Which cell of the table of needs has the focus, which one is edited, and what keys and presses do to both and to the
 * selection. Knows numbers of rows and columns, no elements; those are found for it.
 */
import { perform, actionNamed } from "../../../actions";
import type { Customer } from "../../../bindings/Customer";
import type { NeedRow } from "../../../bindings/NeedRow";
import type { Milepost } from "../../../milepost.svelte";
import type { Leave } from "../../../widgets/cells/leave";
import { columnAt, FIXED } from "./columns";

/** The row of the names of the columns. */
export const HEAD = -1;

/** What the grid needs of the rows and their elements. */
export interface Sight {
  at(row: number): NeedRow | undefined;
  total(): number;
  customers(): readonly Customer[];
  /** Rows that are in sight at once. */
  page(): number;
  /** Brings a cell into sight and gives it the focus. */
  focus(row: number, column: number): void;
  /** Whether the keyboard is in the table. */
  hasFocus(): boolean;
  /** Opens the menu of the cell that has the focus. */
  menu(): void;
}

export interface Editing {
  row: number;
  column: number;
  /** What was typed to begin with; null if a key or a press has begun it. */
  begun: string | null;
  /** Why what was typed comes back; null if it does not. */
  reason: string | null;
}

/** A text that was refused after its cell had been left. */
export interface RefusedText {
  row: number;
  need: string;
  column: number;
  text: string;
  reason: string;
}

type How = "select" | "extend" | "leave";

export class NeedsGrid {
  focus = $state.raw<{ row: number; column: number }>({ row: HEAD, column: 0 });
  editing = $state.raw<Editing | null>(null);
  /** Where a range of rows begins. */
  private anchor = 0;

  constructor(
    private readonly milepost: Milepost,
    private readonly sight: Sight,
  ) {}

  pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    if (!this.moves(event) && !this.acts(event) && !this.types(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The focus has come to a cell by Tab or by a press. */
  focused(row: number, column: number): void {
    this.focus = { row, column };
    const customer = this.sight.customers()[column - FIXED.length];
    this.milepost.needs.customer = row === HEAD ? null : (customer?.id ?? null);
  }

  clicked(row: number, event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): void {
    const id = this.sight.at(row)?.need.id;
    if (id === undefined) return;
    if (event.shiftKey) return void this.choose(row, "extend");
    this.anchor = row;
    if (event.ctrlKey || event.metaKey) this.milepost.needs.toggle(id);
    else this.milepost.needs.select([id]);
  }

  /** Goes to a cell. */
  go(row: number, column: number, how: How = "select"): void {
    const to = Math.max(HEAD, Math.min(row, this.sight.total() - 1));
    const at = Math.max(0, Math.min(column, this.lastColumn));
    this.editing = null;
    const isOther = to !== this.focus.row;
    this.focused(to, at);
    this.sight.focus(to, at);
    if (to !== HEAD && (isOther || how === "extend")) void this.choose(to, how);
  }

  /** Begins to edit the cell that has the focus, or does what stands for that there. */
  edit(begun: string | null): void {
    const { row, column } = this.focus;
    const fixed = FIXED[column]?.column;
    if (row === HEAD || !this.sight.at(row)) return;
    if (fixed !== undefined && fixed !== "statement" && fixed !== "wanted_by") {
      this.milepost.needs.inspectorOpen = true;
      return;
    }
    if (this.milepost.plan.state?.read_only) return;
    if (fixed === undefined) this.sight.menu();
    else this.editing = { row, column, begun, reason: null };
  }

  /** What was refused comes back to its cell; false where that is gone, or the keyboard is busy elsewhere. */
  comeBack({ row, need, column, text, reason }: RefusedText): boolean {
    if (this.editing || this.sight.at(row)?.need.id !== need || !this.sight.hasFocus()) return false;
    this.go(row, column);
    this.editing = { row, column, begun: text, reason };
    return true;
  }

  /** A cell is not edited any more. */
  left({ rows, columns, focus }: Leave): void {
    const { row, column } = this.editing ?? this.focus;
    this.editing = null;
    if (focus) this.go(row + (columns === 0 ? rows : 0), column + columns);
  }

  private get lastColumn(): number {
    return FIXED.length + this.sight.customers().length - 1;
  }

  private moves(event: KeyboardEvent): boolean {
    if (event.altKey) return false;
    const { row, column } = this.focus;
    const mod = event.ctrlKey || event.metaKey;
    const how = event.shiftKey ? "extend" : mod ? "leave" : "select";
    const last = this.sight.total() - 1;
    const steps: Record<string, [number, number]> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      PageDown: [row + this.sight.page(), column],
      PageUp: [Math.max(0, row - this.sight.page()), column],
      Home: mod ? [0, 0] : [row, 0],
      End: mod ? [last, this.lastColumn] : [row, this.lastColumn],
    };
    const to = steps[event.key];
    if (!to) return false;
    this.go(to[0], to[1], event.key.startsWith("Arrow") || event.shiftKey ? how : "select");
    return true;
  }

  private acts(event: KeyboardEvent): boolean {
    const { row, column } = this.focus;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!plain) return false;
    if (row === HEAD) {
      if (event.key !== "Enter" && event.key !== " ") return false;
      this.sort(column);
      return true;
    }
    const id = this.sight.at(row)?.need.id;
    if (event.key === " " && id !== undefined) {
      this.milepost.needs.toggle(id);
      return true;
    }
    if (event.key === "Enter" || event.key === "F2") {
      this.edit(null);
      return true;
    }
    return (event.key === "Delete" || event.key === "Backspace") && this.empties(column);
  }

  /** Empties the cell where that says something; elsewhere the needs themselves are deleted. */
  private empties(column: number): boolean {
    const { milepost } = this;
    if (this.milepost.needs.customer !== null) {
      perform(milepost, actionNamed("importance-none"));
      return true;
    }
    if (FIXED[column]?.column !== "wanted_by" || milepost.plan.state?.read_only) return false;
    const edit = { field: "wanted_by" as const, value: null };
    void milepost.commit({ operation: "edit_needs", ids: [...milepost.needs.selected], edit });
    return true;
  }

  sort(column: number): void {
    const by = columnAt(column, this.sight.customers());
    if (by) this.milepost.needs.sortBy(by);
  }

  /** A letter or a figure begins to edit; in a customer's column, letters are actions. */
  private types(event: KeyboardEvent): boolean {
    const { row, column } = this.focus;
    const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    const fixed = FIXED[column]?.column;
    if (!isText || row === HEAD || (fixed !== "statement" && fixed !== "wanted_by")) return false;
    this.edit(event.key);
    return this.editing !== null;
  }

  private async choose(row: number, how: How): Promise<void> {
    const { backend, needs } = this.milepost;
    if (how === "leave") return;
    if (how === "select") this.anchor = row;
    const [first, end] = [Math.min(this.anchor, row), Math.max(this.anchor, row) + 1];
    const known = how === "select" && this.sight.at(row);
    if (known) return needs.select([known.need.id]);
    await this.milepost.attempt(async () => {
      const ids = await backend.call("needs_between", { query: needs.query, first, end });
      // The focus may be elsewhere by the time the answer comes.
      if (this.focus.row === row) needs.select(ids);
    });
  }
}

/**
 * Which cell of the table of needs has the focus, which one is edited, and what keys and presses do to both and to the
 * selection. Knows numbers of rows and columns, no elements; those are found for it.
 *
 * Rows stand elsewhere once a change has taken others out of what the filter asks for, so that focus and editing keep to their
 * needs.
 */
import { actionFor, actionNamed, isOfSelected, perform } from "../../../actions";
import { editable } from "../../../actions/action";
import { tellReadOnly } from "../../../actions/read-only";
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
  /** Where a need stands, if its row is known. */
  rowOf(need: string): number | undefined;
  /** Whether no row is on its way. */
  isWhole(): boolean;
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
  need: string;
  column: number;
  /** What was typed to begin with; null if a key or a press has begun it. */
  begun: string | null;
  /** Why what was typed comes back; null if it does not. */
  reason: string | null;
}

/** A text that was refused after its cell had been left. */
export interface RefusedText {
  need: string;
  column: number;
  text: string;
  reason: string;
}

type How = "select" | "extend" | "leave";

export class NeedsGrid {
  focus = $state.raw<{ row: number; column: number }>({ row: HEAD, column: 0 });
  editing = $state.raw<Editing | null>(null);
  /** The need in the row of the focus; null as long as its row is not known. */
  private held: string | null = null;
  /** The customer in whose column the focus is; null in the other columns. */
  private customer: string | null = null;
  /** Where a range of rows begins, and the need there. */
  private anchor = 0;
  private anchored: string | null = null;

  constructor(
    private readonly milepost: Milepost,
    private readonly sight: Sight,
  ) {}

  /**
   * Other rows or customers are known now. Where the need of the focus has gone, the focus goes on to what has taken its
   * place, and the selection with it.
   */
  arrived(): void {
    this.keepToCustomer();
    this.anchor = this.rowOf(this.anchored) ?? this.anchor;
    const { row, column } = this.focus;
    const { held } = this;
    if (row === HEAD) return;
    const now = this.rowOf(held);
    if (now !== undefined) {
      if (now !== row) this.stand(now, column);
      return;
    }
    const next = Math.min(row, this.sight.total() - 1);
    const successor = this.needAt(next);
    if (!this.sight.isWhole() || (next >= 0 && successor === null)) return;
    this.editing = null;
    this.stand(next, column);
    this.held = successor;
    if (held === null || !this.sight.hasFocus()) return;
    this.sight.focus(next, column);
    const { needs } = this.milepost;
    if (needs.only === held) needs.select(successor === null ? [] : [successor]);
  }

  pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    if (!this.moves(event) && !this.acts(event) && !this.types(event) && !this.chooses(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The focus has come to a cell by Tab or by a press. */
  focused(row: number, column: number): void {
    this.stand(row, column);
    this.held = this.needAt(row);
  }

  clicked(row: number, event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): void {
    const id = this.sight.at(row)?.need.id;
    if (id === undefined) return;
    if (event.shiftKey) return void this.choose(row, "extend");
    this.anchorAt(row);
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
    const need = this.needAt(row);
    if (row === HEAD || need === null) return;
    // The inspector and the menu are about what is selected.
    if (fixed !== "statement" && fixed !== "wanted_by") this.selectFocused();
    if (fixed !== undefined && fixed !== "statement" && fixed !== "wanted_by") {
      this.milepost.needs.inspectorOpen = true;
      return;
    }
    if (!editable(this.milepost)) return tellReadOnly(this.milepost);
    if (fixed === undefined) this.sight.menu();
    else this.editing = { need, column, begun, reason: null };
  }

  /** What was refused comes back to its cell; false where that is gone, or the keyboard is busy elsewhere. */
  comeBack({ need, column, text, reason }: RefusedText): boolean {
    const row = this.rowOf(need);
    if (this.editing || row === undefined || !this.sight.hasFocus()) return false;
    this.go(row, column);
    this.editing = { need, column, begun: text, reason };
    return true;
  }

  /** A cell is not edited any more. */
  left({ rows, columns, focus }: Leave): void {
    const row = this.rowOf(this.editing?.need ?? null) ?? this.focus.row;
    const { column } = this.editing ?? this.focus;
    this.editing = null;
    if (focus) this.go(row + (columns === 0 ? rows : 0), column + columns);
  }

  private stand(row: number, column: number): void {
    this.focus = { row, column };
    this.customer = this.sight.customers()[column - FIXED.length]?.id ?? null;
    this.milepost.needs.customer = row === HEAD ? null : this.customer;
  }

  /** The focus stays with its customer where others have come before it or gone, or goes on to who has taken its place. */
  private keepToCustomer(): void {
    const { row, column } = this.focus;
    if (this.customer === null) return;
    const now = this.sight.customers().findIndex(({ id }) => id === this.customer);
    const to = now < 0 ? Math.min(column, this.lastColumn) : FIXED.length + now;
    this.stand(row, to);
    if (to !== column && this.sight.hasFocus()) this.sight.focus(row, to);
  }

  private needAt(row: number): string | null {
    return this.sight.at(row)?.need.id ?? null;
  }

  private rowOf(need: string | null): number | undefined {
    return need === null ? undefined : this.sight.rowOf(need);
  }

  private anchorAt(row: number): void {
    this.anchor = row;
    this.anchored = this.needAt(row);
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

  /**
   * A key of an action that is about what is selected means the need that has the focus, which is selected for it. As long as
   * nobody knows which one that is, the key does nothing.
   */
  private chooses(event: KeyboardEvent): boolean {
    const { milepost } = this;
    if (this.focus.row === HEAD || !isOfSelected(milepost, event)) return false;
    // A key that does nothing here leaves selected what is.
    if (milepost.needs.selected.size > 0 && !actionFor(milepost, event, false)) return false;
    return !this.selectFocused();
  }

  /** Selects the need that has the focus, unless it is selected. False if it is not known. */
  private selectFocused(): boolean {
    const { row } = this.focus;
    const { needs } = this.milepost;
    const need = this.needAt(row);
    if (need === null) return false;
    if (!needs.selected.has(need)) {
      this.anchorAt(row);
      needs.select([need]);
    }
    return true;
  }

  /** Empties the cell where that says something; elsewhere the needs themselves are deleted. */
  private empties(column: number): boolean {
    const { milepost } = this;
    if (!this.selectFocused()) return true;
    if (milepost.needs.customer !== null) {
      if (!editable(milepost)) tellReadOnly(milepost);
      else perform(milepost, actionNamed("importance-none"));
      return true;
    }
    if (FIXED[column]?.column !== "wanted_by" || !editable(milepost)) return false;
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
    if (!editable(this.milepost)) return false;
    if (!isText || row === HEAD || (fixed !== "statement" && fixed !== "wanted_by")) return false;
    this.edit(event.key);
    return this.editing !== null;
  }

  private async choose(row: number, how: How): Promise<void> {
    const { backend, needs } = this.milepost;
    if (how === "leave") return;
    if (how === "select") this.anchorAt(row);
    const [first, end] = [Math.min(this.anchor, row), Math.max(this.anchor, row) + 1];
    // At once where that is known: the next key may act on it.
    const known = this.needsBetween(first, end);
    if (known) return needs.select(known);
    await this.milepost.attempt(async () => {
      const ids = await backend.call("needs_between", { query: needs.query, first, end });
      // The focus may be elsewhere by the time the answer comes.
      if (this.focus.row === row) needs.select(ids);
    });
  }

  /** The needs in the rows from `first` up to, and without, `end`; null if one of them is not known. */
  private needsBetween(first: number, end: number): string[] | null {
    const ids: string[] = [];
    for (let row = first; row < end; row++) {
      const id = this.needAt(row);
      if (id === null) return null;
      ids.push(id);
    }
    return ids;
  }
}

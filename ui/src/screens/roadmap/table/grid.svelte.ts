/**
 * Which cell of the table has the focus, which one is edited, and what keys and presses do to both and to the
 * selection. Knows lines and columns, no elements; those are found for it.
 *
 * Reason for length: one grid, whose focus, editing and keys hang together.
 */
import { actionNamed, perform } from "../../../actions";
import { editable } from "../../../actions/action";
import { tellReadOnly } from "../../../actions/read-only";
import { toggleEpic } from "../../../actions/epics";
import type { Column } from "../../../bindings/Column";
import type { ItemRow } from "../../../bindings/ItemRow";
import type { Operation } from "../../../bindings/Operation";
import type { Milepost } from "../../../milepost.svelte";
import { toggled } from "../../../state/collapsed";
import type { Band } from "./band.svelte";
import type { Cell } from "./cell-paste";
import { cleared, takenAway, whyFixed } from "./cell-edits";
import type { Leave } from "../../../widgets/cells/leave";
import { type Line, isItem, lineAt } from "./lines";

/** What the grid needs of its elements. */
export interface Sight {
  /** Scrolls so that a stretch of the lines is in sight. */
  reveal(top: number, height: number): void;
  /** Gives the focus to a cell, once it is there. */
  focus(key: string, column: number): void;
  /** Whether the focus is in one of its cells. */
  hasFocus(): boolean;
  /** Points of lines that are in sight at once. */
  height(): number;
  /** From the top of all lanes, in points. */
  top(): number;
}

export interface Editing {
  key: string;
  column: Column;
  /** What was typed to begin with; null if a key or a press has begun it. */
  begun: string | null;
  /** Whether it only says why it cannot be edited. */
  fixed: boolean;
  /** Why what was typed comes back; null if it does not. */
  reason: string | null;
}

/** A text that was refused after its cell had been left. */
export interface RefusedText {
  key: string;
  column: Column;
  text: string;
  reason: string;
}

interface Awaited {
  id: string;
  column?: number;
  act?: () => void;
  /** What has been typed for the cell by now. */
  begun?: string | null;
}

/** The names of the columns, as a line of the grid. */
export const HEAD = "head";

/** What becomes of the selection when the focus moves. */
type How = "select" | "extend" | "leave";

export class Grid {
  /** The cell that has the focus, or had it last; its column by its place among those that are shown. */
  focus = $state.raw<{ key: string; column: number }>({ key: HEAD, column: 0 });
  editing = $state.raw<Editing | null>(null);
  /** The line of the focus as it was last known, which stays while it is scrolled out of sight. */
  held = $state.raw<Line | null>(null);
  /** The lane that this line stood in. */
  private heldIn: string | null = null;
  /** The line that the focus was on and that has gone from there, until the focus goes elsewhere. */
  private strayed: string | null = null;
  /** Where a range of rows begins. */
  private anchor: string | null = null;
  /** The range that was asked for last, and what was selected by then. */
  private range: { over: ReadonlySet<string> } | null = null;
  /** Where the focus goes as soon as what is there is known. */
  private goal: { top: number; how: How } | null = null;
  /** The item that the keyboard goes to as soon as its row is known, and what is done there then. */
  private awaited: Awaited | null = null;
  /** The columns that the focus knows. */
  private columns: readonly Column[];

  constructor(
    private readonly milepost: Milepost,
    private readonly band: Band,
    private readonly sight: Sight,
  ) {
    this.columns = milepost.view.settings.columns;
  }

  /** Other columns are shown now: the focus and what is typed stay in theirs. Where it is gone, its neighbour gets the focus. */
  arrange(): void {
    const { columns } = this.milepost.view.settings;
    const { key, column } = this.focus;
    const name = this.columns[column];
    this.columns = columns;
    const now = name === undefined ? -1 : columns.indexOf(name);
    const to = now < 0 ? Math.min(column, this.lastColumn) : now;
    if (to !== column) this.focus = { key, column: to };
    if (this.editing && !columns.includes(this.editing.column)) this.editing = null;
  }

  /** Other lines are known now. */
  arrived(): void {
    this.findFocused();
    if (this.goal && this.band.has({ top: this.goal.top, height: 1 })) this.land();
    const { awaited } = this;
    const wanted = awaited && this.lineOf(awaited.id);
    if (!wanted) return;
    this.setFocus(wanted, awaited?.column ?? this.focus.column);
    awaited?.act?.();
  }

  /** Finds the line of the focus anew. Where something else has taken its place, the focus goes on to that. */
  private findFocused(): void {
    const { key, column } = this.focus;
    const back = this.lineOf(this.strayed);
    const line = back ?? this.lineOf(key);
    const next = line ?? this.successor();
    if (next === undefined) return;
    const strayed = line ? this.strayed : key;
    this.stand(next?.key ?? HEAD, column, next);
    this.strayed = back ? null : strayed;
    if (this.focus.key === key) return;
    this.editing = null;
    if (this.sight.hasFocus()) this.sight.focus(this.focus.key, column);
  }

  /**
   * Where the focus goes on if its line has gone from where it stood: null if there are no lines at all, undefined as long
   * as nobody knows that it has.
   */
  private successor(): Line | null | undefined {
    const { band, held, heldIn } = this;
    if (!held || !band.has({ top: held.top, height: 1 })) return undefined;
    const lane = this.lineOf(heldIn);
    const folded = lane && !isItem(lane) && lane.lane.is_collapsed ? lane : undefined;
    return this.lineOf(this.milepost.selection.only) ?? folded ?? lineAt(band.lines, held.top) ?? null;
  }

  /** Lets the title of an item be typed, as soon as it has a row. */
  editTitle(id: string): void {
    this.awaited = { id, column: 0, act: () => this.edit(null) };
    this.arrived();
  }

  /** Takes the keyboard to an item, as soon as it has a row. */
  goTo(id: string): void {
    this.awaited = { id };
    this.arrived();
  }

  /** Brings the row of the focus into sight: nobody changes what they do not see. False if it has gone. */
  async show(): Promise<boolean> {
    const { key } = this.focus;
    const top = this.lineOf(key)?.top ?? (await this.band.topOf(key));
    if (top === null || this.focus.key !== key) return false;
    this.sight.reveal(top, this.band.rowHeight);
    return true;
  }

  /** Takes the keyboard back to the cell that had it last. */
  focusLast(): void {
    if (this.focus.key === HEAD) this.sight.focus(HEAD, this.focus.column);
    else this.jump(this.top, "leave");
  }

  /** The focus has come to a cell by Tab or by a press. */
  focused(key: string, column: number): void {
    this.awaited = null;
    if (key === this.focus.key && column === this.focus.column) return;
    // What is being typed elsewhere is kept, or stays there with the reason why not.
    if (this.editing?.fixed) this.editing = null;
    this.stand(key, column);
  }

  /** What is selected elsewhere is where the keyboard goes on. */
  follow(id: string): void {
    if (this.editing) return;
    this.stand(id, this.focus.column);
    this.anchor = id;
  }

  pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const done = this.moves(event) || this.acts(event) || this.types(event);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** A press on a line; false if it does nothing there. */
  clicked(key: string, event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): void {
    const line = this.lineOf(key);
    if (!line) return;
    if (!isItem(line)) return this.toggleLane(line);
    const { selection } = this.milepost;
    if (event.shiftKey) return void this.extendTo(key);
    this.anchor = key;
    if (event.ctrlKey || event.metaKey) selection.toggle(key);
    else selection.select([key]);
  }

  /** Begins to edit the cell that has the focus; `begun` has been typed already. */
  edit(begun: string | null): void {
    const { line, column } = this;
    if (!line || !isItem(line)) return;
    if (!editable(this.milepost)) return tellReadOnly(this.milepost);
    const before = this.awaited?.id === line.key ? (this.awaited.begun ?? "") : "";
    const typed = begun === null ? null : before + begun;
    if (this.comesFirst(() => this.edit(typed), typed)) return;
    this.strayed = null;
    const fixed = whyFixed(column, line.row) !== null;
    this.editing = { key: line.key, column, begun, fixed, reason: null };
  }

  /**
   * Brings the row of the focus into sight: nobody changes what they do not see. True if it was far away and `act` waits for
   * it, as what is known of it may be of long ago. Where it has gone, the keyboard goes on to what stands there, and no more.
   */
  private comesFirst(act: () => void, begun: string | null = null): boolean {
    const { key, column } = this.focus;
    const line = this.lineOf(key);
    if (line) {
      this.sight.reveal(line.top, line.height);
      this.sight.focus(key, column);
      return false;
    }
    const awaited = { id: key, act, begun };
    this.awaited = awaited;
    void this.milepost.attempt(async () => {
      const isThere = await this.show();
      if (this.awaited !== awaited) return;
      if (isThere) return this.arrived();
      this.awaited = null;
      this.jump(this.top, "leave");
    });
    return true;
  }

  /** What was refused comes back to its cell; false where that is gone, or the keyboard is busy elsewhere. */
  comeBack({ key, column, text, reason }: RefusedText): boolean {
    const line = this.lineOf(key);
    const at = this.milepost.view.settings.columns.indexOf(column);
    if (this.editing || !line || at < 0 || !this.sight.hasFocus()) return false;
    this.setFocus(line, at);
    this.editing = { key, column, begun: text, fixed: false, reason };
    return true;
  }

  /** A cell is not edited any more; another that is by now stays so. */
  left({ rows, columns, focus }: Leave, key: string, column: Column): void {
    if (this.editing?.key !== key || this.editing.column !== column) return;
    this.editing = null;
    if (!focus) return;
    if (columns !== 0) this.across(columns);
    else if (rows !== 0) this.down(rows, "select");
    this.sight.focus(this.focus.key, this.focus.column);
  }

  /** The cell of an item that has the focus, or had it last, as long as nothing is typed in it; null if it is none. */
  get cell(): Cell | null {
    const { line } = this;
    const isTyped = this.editing !== null && !this.editing.fixed;
    return line && isItem(line) && !isTyped ? { line, column: this.focus.column } : null;
  }

  /** Whether a change may be on its way to the rows. */
  get isStale(): boolean {
    return this.milepost.plan.saving || !this.band.isCurrent;
  }

  /** The name of the column that has the focus. */
  private get column(): Column {
    return this.milepost.view.settings.columns[this.focus.column] ?? "title";
  }

  /** The item in whose row the focus is, or was last. */
  get item(): string | null {
    const { line } = this;
    return line && isItem(line) ? line.key : null;
  }

  private get line(): Line | undefined {
    return this.lineOf(this.focus.key) ?? this.held ?? undefined;
  }

  private lineOf(key: string | null): Line | undefined {
    return this.band.lines.find((line) => line.key === key);
  }

  /** The focus is in a cell from now on. */
  private stand(key: string, column: number, line: Line | null = this.lineOf(key) ?? null): void {
    const { lines } = this.band;
    this.focus = { key, column };
    this.held = line;
    this.heldIn = (line && lines.findLast((each) => !isItem(each) && each.top <= line.top)?.key) ?? null;
    this.strayed = null;
  }

  private get lastColumn(): number {
    return this.milepost.view.settings.columns.length - 1;
  }

  private moves(event: KeyboardEvent): boolean {
    if (event.altKey) return false;
    const mod = event.ctrlKey || event.metaKey;
    const how = event.shiftKey ? "extend" : mod ? "leave" : "select";
    const page = Math.max(1, Math.floor(this.sight.height() / this.band.rowHeight) - 1);
    switch (event.key) {
      case "ArrowDown":
        return this.down(1, how);
      case "ArrowUp":
        return this.down(-1, how);
      case "PageDown":
        return this.jump(this.top + page * this.band.rowHeight, how);
      case "PageUp":
        return this.jump(this.top - page * this.band.rowHeight, how);
      case "ArrowRight":
        return this.folds(false) || this.across(1);
      case "ArrowLeft":
        return this.folds(true) || this.across(-1);
      case "Home":
        return mod ? this.jump(0, "select") : this.across(-Infinity);
      case "End":
        return mod ? this.jump(this.band.height, "select") : this.across(Infinity);
      default:
        return false;
    }
  }

  private acts(event: KeyboardEvent): boolean {
    const { line } = this;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!line || this.focus.key === HEAD) return false;
    if (event.key === "Escape" && this.editing?.fixed) {
      this.editing = null;
      return true;
    }
    if (event.key === "Enter" && !plain) {
      if (isItem(line) && !this.milepost.selection.items.has(line.key))
        this.milepost.selection.select([line.key]);
      perform(this.milepost, actionNamed("inspect"));
      return true;
    }
    if (plain && (event.key === "Delete" || event.key === "Backspace"))
      return event.repeat || this.clears(line);
    if (event.key === " ") {
      if (isItem(line)) this.milepost.selection.toggle(line.key);
      else this.toggleLane(line);
      return true;
    }
    if (!plain || (event.key !== "Enter" && event.key !== "F2")) return false;
    if (isItem(line)) this.edit(null);
    else this.toggleLane(line);
    return true;
  }

  /** A letter or a figure begins to edit. */
  private types(event: KeyboardEvent): boolean {
    const { line } = this;
    const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isText || !line || !isItem(line) || this.focus.key === HEAD) return false;
    // Where nothing can be typed, it may be an action's.
    if (!editable(this.milepost)) return false;
    this.edit(event.key);
    return true;
  }

  /** Empties the cell that has the focus. False on a title, which stands for its row: that is deleted by an action. */
  private clears(line: Line): boolean {
    const { milepost, column } = this;
    if (!isItem(line)) return true;
    if (column === "title") {
      if (!milepost.selection.items.has(line.key)) milepost.selection.select([line.key]);
      return false;
    }
    const result = cleared(column, line.row, this.isStale);
    if (!editable(milepost)) tellReadOnly(milepost);
    else if (this.comesFirst(() => void (this.line && this.clears(this.line)))) return true;
    else if (whyFixed(column, line.row) !== null) this.edit(null);
    else if (result && "refused" in result) milepost.notices.tell(result.refused);
    else if (result) void this.empty(result.operation, line.row);
    return true;
  }

  private async empty(operation: Operation, row: ItemRow): Promise<void> {
    const words = takenAway(operation, row);
    if ((await this.milepost.commit(operation)) && words !== null) this.milepost.tellUndoable(words);
  }

  /** Left collapses a lane or an epic, right expands it; false if it is that way already, or neither. */
  private folds(collapse: boolean): boolean {
    const { line } = this;
    if (!line || this.focus.key === HEAD) return false;
    if (!isItem(line)) {
      if (line.lane.is_collapsed !== collapse) this.toggleLane(line);
      return true;
    }
    const { item, holds } = line.row;
    const { collapsed_epics } = this.milepost.view.settings;
    const isEpicsTitle = this.focus.column === 0 && item.kind === "epic" && holds > 0;
    if (!isEpicsTitle || collapsed_epics.includes(item.id) === collapse) return false;
    toggleEpic(this.milepost, item.id);
    return true;
  }

  private toggleLane(line: Line): void {
    const { view } = this.milepost;
    if (isItem(line) || line.lane.lane.by !== "items") return;
    view.change(toggled(view.settings, line.lane.lane));
  }

  private across(by: number): boolean {
    const column = Math.max(0, Math.min(this.focus.column + by, this.lastColumn));
    this.focus = { ...this.focus, column };
    this.sight.focus(this.focus.key, column);
    return true;
  }

  private get top(): number {
    return this.focus.key === HEAD ? -this.band.rowHeight : (this.line?.top ?? this.sight.top());
  }

  private down(direction: -1 | 1, how: How): boolean {
    const { lines } = this.band;
    if (this.focus.key === HEAD) return direction < 0 || this.jump(0, how);
    const at = lines.findIndex(({ key }) => key === this.focus.key);
    const next = at < 0 ? undefined : lines[at + direction];
    if (next) this.come(next, how);
    else if (direction < 0 && this.top <= 0) this.head();
    else if (at < 0 || this.top + this.band.rowHeight < this.band.height)
      this.jump(this.top + direction * this.band.rowHeight, how);
    return true;
  }

  private head(): void {
    this.stand(HEAD, this.focus.column);
    this.sight.focus(HEAD, this.focus.column);
  }

  /** Goes to the line at a height, as soon as it is known. */
  private jump(to: number, how: How): boolean {
    const top = Math.max(0, Math.min(to, this.band.height - this.band.rowHeight));
    this.goal = { top, how };
    this.sight.reveal(top, this.band.rowHeight);
    if (this.band.has({ top, height: 1 })) this.land();
    return true;
  }

  private land(): void {
    const { goal } = this;
    this.goal = null;
    const line = goal && lineAt(this.band.lines, goal.top);
    if (goal && line) this.come(line, goal.how);
  }

  private come(line: Line, how: How): void {
    this.setFocus(line, this.focus.column);
    if (!isItem(line)) return;
    if (how === "extend") void this.extendTo(line.key);
    else if (how === "select") {
      this.anchor = line.key;
      this.milepost.selection.select([line.key]);
    }
  }

  private setFocus(line: Line, column: number): void {
    this.awaited = null;
    this.editing = null;
    this.stand(line.key, column, line);
    this.sight.reveal(line.top, line.height);
    this.sight.focus(line.key, column);
  }

  /** Selects the rows from where the range began to this one. */
  private async extendTo(to: string): Promise<void> {
    const { milepost } = this;
    const from = this.anchor ?? milepost.selection.only ?? to;
    this.anchor = from;
    const range = (this.range = { over: milepost.selection.items });
    const chart = { view: milepost.view.settings, scale: milepost.chart?.scale ?? milepost.view.scale };
    await milepost.attempt(async () => {
      const ids = await milepost.backend.call("rows_between", { chart, from, to });
      // Who has selected something else meanwhile keeps that.
      if (this.range !== range || milepost.selection.items !== range.over) return;
      milepost.selection.select(ids.length > 0 ? ids : [to]);
    });
  }
}

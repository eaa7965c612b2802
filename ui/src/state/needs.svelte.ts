/** Which needs the screen of needs shows, which of them are selected, and the details of the one in the inspector. */
import type { Filter } from "../bindings/Filter";
import type { NeedDetail } from "../bindings/NeedDetail";
import type { NeedMark } from "../bindings/NeedMark";
import type { NeedsColumn } from "../bindings/NeedsColumn";
import type { NeedsQuery } from "../bindings/NeedsQuery";
import type { Patch } from "../bindings/Patch";
import type { Backend } from "../ports/backend";
import { emptyFilter, isFiltering } from "./look";
import { isGone, without } from "./selection.svelte";

export const usualQuery: NeedsQuery = {
  filter: emptyFilter,
  marks: [],
  sort: { by: { column: "weight" }, descending: true },
  sorting: 0,
};

/** Columns of which the greatest are of interest first. */
const GREATEST_FIRST: readonly NeedsColumn["column"][] = ["weight", "items", "votes"];

/** The table on screen, for what happens elsewhere. */
export interface NeedsOnScreen {
  /** Brings a need's row into sight and gives it the focus. False if the table leaves it out. */
  reveal(need: string): Promise<boolean>;
  /** Begins to type into the cell that has the focus. */
  edit(): void;
  /** Lets a new need be typed. */
  add(): void;
}

export class NeedsStore {
  query = $state.raw<NeedsQuery>(usualQuery);
  selected = $state.raw<ReadonlySet<string>>(new Set());
  /** Details of the single selected need; null while there is none. */
  detail = $state.raw<NeedDetail | null>(null);
  inspectorOpen = $state(false);
  /** What is typed into the line for a new need; it waits while something else is looked at. */
  typed = $state("");
  /** The customer in whose column the focus is. */
  customer = $state<string | null>(null);
  /** Null on other screens. */
  table: NeedsOnScreen | null = null;
  /** Resolves when the details of what was selected last are there, or cannot be had. */
  ready: Promise<void> = Promise.resolve();

  constructor(
    private readonly backend: Backend,
    private readonly fail: (thrown: unknown) => void,
  ) {}

  /** The single selected need. */
  get only(): string | null {
    return this.selected.size === 1 ? ([...this.selected][0] ?? null) : null;
  }

  get filtering(): boolean {
    return isFiltering(this.query.filter) || this.query.marks.length > 0;
  }

  /** The one way to show other needs, or the same in another order. */
  change(changed: Partial<NeedsQuery>): void {
    this.query = { ...this.query, ...changed, sorting: this.query.sorting + 1 };
    if (changed.filter || changed.marks) void this.keepToShown();
  }

  filter(changed: Partial<Filter>): void {
    this.change({ filter: { ...this.query.filter, ...changed } });
  }

  toggleMark(mark: NeedMark): void {
    const { marks } = this.query;
    this.change({ marks: marks.includes(mark) ? marks.filter((each) => each !== mark) : [...marks, mark] });
  }

  showAll(): void {
    this.change({ filter: emptyFilter, marks: [] });
  }

  /** By a column, then the other way round. */
  sortBy(by: NeedsColumn): void {
    const { sort } = this.query;
    const again = isSameColumn(sort.by, by);
    const descending = again ? !sort.descending : GREATEST_FIRST.includes(by.column);
    this.change({ sort: { by, descending } });
  }

  select(ids: Iterable<string>): void {
    this.selected = new Set(ids);
    this.ready = this.refresh();
  }

  toggle(id: string): void {
    const selected = new Set(this.selected);
    if (!selected.delete(id)) selected.add(id);
    this.select(selected);
  }

  clear(): void {
    this.selected = new Set();
    this.detail = null;
  }

  /** Follows a change of the plan, without what that has taken away; null when a whole plan has come in. */
  async follow(patch: Patch | null): Promise<void> {
    if (patch) {
      // The same set where nothing of it is gone: what is typed for some needs stays while those are selected.
      this.selected = without(patch.removed_needs, this.selected);
      this.ready = this.refresh();
      return await this.ready;
    }
    this.clear();
    this.typed = "";
    this.query = usualQuery;
  }

  /** Lets go of what the query leaves out: what is done to what is selected is not done out of sight. */
  private async keepToShown(): Promise<void> {
    const { query, selected } = this;
    if (selected.size === 0) return;
    try {
      const shown = await this.shownBy(query);
      // What has been selected since is in sight.
      if (query !== this.query || selected !== this.selected) return;
      const left = [...selected].filter((id) => shown.has(id));
      if (left.length < selected.size) this.select(left);
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  /** Of what a query shows, at least what is selected. */
  private async shownBy(query: NeedsQuery): Promise<ReadonlySet<string>> {
    const { only: id } = this;
    const end = Number.MAX_SAFE_INTEGER;
    if (id === null) return new Set(await this.backend.call("needs_between", { query, first: 0, end }));
    const place = await this.backend.call("needs_place", { query, id });
    return new Set(place === null ? [] : [id]);
  }

  /** Fetches the details anew; a need that is gone falls out of the selection. */
  async refresh(): Promise<void> {
    const id = this.only;
    if (id === null) {
      this.detail = null;
      return;
    }
    try {
      const detail = await this.backend.call("need", { id });
      if (this.only === id) this.detail = detail;
    } catch (thrown) {
      if (isGone(thrown)) {
        if (this.only === id) this.clear();
        return;
      }
      // What is typed into the inspector must not go to the need that was selected before.
      if (this.only === id && this.detail?.need.id !== id) this.detail = null;
      this.fail(thrown);
    }
  }
}

export function isSameColumn(a: NeedsColumn, b: NeedsColumn): boolean {
  if (a.column === "importance" && b.column === "importance") return a.customer === b.customer;
  return a.column === b.column;
}

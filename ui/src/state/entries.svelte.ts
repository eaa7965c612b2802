/**
 * The list of costs or of actuals on the screen of the budget: which one is looked at, and what is selected in it. It is
 * fetched page by page, and only while it is on screen.
 */
import { SvelteMap } from "svelte/reactivity";

import type { ActualEntry } from "../bindings/ActualEntry";
import type { BudgetCell } from "../bindings/BudgetCell";
import type { CostEntry } from "../bindings/CostEntry";
import type { NewActual } from "../bindings/NewActual";
import type { NewCost } from "../bindings/NewCost";
import type { Patch } from "../bindings/Patch";
import type { Touched } from "../bindings/Touched";
import type { Backend } from "../ports/backend";
import { type Page, Pages } from "../widgets/pages.svelte";
import { type Chosen, type Selected, leftOf } from "./chosen";
import { isGone } from "./selection.svelte";

export type EntryKind = "cost" | "actual";

/** What the list is about besides this store: the line that the whole screen is about. */
export interface LineInSight {
  line: string | null;
}

/** A new entry as far as it is filled in. */
export interface Begun<T> {
  entry: T;
  /** Title of its work item; empty for none. */
  item: string;
  /** Whether its amount has been said. */
  isSaid: boolean;
}

/** What entries show something of. */
const SHOWN: readonly Touched[] = ["cost", "actual", "item", "budget_line", "rate", "settings"];

export class EntriesStore {
  kind = $state<EntryKind>("cost");
  text = $state("");
  /** Whether a new one is being filled in. */
  adding = $state(false);
  /** What has been filled in of a new one of each kind; it waits while something else is looked at. */
  newCost = $state.raw<Begun<NewCost> | null>(null);
  newActual = $state.raw<Begun<NewActual> | null>(null);
  /** Amounts that are typed beside work items and not added, by item; they wait while something else is looked at. */
  readonly typedFor = new SvelteMap<string, string>();
  /** The one that keys go on from, with its place in the list; null while nothing is selected. */
  lead = $state.raw<Chosen | null>(null);
  /** All that is selected, the lead included. */
  ids = $state.raw<ReadonlySet<string>>(new Set());
  /** The lead, if it is one of these and known. */
  cost = $state.raw<CostEntry | null>(null);
  actual = $state.raw<ActualEntry | null>(null);
  readonly costs: Pages<CostEntry, BudgetCell>;
  readonly actuals: Pages<ActualEntry, number>;
  private anchor = 0;
  private looking = false;
  /** Counts up with every wish to select something; an answer to an older wish selects nothing any more. */
  private wish = 0;
  /** The place that keys have gone to while it is still found out what is selected up to there. */
  private heading = $state.raw<number | null>(null);
  /** Counts up with every look at the lead; an answer to an older one shows nothing any more. */
  private looks = 0;
  private lastLook: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly backend: Backend,
    private readonly fail: (thrown: unknown) => void,
    private readonly budget: LineInSight,
  ) {
    this.costs = new Pages((offset, limit) => this.costPage(offset, limit), fail);
    this.actuals = new Pages((offset, limit) => this.actualPage(offset, limit), fail);
  }

  get pages(): Pages<CostEntry, BudgetCell> | Pages<ActualEntry, number> {
    return this.kind === "cost" ? this.costs : this.actuals;
  }

  /** What all costs of the list come to; null before the first answer. */
  get sums(): BudgetCell | null {
    return this.costs.sums;
  }

  /** What all actuals of the list come to. */
  get spent(): number {
    return this.actuals.sums ?? 0;
  }

  private get filter() {
    return { line: this.budget.line, text: this.text };
  }

  /** Looks at the list, for the first time, again, or at another one. */
  async open(): Promise<void> {
    this.looking = true;
    this.pages.restart();
    await this.stay();
    await this.lastLook;
  }

  /** Nobody looks at the list any more. */
  leave(): void {
    this.looking = false;
  }

  /** Looks at costs or at actuals. */
  turnTo(kind: EntryKind): void {
    if (kind === this.kind) return;
    this.kind = kind;
    this.adding = false;
    this.clear();
  }

  /** Looks at all costs or actuals, whatever words the list was kept to, with nothing selected. */
  showAll(kind: EntryKind): void {
    this.turnTo(kind);
    [this.text, this.adding] = ["", false];
    this.clear();
  }

  /** Follows a change of the plan; null when a whole plan has come in. */
  async follow(patch: Patch | null): Promise<void> {
    for (const id of patch?.removed ?? this.typedFor.keys()) this.typedFor.delete(id);
    if (!patch) {
      [this.text, this.adding] = ["", false];
      this.costs.forget();
      this.actuals.forget();
      [this.newCost, this.newActual] = [null, null];
      this.clear();
    } else if (this.looking && patch.touched.some((each) => SHOWN.includes(each))) await this.open();
  }

  /** The place that keys go on from; null while there is none. */
  get place(): number | null {
    return this.heading ?? this.lead?.index ?? null;
  }

  /** The id of an entry at a place. */
  idAt(index: number): string | undefined {
    return this.kind === "cost" ? this.costs.at(index)?.cost.id : this.actuals.at(index)?.actual.id;
  }

  /** Selects the row at a place; adds it or takes it away with `add`, all up to it with `range`. */
  async selectAt(index: number, how: "only" | "add" | "range" = "only"): Promise<void> {
    const wanted = Math.max(0, Math.min(index, this.pages.total - 1));
    const known = this.idAt(wanted);
    if (how !== "range" && known !== undefined) return this.take(known, wanted, how);
    this.heading = wanted;
    await this.wishing(async (isNewest) => {
      const all = await this.all();
      const id = all[wanted];
      if (!isNewest() || id === undefined) return;
      if (how !== "range") return this.take(id, wanted, how);
      const [first, last] = [Math.min(this.anchor, wanted), Math.max(this.anchor, wanted)];
      this.choose({ id, index: wanted }, all.slice(first, last + 1));
    });
  }

  async selectAll(): Promise<void> {
    await this.wishing(async (isNewest) => {
      const all = await this.all();
      const lead = this.lead ?? (all[0] === undefined ? null : { id: all[0], index: 0 });
      if (isNewest()) this.choose(lead, all);
    });
  }

  /** Selects an entry wherever it is, and lets everything into the list if it is not in it. */
  async reveal(kind: EntryKind, id: string): Promise<void> {
    this.turnTo(kind);
    this.adding = false;
    this.choose({ id, index: 0 });
    await this.wishing(async (isNewest) => {
      let index = await this.placeOf(id);
      if (!isNewest()) return;
      if (index === null) {
        [this.text, this.budget.line] = ["", null];
        this.pages.restart();
        index = await this.placeOf(id);
      }
      if (isNewest() && index !== null) this.take(id, index);
    });
  }

  clear(): void {
    this.wish += 1;
    this.choose(null);
  }

  /** Begins with a new entry, or goes on with the one that waits. */
  begin(kind: EntryKind): void {
    this.turnTo(kind);
    this.clear();
    this.adding = true;
  }

  /** The new entry is in the plan, or given up. */
  endNew(kind: EntryKind): void {
    this.adding = false;
    if (kind === "cost") this.newCost = null;
    else this.newActual = null;
  }

  private async all(): Promise<string[]> {
    return await this.backend.call(this.kind === "cost" ? "cost_ids" : "actual_ids", this.filter);
  }

  private async placeOf(id: string): Promise<number | null> {
    const request = { filter: this.filter, offset: 0, limit: 0, place_of: id };
    const method = this.kind === "cost" ? "cost_list" : "actual_list";
    return (await this.backend.call(method, request)).place;
  }

  private async costPage(offset: number, limit: number): Promise<Page<CostEntry, BudgetCell>> {
    const request = { filter: this.filter, offset, limit, place_of: null };
    const { total, rows: items, sums } = await this.backend.call("cost_list", request);
    return { total, items, sums };
  }

  private async actualPage(offset: number, limit: number): Promise<Page<ActualEntry, number>> {
    const request = { filter: this.filter, offset, limit, place_of: null };
    const { total, rows: items, amount: sums } = await this.backend.call("actual_list", request);
    return { total, items, sums };
  }

  /** Selects again what is selected, where it stands now; what is gone or not in the list any more is let go. */
  private async stay(): Promise<void> {
    const { lead } = this;
    if (!lead) return;
    await this.wishing(async (isNewest) => {
      const left = await this.leftInList(lead);
      if (!isNewest()) return;
      if (!left) return this.clear();
      this.anchor = left.lead.index;
      this.choose(left.lead, left.ids);
    });
  }

  private async leftInList(lead: Chosen): Promise<Selected | null> {
    if (this.ids.size > 1 || !this.ids.has(lead.id)) return leftOf(await this.all(), this.ids, lead);
    const index = await this.placeOf(lead.id);
    return index === null ? null : { lead: { id: lead.id, index }, ids: [lead.id] };
  }

  /** Runs something that selects in the end, unless there is another wish by then. */
  private async wishing(work: (isNewest: () => boolean) => Promise<void>): Promise<void> {
    const mine = ++this.wish;
    const isNewest = () => mine === this.wish;
    await work(isNewest).catch((thrown: unknown) => {
      if (!isNewest()) return;
      this.heading = null;
      this.fail(thrown);
    });
  }

  private take(id: string, index: number, how: "only" | "add" = "only"): void {
    this.wish += 1;
    this.anchor = index;
    const ids = new Set(how === "add" ? this.ids : []);
    this.adding = false;
    if (how === "add" && ids.size > 1 && ids.delete(id)) return this.takeOut(id, ids);
    this.choose({ id, index }, ids.add(id));
  }

  /** Leaves others selected than one that was; where that has led, the nearest of them leads from now on. */
  private takeOut(id: string, ids: ReadonlySet<string>): void {
    if (this.lead?.id !== id) return this.choose(this.lead, ids);
    this.ids = ids;
    void this.stay();
  }

  private choose(lead: Chosen | null, ids: Iterable<string> = lead ? [lead.id] : []): void {
    this.heading = null;
    this.lead = lead;
    this.ids = new Set(ids);
    this.lastLook = this.look();
  }

  /** Fetches the lead with all that is shown of it. */
  private async look(): Promise<void> {
    const { kind, lead } = this;
    const mine = ++this.looks;
    const isStill = () => mine === this.looks;
    if (this.cost?.cost.id !== lead?.id) this.cost = null;
    if (this.actual?.actual.id !== lead?.id) this.actual = null;
    if (!lead) return;
    try {
      if (kind === "cost") {
        const cost = await this.backend.call("cost", { id: lead.id });
        if (isStill()) this.cost = cost;
      } else {
        const actual = await this.backend.call("actual", { id: lead.id });
        if (isStill()) this.actual = actual;
      }
    } catch (thrown) {
      if (isStill() && isGone(thrown)) this.clear();
      else if (isStill()) this.fail(thrown);
    }
  }
}

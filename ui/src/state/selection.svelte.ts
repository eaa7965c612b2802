/** What is selected, and the details of the one item or milestone that the inspector shows. */
import type { LaneKey } from "../bindings/LaneKey";
import type { Chain } from "../bindings/Chain";
import type { ChartQuery } from "../bindings/ChartQuery";
import type { ItemDetail } from "../bindings/ItemDetail";
import type { Patch } from "../bindings/Patch";
import type { Stays } from "../bindings/Stays";
import type { Tie } from "../bindings/Tie";
import { type Backend, refusalOf } from "../ports/backend";
import type { End } from "./dependency-words";
import { Newest } from "./newest";

export class SelectionStore {
  items = $state.raw<ReadonlySet<string>>(new Set());
  milestone = $state<string | null>(null);
  need = $state<string | null>(null);
  /** The lane whose name has the focus, or had it last, until something else is selected. */
  lane = $state.raw<LaneKey | null>(null);
  /**
   * The details that came last, which the inspector shows until those of another item are there; null while no single item is
   * selected.
   */
  lastDetail = $state.raw<ItemDetail | null>(null);
  /** The dependency that is selected along with the one item, as soon as that is known: the inspector shows its fields. */
  dependency = $state<string | null>(null);
  inspectorOpen = $state(false);
  /** Which of several selected items cannot be moved with the others; null while that is not known, or there is one. */
  stays = $state.raw<Stays | null>(null);
  /** What a change has taken out of the plan while it was selected; it is selected again when it comes back. */
  private readonly lost = { items: new Set<string>(), milestones: new Set<string>() };
  /** Resolves when the details of what was selected last are there, or cannot be had. */
  ready: Promise<void> = Promise.resolve();
  /** What is selected as soon as it is known; null if nothing is on its way. */
  private coming: Promise<ReadonlySet<string>> | null = null;

  /** What of it is hidden, asked one after the other: a text that is typed into the filter asks with each letter. */
  private readonly hiding = new Newest(
    async ({ chart }: { chart: ChartQuery; isStill: () => boolean }) => {
      const items = await this.chosen();
      const ids = [...items];
      return { items, hidden: ids.length > 0 ? await this.backend.call("not_shown", { chart, ids }) : [] };
    },
    ({ items, hidden }, { isStill }) => {
      // What has been selected since is in sight.
      if (hidden.length > 0 && items === this.items && isStill()) this.select(without(hidden, items));
    },
    (thrown) => this.fail(thrown),
  );

  /** `lead` gives the item that has the keyboard. */
  constructor(
    private readonly backend: Backend,
    private readonly fail: (thrown: unknown) => void,
    private readonly lead: () => string | null = () => null,
  ) {}

  /** The single selected item. */
  get only(): string | null {
    return this.items.size === 1 ? ([...this.items][0] ?? null) : null;
  }

  /** The selected items: first the one that has the keyboard, which leads the others. */
  get led(): string[] {
    return led(this.lead(), this.items);
  }

  /** Details of the single selected item, and of no other; null while they are not known, or there is none. */
  get detail(): ItemDetail | null {
    return this.lastDetail && this.lastDetail.item.id === this.only ? this.lastDetail : null;
  }

  /** What hangs together with the single selected item by dependencies; null while that is not known. */
  get chain(): Chain | null {
    return this.detail?.chain ?? null;
  }

  /** The selected dependency as the one selected item has it; null while that is not known, or there is none. */
  get tie(): { tie: Tie; others: End } | null {
    const { detail, dependency } = this;
    if (!detail || dependency === null) return null;
    const isIt = (tie: Tie) => tie.dependency.id === dependency;
    const waitsFor = detail.predecessors.find(isIt);
    if (waitsFor) return { tie: waitsFor, others: "predecessor" };
    const waitedFor = detail.successors.find(isIt);
    return waitedFor ? { tie: waitedFor, others: "successor" } : null;
  }

  /** Lets go of what a change has taken out of the plan, selects what it brings back, and fetches the details anew. */
  follow({ added, removed, removed_needs, state }: Patch): Promise<void> {
    const { items, milestones } = this.lost;
    if (this.milestone !== null && !state.milestones.some(({ id }) => id === this.milestone)) {
      milestones.add(this.milestone);
      this.milestone = null;
    }
    if (this.need !== null && removed_needs.includes(this.need)) this.need = null;
    const left = without(removed, this.items);
    for (const id of this.items) if (!left.has(id)) items.add(id);
    if (left.size < this.items.size) this.dependency = null;
    this.items = left;
    const back = added.filter((id) => items.delete(id));
    const milestone = state.milestones.find(({ id }) => milestones.delete(id));
    if (back.length > 0) this.select(back);
    else if (milestone) this.selectMilestone(milestone.id);
    else this.ready = this.refresh();
    return this.ready;
  }

  /** Another plan has come in. */
  forget(): void {
    this.lost.items.clear();
    this.lost.milestones.clear();
    // Unlike clearing, this lets go of the lane, too.
    this.select([]);
  }

  select(ids: Iterable<string>): void {
    this.take(new Set(ids));
    this.ready = this.refresh();
  }

  /**
   * Selects what is still being asked for, unless something else is selected before the answer. Who acts meanwhile means what
   * is on its way.
   */
  async selectComing(ids: Promise<Iterable<string>>): Promise<void> {
    [this.milestone, this.need, this.dependency] = [null, null, null];
    const coming: Promise<ReadonlySet<string>> = ids.then((found) => {
      const items = new Set(found);
      if (this.coming !== coming) return items;
      this.take(items);
      this.ready = this.refresh();
      return items;
    });
    this.coming = coming;
    try {
      await coming;
    } finally {
      if (this.coming === coming) this.coming = null;
    }
  }

  /**
   * Selects a dependency at once, and the item that waits as soon as that is known. The item, or null if something else was
   * selected meanwhile.
   */
  async selectDependency(id: string): Promise<string | null> {
    const items = new Set<string>();
    this.take(items);
    this.dependency = id;
    const isStill = () => this.items === items && this.dependency === id;
    try {
      const { successor } = (await this.backend.call("dependency", { id })).dependency;
      if (!isStill()) return null;
      this.select([successor]);
      this.dependency = id;
      return successor;
    } catch (thrown) {
      if (isStill()) this.clear();
      throw thrown;
    }
  }

  /** Lets go of everything else, and keeps the details that came last. */
  private take(items: ReadonlySet<string>): void {
    this.items = items;
    this.coming = null;
    this.dependency = null;
    this.stays = null;
    this.milestone = null;
    this.need = null;
    this.lane = null;
  }

  /**
   * Lets go of what a way of looking does not show: what is done to what is selected is not done out of sight. Nothing comes of it
   * if `isStill` says that the roadmap is looked at otherwise by then.
   */
  async keepToShown(chart: ChartQuery, isStill: () => boolean): Promise<void> {
    if (!chart.view.show_milestones) this.milestone = null;
    await this.hiding.ask({ chart, isStill });
  }

  closeInspector(): void {
    this.inspectorOpen = false;
    this.dependency = null;
  }

  selectNeed(id: string): void {
    this.clear();
    this.lane = null;
    this.need = id;
  }

  selectMilestone(id: string): void {
    this.clear();
    this.lane = null;
    this.milestone = id;
  }

  toggle(id: string): void {
    const items = new Set(this.items);
    if (!items.delete(id)) items.add(id);
    this.select(items);
  }

  clear(): void {
    this.items = new Set();
    this.coming = null;
    this.dependency = null;
    this.milestone = null;
    this.need = null;
    this.lastDetail = null;
    this.stays = null;
  }

  /** Whether what is selected next is on its way. */
  get isComing(): boolean {
    return this.coming !== null;
  }

  /** The items that are selected now, or are about to be, whatever is by the time that they are known. */
  chosen(): Promise<ReadonlySet<string>> {
    return this.coming ?? Promise.resolve(this.items);
  }

  /**
   * The items that are selected now, with the one first that has the keyboard, and which of them cannot be moved with the others
   * as soon as that is known, whatever is selected by then: a key means what was selected when it was pressed.
   */
  async taken(): Promise<{ ids: string[]; stays: Stays | null }> {
    const [lead, chosen] = [this.lead(), this.chosen()];
    const items = await chosen;
    await this.ready;
    const stays = this.items === items || items.size < 2 ? this.stays : await this.askWhatStays(items);
    return { ids: led(lead, items), stays };
  }

  private async askWhatStays(items: ReadonlySet<string>): Promise<Stays | null> {
    if (items.size === 0) return null;
    try {
      return await this.backend.call("stays", { ids: [...items] });
    } catch (thrown) {
      this.fail(thrown);
      return null;
    }
  }

  /** Fetches the details anew; an item that is gone falls out of the selection. */
  async refresh(): Promise<void> {
    const id = this.only;
    if (id === null) {
      this.lastDetail = null;
      const { items } = this;
      const stays = await this.askWhatStays(items);
      if (this.items === items) this.stays = stays;
      return;
    }
    this.stays = null;
    try {
      const detail = await this.backend.call("item", { id });
      if (this.only !== id) return;
      this.lastDetail = detail;
      // One that comes back later does not take the keyboard to its fields.
      if (!this.tie) this.dependency = null;
    } catch (thrown) {
      if (isGone(thrown)) {
        if (this.only === id) this.clear();
        return;
      }
      // What is typed into the inspector must not go to the item that was selected before.
      if (this.only === id && !this.detail) this.lastDetail = null;
      this.fail(thrown);
    }
  }
}

const led = (lead: string | null, items: ReadonlySet<string>): string[] =>
  lead !== null && items.has(lead) ? [...new Set([lead, ...items])] : [...items];

/** What is left of something selected when some of it is gone; itself if all of it is. */
export function without(gone: readonly string[], selected: ReadonlySet<string>): ReadonlySet<string> {
  const removed = new Set(gone);
  const left = [...selected].filter((id) => !removed.has(id));
  return left.length < selected.size ? new Set(left) : selected;
}

/** Whether an item that was asked for was deleted, here or by undo: there is no other rule that asking can break. */
export const isGone = (thrown: unknown): boolean => refusalOf(thrown).error.code === "rule";

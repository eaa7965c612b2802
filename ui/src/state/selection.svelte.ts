/** What is selected, and the details of the one item or milestone that the inspector shows. */
import type { LaneKey } from "../bindings/LaneKey";
import type { Chain } from "../bindings/Chain";
import type { Dependency } from "../bindings/Dependency";
import type { ItemDetail } from "../bindings/ItemDetail";
import type { Patch } from "../bindings/Patch";
import type { Stays } from "../bindings/Stays";
import type { Tie } from "../bindings/Tie";
import { type Backend, refusalOf } from "../ports/backend";
import type { End } from "./dependency-words";

export class SelectionStore {
  items = $state.raw<ReadonlySet<string>>(new Set());
  milestone = $state<string | null>(null);
  need = $state<string | null>(null);
  /** The lane whose name has the focus, or had it last, until something else is selected. */
  lane = $state.raw<LaneKey | null>(null);
  /** Details of the single selected item; null while there is none. */
  detail = $state.raw<ItemDetail | null>(null);
  /** The dependency that is selected along with the one item: the inspector shows its fields. */
  dependency = $state<string | null>(null);
  inspectorOpen = $state(false);
  /** Which of several selected items cannot be moved with the others; null while that is not known, or there is one. */
  stays = $state.raw<Stays | null>(null);
  /** What a change has taken out of the plan while it was selected; it is selected again when it comes back. */
  private readonly lost = { items: new Set<string>(), milestones: new Set<string>() };
  /** Resolves when the details of what was selected last are there, or cannot be had. */
  ready: Promise<void> = Promise.resolve();

  constructor(
    private readonly backend: Backend,
    private readonly fail: (thrown: unknown) => void,
  ) {}

  /** The single selected item. */
  get only(): string | null {
    return this.items.size === 1 ? ([...this.items][0] ?? null) : null;
  }

  /** What hangs together with the single selected item by dependencies; null while that is not known. */
  get chain(): Chain | null {
    return this.detail && this.detail.item.id === this.only ? this.detail.chain : null;
  }

  /** The selected dependency as the one selected item has it; null while that is not known, or there is none. */
  get tie(): { tie: Tie; others: End } | null {
    const { detail, dependency } = this;
    if (!detail || detail.item.id !== this.only || dependency === null) return null;
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
    this.items = new Set(ids);
    this.dependency = null;
    this.stays = null;
    this.milestone = null;
    this.need = null;
    this.lane = null;
    this.ready = this.refresh();
  }

  /** Selects a dependency with the item that waits. */
  selectDependency({ id, successor }: Dependency): void {
    this.select([successor]);
    this.dependency = id;
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
    this.dependency = null;
    this.milestone = null;
    this.need = null;
    this.detail = null;
    this.stays = null;
  }

  /**
   * The items that are selected now, and which of them cannot be moved with the others as soon as that is known, whatever is
   * selected by then: a key means what was selected when it was pressed.
   */
  async taken(): Promise<{ ids: string[]; stays: Stays | null }> {
    const { items } = this;
    await this.ready;
    const stays = this.items === items || items.size < 2 ? this.stays : await this.askWhatStays(items);
    return { ids: [...items], stays };
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
      this.detail = null;
      const { items } = this;
      const stays = await this.askWhatStays(items);
      if (this.items === items) this.stays = stays;
      return;
    }
    this.stays = null;
    try {
      const detail = await this.backend.call("item", { id });
      if (this.only !== id) return;
      this.detail = detail;
      // One that comes back later does not take the keyboard to its fields.
      if (!this.tie) this.dependency = null;
    } catch (thrown) {
      if (isGone(thrown)) {
        if (this.only === id) this.clear();
        return;
      }
      // What is typed into the inspector must not go to the item that was selected before.
      if (this.only === id && this.detail?.item.id !== id) this.detail = null;
      this.fail(thrown);
    }
  }
}

/** What is left of something selected when some of it is gone; itself if all of it is. */
export function without(gone: readonly string[], selected: ReadonlySet<string>): ReadonlySet<string> {
  const removed = new Set(gone);
  const left = [...selected].filter((id) => !removed.has(id));
  return left.length < selected.size ? new Set(left) : selected;
}

/** Whether an item that was asked for was deleted, here or by undo: there is no other rule that asking can break. */
export const isGone = (thrown: unknown): boolean => refusalOf(thrown).error.code === "rule";

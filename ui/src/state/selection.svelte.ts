/** What is selected, and the details of the one item or milestone that the inspector shows. */
import type { LaneKey } from "../bindings/LaneKey";
import type { Chain } from "../bindings/Chain";
import type { ItemDetail } from "../bindings/ItemDetail";
import type { Patch } from "../bindings/Patch";
import type { Stays } from "../bindings/Stays";
import { type Backend, refusalOf } from "../ports/backend";

export class SelectionStore {
  items = $state.raw<ReadonlySet<string>>(new Set());
  milestone = $state<string | null>(null);
  need = $state<string | null>(null);
  /** The lane whose name has the focus, or had it last, until something else is selected. */
  lane = $state.raw<LaneKey | null>(null);
  /** Details of the single selected item; null while there is none. */
  detail = $state.raw<ItemDetail | null>(null);
  inspectorOpen = $state(false);
  /** Which of several selected items cannot be moved with the others; null while that is not known, or there is one. */
  stays = $state.raw<Stays | null>(null);
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

  /** Lets go of what a change has taken out of the plan, and fetches the details anew. */
  follow({ removed, state }: Patch): void {
    if (!state.milestones.some(({ id }) => id === this.milestone)) this.milestone = null;
    const gone = new Set(removed);
    const left = [...this.items].filter((id) => !gone.has(id));
    if (left.length < this.items.size) this.items = new Set(left);
    this.ready = this.refresh();
  }

  select(ids: Iterable<string>): void {
    this.items = new Set(ids);
    this.stays = null;
    this.milestone = null;
    this.need = null;
    this.lane = null;
    this.ready = this.refresh();
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
    this.milestone = null;
    this.need = null;
    this.detail = null;
    this.stays = null;
  }

  private async askWhatStays(): Promise<void> {
    const { items } = this;
    if (items.size === 0) return;
    try {
      const stays = await this.backend.call("stays", { ids: [...items] });
      if (this.items === items) this.stays = stays;
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  /** Fetches the details anew; an item that is gone falls out of the selection. */
  async refresh(): Promise<void> {
    const id = this.only;
    if (id === null) {
      this.detail = null;
      return await this.askWhatStays();
    }
    this.stays = null;
    try {
      const detail = await this.backend.call("item", { id });
      if (this.only === id) this.detail = detail;
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

/** Whether an item that was asked for was deleted, here or by undo: there is no other rule that asking can break. */
export const isGone = (thrown: unknown): boolean => refusalOf(thrown).error.code === "rule";

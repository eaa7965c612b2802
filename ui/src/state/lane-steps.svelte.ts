/**
 * Undo and redo for lanes that are put in order by hand. Their order is kept with the view and is none of the plan's steps;
 * but who has just dragged a lane means that by Undo. Knows nothing of the plan: whoever changes that ends these steps.
 */
import type { AspectValue } from "../bindings/AspectValue";
import type { ViewSettings } from "../bindings/ViewSettings";
import type { ViewStore } from "./view.svelte";

type Order = AspectValue[][];

interface Steps {
  /** The orders before, the last one of them last. */
  before: readonly Order[];
  /** The order that the last step has left; another one was not made by these steps. */
  now: Order | null;
  /** The orders that were taken back, the last one of them last. */
  after: readonly Order[];
  /** Which lanes were put in order. */
  of: string;
}

const none: Steps = { before: [], now: null, after: [], of: "" };

/** What lanes a view has, as far as they can be told apart in it. */
const lanesOf = ({ roadmap, lanes_by, then_by }: ViewSettings): string =>
  JSON.stringify([roadmap, lanes_by, then_by]);

export class LaneSteps {
  private kept = $state.raw<Steps>(none);

  constructor(private readonly view: ViewStore) {}

  /** None once other lanes are shown, or in an order that came by other means, such as with another view. */
  private get steps(): Steps {
    const { settings } = this.view;
    const isOfThese = this.kept.now === settings.lane_order && this.kept.of === lanesOf(settings);
    return isOfThese ? this.kept : none;
  }

  get mayUndo(): boolean {
    return this.steps.before.length > 0;
  }

  get mayRedo(): boolean {
    return this.steps.after.length > 0;
  }

  /** Puts the lanes of the view in an order, as a step. */
  put(order: Order): void {
    const { lane_order } = this.view.settings;
    if (JSON.stringify(order) === JSON.stringify(lane_order)) return;
    this.go({ before: [...this.steps.before, lane_order], now: order, after: [] });
  }

  undo(): void {
    const { before, now, after } = this.steps;
    const back = before.at(-1);
    if (back && now) this.go({ before: before.slice(0, -1), now: back, after: [...after, now] });
  }

  redo(): void {
    const { before, now, after } = this.steps;
    const forth = after.at(-1);
    if (forth && now) this.go({ before: [...before, now], now: forth, after: after.slice(0, -1) });
  }

  /** Something else was done, which Undo means from now on. */
  forget(): void {
    this.kept = none;
  }

  private go(to: Omit<Steps, "of"> & { now: Order }): void {
    this.kept = { ...to, of: lanesOf(this.view.settings) };
    this.view.change({ lane_order: to.now });
  }
}

/** Dragging bars: sideways changes dates only, up and down the lane only. In the tray they have no dates any more. */
import type { LaneKey } from "../bindings/LaneKey";
import type { Operation } from "../bindings/Operation";
import type { PreviewAnswer } from "../bindings/PreviewAnswer";
import type { Stays } from "../bindings/Stays";
import { DragDays } from "./drag-days";
import type { Gesture, Hand, Surroundings, Tip } from "./gesture";
import { FIRST_LENGTH } from "../state/days";
import { type Moved, isSameLane, movedTo, placedOn } from "./lanes";
import { type Snap, droppedDay, edgesOfItem } from "./snap";
import { marksOf, nothingHeld, tipOf } from "./shown";
import { movedOf, placedAnewOf, placedOf } from "./taken-along";

/** How far a drag to another lane may stray sideways before it changes dates, too, in points. */
const SIDEWAYS_TOLERANCE = 10;

const offTimeline = ({ clientX: x, clientY: y }: Hand): Tip => ({
  x,
  y,
  text: "Take off the timeline",
  danger: false,
});

export class MoveBar implements Gesture {
  readonly cursor = "grabbing";
  readonly scrolls = "both";
  readonly goesOn = true;
  /** The lane that the drag began on. */
  private readonly from: LaneKey | undefined;
  private readonly dragged: ReadonlySet<string>;
  private readonly drag: DragDays;
  /** What would be done; null while nothing would change. */
  private operation: Operation | null = null;
  /** What is told of those that it leaves where they are. */
  private staying: string | null = null;
  private snap: Snap | null = null;
  private hand: Hand;

  constructor(
    private readonly around: Surroundings,
    private readonly held: string,
    private readonly items: string[],
    hand: Hand,
  ) {
    this.from = around.chart.laneAt(hand.at.y)?.lane;
    this.dragged = new Set(items);
    this.drag = new DragDays(around, this.dragged, hand, edgesOfItem(around.chart, held));
    this.hand = hand;
  }

  restsAt(hand: Hand): boolean {
    // Elsewhere the tray is not of items.
    return this.around.onFeatures && this.around.overTray(hand);
  }

  move(hand: Hand): void {
    this.hand = hand;
    this.operation = this.operationFor(hand);
    if (!this.operation || this.restsAt(hand)) {
      this.around.stopPreview();
      this.clear();
      if (this.operation) this.around.tip(offTimeline(hand));
      return;
    }
    this.around.preview(this.operation, (answer) => this.show(answer));
  }

  drop(hand: Hand): Promise<unknown> | void {
    this.operation = this.operationFor(hand);
    this.around.stopPreview();
    this.around.tip(null);
    if (this.operation) return this.around.commit(this.operation, this.staying);
    this.clear();
  }

  cancel(): void {
    this.around.stopPreview();
    this.clear();
  }

  private operationFor(hand: Hand): Operation | null {
    const { chart } = this.around;
    // A feature stands in the lanes of the needs that it serves, or of what it costs, wherever it is dragged.
    const lane = this.around.onFeatures ? chart.laneAt(hand.at.y)?.lane : undefined;
    const elsewhere = lane !== undefined && !isSameLane(lane, this.from) ? lane : null;
    const stays = this.around.stays();
    this.staying = null;
    if (this.restsAt(hand)) {
      this.snap = null;
      const { ids, words } = placedAnewOf(this.items, stays);
      this.staying = words;
      return { operation: "edit_items", ids, edit: { field: "schedule", value: { kind: "none" } } };
    }
    if (this.from?.by === "horizon") {
      const placed = placedOf(this.held, this.items, stays);
      const { day, snap } = droppedDay(this.around, hand, FIRST_LENGTH);
      this.snap = snap;
      return elsewhere && placedOn(elsewhere, placed, day);
    }
    const straight = elsewhere && Math.abs(this.drag.distance(hand)) < SIDEWAYS_TOLERANCE;
    const days = straight ? 0 : this.drag.days(hand);
    this.snap = straight ? null : this.drag.snap;
    const moved = (elsewhere && movedTo(elsewhere, this.items, days, stays)) ?? this.later(days, stays);
    this.staying = moved?.words ?? null;
    return moved?.operation ?? null;
  }

  /** In its own lane. */
  private later(days: number, stays: Stays | null): Moved | null {
    if (days === 0) return null;
    const { ids, words } = movedOf(this.items, stays);
    return { operation: { operation: "move_items", ids, days, lane: [] }, words };
  }

  private show(answer: PreviewAnswer): void {
    const { chart } = this.around;
    chart.mark(marksOf(chart, answer, this.dragged, this.snap));
    const { overCap } = this.around;
    this.around.tip(tipOf(this.hand, answer, this.held, this.dragged, overCap, this.staying));
  }

  private clear(): void {
    this.around.chart.mark(nothingHeld);
    this.around.tip(null);
  }
}

/** Dragging bars: sideways changes dates only, up and down the lane only. */
import type { LaneKey } from "../bindings/LaneKey";
import type { Operation } from "../bindings/Operation";
import type { PreviewAnswer } from "../bindings/PreviewAnswer";
import { dayAt, daysFor } from "./dates";
import type { Gesture, Hand, Surroundings } from "./gesture";
import { isSameLane, movedTo, placedOn } from "./lanes";
import { marksOf, tipOf } from "./shown";

/** How far a drag to another lane may stray sideways before it changes dates, too, in points. */
const SIDEWAYS_TOLERANCE = 10;

export class MoveBar implements Gesture {
  readonly cursor = "grabbing";
  readonly scrolls = "both";
  private readonly start: { x: number; scale: number; lane: LaneKey | undefined };
  /** What would be done; null while nothing would change. */
  private operation: Operation | null = null;
  private hand: Hand;

  constructor(
    private readonly around: Surroundings,
    private readonly held: string,
    private readonly items: string[],
    hand: Hand,
  ) {
    const { chart } = around;
    const lane = chart.laneAt(hand.at.y)?.lane;
    this.start = { x: hand.at.x, scale: chart.scale, lane };
    this.hand = hand;
  }

  move(hand: Hand): void {
    this.hand = hand;
    this.operation = this.operationFor(hand);
    if (!this.operation) {
      this.around.stopPreview();
      this.clear();
      return;
    }
    this.around.preview(this.operation, (answer) => this.show(answer));
  }

  drop(hand: Hand): void {
    this.operation = this.operationFor(hand);
    this.around.stopPreview();
    this.around.tip(null);
    if (!this.operation) {
      this.clear();
      return;
    }
    // The preview stays until the answer is painted, so that the bar does not jump back for a moment.
    void this.around.commit(this.operation).finally(() => this.clear());
  }

  cancel(): void {
    this.around.stopPreview();
    this.clear();
  }

  private operationFor(hand: Hand): Operation | null {
    const { chart } = this.around;
    const distance = hand.at.x - this.start.x;
    const lane = chart.laneAt(hand.at.y)?.lane;
    const elsewhere = lane !== undefined && !isSameLane(lane, this.start.lane) ? lane : null;
    if (this.start.lane?.by === "horizon") {
      return elsewhere && placedOn(elsewhere, this.items, dayAt(hand.at.x, chart.scale));
    }
    const days =
      elsewhere && Math.abs(distance) < SIDEWAYS_TOLERANCE
        ? 0
        : daysFor(distance, this.start.scale, hand.shift);
    const moved = elsewhere && movedTo(elsewhere, this.items, days);
    if (moved || days === 0) return moved;
    return { operation: "move_items", ids: this.items, days, lane: [] };
  }

  private show(answer: PreviewAnswer): void {
    const { chart } = this.around;
    const held = new Set(this.items);
    if (answer.preview) chart.mark(marksOf(chart, answer.preview, held));
    this.around.tip(tipOf(this.hand, answer, this.held, held));
  }

  private clear(): void {
    this.around.chart.mark({ preview: [], lifted: [], selected: [] });
    this.around.tip(null);
  }
}

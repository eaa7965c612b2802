/** Dragging an edge of a bar: its first or last day follows the pointer, and those of all bars held with it. */
import type { Edge } from "../bindings/Edge";
import type { Operation } from "../bindings/Operation";
import type { PreviewAnswer } from "../bindings/PreviewAnswer";
import { daysFor } from "./dates";
import type { Gesture, Hand, Surroundings } from "./gesture";
import { marksOf, tipOf } from "./shown";

export class ResizeBar implements Gesture {
  readonly cursor = "ew-resize";
  readonly scrolls = "sideways";
  private readonly start: { x: number; scale: number };
  private hand: Hand;

  constructor(
    private readonly around: Surroundings,
    private readonly held: string,
    private readonly items: string[],
    private readonly edge: Edge,
    hand: Hand,
  ) {
    const { scale } = around.chart;
    this.start = { x: hand.at.x, scale };
    this.hand = hand;
  }

  move(hand: Hand): void {
    this.hand = hand;
    const operation = this.operationFor(hand);
    if (operation) this.around.preview(operation, (answer) => this.show(answer));
    else this.cancel();
  }

  drop(hand: Hand): void {
    const operation = this.operationFor(hand);
    this.around.stopPreview();
    this.around.tip(null);
    if (operation) void this.around.commit(operation).finally(() => this.clear());
    else this.clear();
  }

  cancel(): void {
    this.around.stopPreview();
    this.clear();
  }

  private operationFor(hand: Hand): Operation | null {
    const days = daysFor(hand.at.x - this.start.x, this.start.scale, hand.shift);
    if (days === 0) return null;
    return { operation: "resize_items", ids: this.items, edge: this.edge, days };
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

/** Dragging an edge of a bar: its first or last day follows the pointer, and those of all bars held with it. */
import type { Edge } from "../bindings/Edge";
import type { Operation } from "../bindings/Operation";
import type { PreviewAnswer } from "../bindings/PreviewAnswer";
import { DragDays } from "./drag-days";
import type { Gesture, Hand, Surroundings } from "./gesture";
import { edgesOfItem } from "./snap";
import { marksOf, nothingHeld, tipOf } from "./shown";
import { type TakenAlong, resizedOf } from "./taken-along";

export class ResizeBar implements Gesture {
  readonly cursor = "ew-resize";
  readonly scrolls = "sideways";
  readonly goesOn = true;
  private readonly dragged: ReadonlySet<string>;
  private readonly drag: DragDays;
  private hand: Hand;

  constructor(
    private readonly around: Surroundings,
    private readonly held: string,
    private readonly items: string[],
    private readonly edge: Edge,
    hand: Hand,
  ) {
    this.dragged = new Set(items);
    this.drag = new DragDays(around, this.dragged, hand, edgesOfItem(around.chart, held, edge));
    this.hand = hand;
  }

  move(hand: Hand): void {
    this.hand = hand;
    const operation = this.operationFor(hand);
    if (operation) this.around.preview(operation, (answer) => this.show(answer));
    else this.cancel();
  }

  drop(hand: Hand): Promise<unknown> | void {
    const operation = this.operationFor(hand);
    this.around.stopPreview();
    this.around.tip(null);
    if (operation) return this.around.commit(operation, this.taken.words);
    this.clear();
  }

  cancel(): void {
    this.around.stopPreview();
    this.clear();
  }

  private operationFor(hand: Hand): Operation | null {
    const days = this.drag.days(hand);
    if (days === 0) return null;
    return { operation: "resize_items", ids: this.taken.ids, edge: this.edge, days };
  }

  private get taken(): TakenAlong {
    return resizedOf(this.items, this.around.stays());
  }

  private show(answer: PreviewAnswer): void {
    const { chart } = this.around;
    chart.mark(marksOf(chart, answer, this.dragged, this.drag.snap));
    const { overCap } = this.around;
    this.around.tip(tipOf(this.hand, answer, this.held, this.dragged, overCap, this.taken.words));
  }

  private clear(): void {
    this.around.chart.mark(nothingHeld);
    this.around.tip(null);
  }
}

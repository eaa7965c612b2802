/** Dragging an edge of a bar: its first or last day follows the pointer. */
import type { Edge } from "../bindings/Edge";
import type { Operation } from "../bindings/Operation";
import type { PreviewAnswer } from "../bindings/PreviewAnswer";
import type { Area } from "../chart/geometry";
import { writtenSpan } from "../state/days";
import { daysFor } from "./dates";
import type { Gesture, Hand, Surroundings } from "./gesture";

export class ResizeBar implements Gesture {
  readonly cursor = "ew-resize";
  private readonly start: { x: number; scale: number; bar: Area };
  private hand: Hand;

  constructor(
    private readonly around: Surroundings,
    private readonly item: string,
    private readonly edge: Edge,
    bar: Area,
    hand: Hand,
  ) {
    const { scale } = around.chart;
    this.start = { x: hand.at.x, scale, bar };
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
    return { operation: "resize_item", id: this.item, edge: this.edge, days };
  }

  private show({ preview, refused }: PreviewAnswer): void {
    const item = preview?.items[0];
    if (preview && item?.rect) {
      const [x, y, width, height] = item.rect;
      this.around.chart.mark({
        preview: preview.nodes,
        lifted: [this.start.bar],
        selected: [{ x, y, width, height }],
      });
    }
    const dates = item?.schedule.kind === "dated" ? writtenSpan(item.schedule.first, item.schedule.last) : "";
    const text = refused ?? [dates, item?.conflict].filter(Boolean).join(" · ");
    const danger = refused !== null || Boolean(item?.conflict);
    this.around.tip({ x: this.hand.clientX, y: this.hand.clientY, text, danger });
  }

  private clear(): void {
    this.around.chart.mark({ preview: [], lifted: [], selected: [] });
    this.around.tip(null);
  }
}

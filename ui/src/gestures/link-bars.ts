/** Dragging from the dot of a bar to another bar: makes a dependency. */
import type { Operation } from "../bindings/Operation";
import { linkDot } from "../chart/overlay";
import type { Area, Point } from "../chart/geometry";
import { newId } from "../state/ids";
import type { Gesture, Hand, Surroundings } from "./gesture";

export class LinkBars implements Gesture {
  readonly cursor = "crosshair";
  readonly scrolls = "both";
  private readonly from: Point;
  private readonly dependency = newId();
  private over: string | null = null;
  private refused: string | null = null;

  constructor(
    private readonly around: Surroundings,
    private readonly predecessor: string,
    bar: Area,
  ) {
    this.from = linkDot(bar);
  }

  move(hand: Hand): void {
    const { chart } = this.around;
    const target = chart.at(hand.at)?.target;
    const over = target?.entity === "item" && target.id !== this.predecessor ? target.id : null;
    if (over !== this.over) {
      this.over = over;
      this.refused = null;
      this.around.tip(null);
      if (over) this.ask(over, hand);
    }
    const hovered = over ? (chart.item(over)?.bounds ?? null) : null;
    chart.mark({ wire: { from: this.from, to: hand.at, refused: this.refused !== null }, hovered });
  }

  drop(): void {
    const { over, refused } = this;
    this.cancel();
    if (over && refused === null) void this.around.commit(this.operation(over));
  }

  cancel(): void {
    this.around.stopPreview();
    this.around.tip(null);
    this.around.chart.mark({ wire: null, hovered: null });
  }

  /** A circle is refused while the pointer is still over the bar, with the reason. */
  private ask(over: string, hand: Hand): void {
    this.around.preview(this.operation(over), ({ refused }) => {
      if (this.over !== over) return;
      this.refused = refused;
      this.around.chart.mark({ wire: { from: this.from, to: hand.at, refused: refused !== null } });
      this.around.tip(
        refused === null ? null : { x: hand.clientX, y: hand.clientY, text: refused, danger: true },
      );
    });
  }

  private operation(successor: string): Operation {
    const { dependency: id, predecessor } = this;
    return {
      operation: "link",
      dependency: { id, predecessor, successor, kind: "finish_to_start", lag_days: 0 },
    };
  }
}

/** Dragging over empty ground with Shift held: selects the bars that the rectangle touches. */
import { type Area, type Point, intersects } from "../chart/geometry";
import type { Gesture, Hand, Surroundings } from "./gesture";

export class Marquee implements Gesture {
  readonly cursor = "crosshair";
  readonly scrolls = "both";
  private readonly from: Point;
  /** What was selected before and stays so. */
  private readonly kept: readonly string[];
  /** Where the bars stand that have been near: those that have scrolled away can be inside, too. */
  private readonly seen = new Map<string, { item: string; bar: Area }>();

  constructor(
    private readonly around: Surroundings,
    start: Hand,
  ) {
    this.from = start.at;
    this.kept = start.mod ? [...around.selected()] : [];
  }

  /** The selection itself waits for the drop, so that nothing else on screen moves until then. */
  move(hand: Hand): void {
    const { chart } = this.around;
    chart.mark({ marquee: this.area(hand) });
    chart.select(new Set(this.caught(hand)));
  }

  drop(hand: Hand): void {
    const caught = this.caught(hand);
    this.around.chart.mark({ marquee: null });
    this.around.select(caught);
  }

  cancel(): void {
    const { chart } = this.around;
    chart.mark({ marquee: null });
    chart.select(this.around.selected());
  }

  private caught(hand: Hand): string[] {
    const area = this.area(hand);
    for (const { key, target, bounds: bar } of this.around.chart.items()) {
      if (target.entity === "item") this.seen.set(key, { item: target.id, bar });
    }
    const touched = [...this.seen.values()].flatMap(({ item, bar }) => (intersects(bar, area) ? [item] : []));
    return [...new Set([...this.kept, ...touched])];
  }

  private area({ at }: Hand): Area {
    const [x, y] = [Math.min(this.from.x, at.x), Math.min(this.from.y, at.y)];
    return { x, y, width: Math.abs(at.x - this.from.x), height: Math.abs(at.y - this.from.y) };
  }
}

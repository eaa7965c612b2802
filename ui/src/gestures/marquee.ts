/** Dragging over empty ground with Shift held: selects the bars that the rectangle touches. */
import { type Area, intersects } from "../chart/geometry";
import { daysAlong } from "./dates";
import type { Gesture, Hand, Surroundings } from "./gesture";

export class Marquee implements Gesture {
  readonly cursor = "crosshair";
  readonly scrolls = "both";
  /** Where it began: in days, and in points from the top. */
  private readonly from: { days: number; y: number };
  /** What was selected before and stays so. */
  private readonly kept: readonly string[];
  /** Where the bars stand that have been near: those that have scrolled away can be inside, too. */
  private readonly seen = new Map<string, { item: string; bar: Area }>();
  /** The scale at which they stand there. */
  private scale: number;

  constructor(
    private readonly around: Surroundings,
    start: Hand,
  ) {
    this.from = { days: daysAlong(start), y: start.at.y };
    this.scale = start.scale;
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
    if (hand.scale !== this.scale) this.seen.clear();
    this.scale = hand.scale;
    for (const { key, target, bounds: bar } of this.around.chart.items()) {
      if (target.entity === "item") this.seen.set(key, { item: target.id, bar });
    }
    const touched = [...this.seen.values()].flatMap(({ item, bar }) => (intersects(bar, area) ? [item] : []));
    return [...new Set([...this.kept, ...touched])];
  }

  private area({ at, scale }: Hand): Area {
    const from = { x: this.from.days * scale, y: this.from.y };
    const [x, y] = [Math.min(from.x, at.x), Math.min(from.y, at.y)];
    return { x, y, width: Math.abs(at.x - from.x), height: Math.abs(at.y - from.y) };
  }
}

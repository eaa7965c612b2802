/** How many days a drag means: whole units of the zoom, or as many as bring an edge to what it snaps to. */
import { daysFor } from "./dates";
import type { Hand, Surroundings } from "./gesture";
import { type Edges, type Snap, snapped, targetsAt } from "./snap";

export class DragDays {
  /** What the last answer has snapped to. */
  snap: Snap | null = null;
  private readonly start: { x: number; scale: number };

  constructor(
    private readonly around: Surroundings,
    private readonly dragged: ReadonlySet<string>,
    start: Hand,
    /** The edges that move, of what is under the hand; null if it has none that are known. */
    private readonly edges: Edges | null,
  ) {
    this.start = { x: start.at.x, scale: around.chart.scale };
  }

  /** How far the hand has come sideways, in points. */
  distance({ at }: Hand): number {
    return at.x - this.start.x;
  }

  days(hand: Hand): number {
    const { edges, start } = this;
    const { scale } = start;
    const { chart, today } = this.around;
    const distance = this.distance(hand);
    const targets = edges && !hand.alt ? targetsAt(chart, hand.at.y, today, this.dragged) : null;
    this.snap = edges && targets && snapped(edges, targets, distance, scale);
    return this.snap?.days ?? daysFor(distance, scale, hand.shift);
  }
}

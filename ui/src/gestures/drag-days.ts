/** How many days a drag of a bar means: whole units of the zoom, or as many as bring an edge to what it snaps to. */
import type { Edge } from "../bindings/Edge";
import { daysFor } from "./dates";
import type { Hand, Surroundings } from "./gesture";
import { type Edges, type Snap, edgesOf, snapped, targetsAt } from "./snap";

export class DragDays {
  /** What the last answer has snapped to. */
  snap: Snap | null = null;
  private readonly start: { x: number; scale: number; edges: Edges | null };

  constructor(
    private readonly around: Surroundings,
    private readonly dragged: ReadonlySet<string>,
    start: Hand,
    /** The bar under the hand, and the one edge of it that moves, if not both do. */
    held: string,
    edge: Edge | null,
  ) {
    const { scale } = around.chart;
    const bar = around.chart.item(held)?.bounds;
    this.start = { x: start.at.x, scale, edges: bar ? edgesOf(bar, scale, edge) : null };
  }

  /** How far the hand has come sideways, in points. */
  distance({ at }: Hand): number {
    return at.x - this.start.x;
  }

  days(hand: Hand): number {
    const { scale, edges } = this.start;
    const { chart, today } = this.around;
    const distance = this.distance(hand);
    const targets = edges && !hand.alt ? targetsAt(chart, hand.at.y, today, this.dragged) : null;
    this.snap = edges && targets && snapped(edges, targets, distance, scale);
    return this.snap?.days ?? daysFor(distance, scale, hand.shift);
  }
}

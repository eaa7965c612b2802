/** How many days a drag means: as many as bring an edge to what it snaps to, else whole days, or whole weeks with Shift. */
import { daysAlong, daysFor } from "./dates";
import type { Hand, Surroundings } from "./gesture";
import { type Edges, type Snap, snapped, targetsAt } from "./snap";

export class DragDays {
  /** What the last answer has snapped to. */
  snap: Snap | null = null;
  /** Where the drag began, in days. */
  private readonly start: number;

  constructor(
    private readonly around: Surroundings,
    private readonly dragged: ReadonlySet<string>,
    start: Hand,
    /** The edges that move, of what is under the hand; null if it has none that are known. */
    private readonly edges: Edges | null,
  ) {
    this.start = daysAlong(start);
  }

  /** How far the hand has come sideways, in points. */
  distance({ at, scale }: Hand): number {
    return at.x - this.start * scale;
  }

  days(hand: Hand): number {
    const { edges } = this;
    const { scale } = hand;
    const { chart, today } = this.around;
    const distance = this.distance(hand);
    // Whoever asks for whole weeks gets them, whatever is near.
    const targets =
      edges && !hand.alt && !hand.shift ? targetsAt(chart, hand.at.y, today, this.dragged) : null;
    this.snap = edges && targets && snapped(edges, targets, distance, scale);
    return this.snap?.days ?? daysFor(distance, scale, hand.shift);
  }
}

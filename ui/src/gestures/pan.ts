/** Dragging the surface itself, with the middle button or with Space held. */
import type { Gesture, Hand, Surroundings } from "./gesture";

export class Pan implements Gesture {
  readonly cursor = "grabbing";
  private x: number;
  private y: number;

  constructor(
    private readonly around: Surroundings,
    hand: Hand,
  ) {
    [this.x, this.y] = [hand.clientX, hand.clientY];
  }

  move(hand: Hand): void {
    // The surface moves under it by this itself.
    if (hand.clientX === this.x && hand.clientY === this.y) return;
    this.around.chart.scrollBy(this.x - hand.clientX, this.y - hand.clientY);
    [this.x, this.y] = [hand.clientX, hand.clientY];
  }

  drop(): void {}

  cancel(): void {}
}

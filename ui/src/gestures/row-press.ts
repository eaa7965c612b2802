/**
 * A press on a row that can be dragged onto the timeline: let go where it was it chooses the row, moved far enough it is a drag
 * of that row, whichever one the pointer is over by then.
 */
import { SLOP } from "./gesture";

export class RowPress<T> {
  private pressed: { x: number; y: number; index: number; row: T } | null = null;

  constructor(
    private readonly drag: (row: T, pointerId: number) => void,
    private readonly choose: (index: number, row: T) => void,
  ) {}

  /** The pointer has come down on a row. */
  down(event: PointerEvent & { currentTarget: HTMLElement }, index: number, row: T): void {
    if (event.button !== 0) return;
    this.pressed = { x: event.clientX, y: event.clientY, index, row };
    // The row hears of the pointer until a drag begins, also where that has left all rows.
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  moved(event: PointerEvent): void {
    const { pressed } = this;
    if (!pressed) return;
    // A press whose end nobody has heard of is over.
    if (event.buttons === 0) return this.cancel();
    if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < SLOP) return;
    this.pressed = null;
    this.drag(pressed.row, event.pointerId);
  }

  released(): void {
    const { pressed } = this;
    this.pressed = null;
    if (pressed) this.choose(pressed.index, pressed.row);
  }

  cancel(): void {
    this.pressed = null;
  }
}

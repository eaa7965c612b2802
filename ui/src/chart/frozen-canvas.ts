/**
 * A frozen part of the timeline, the axis or the lane names: small, so painted whole whenever it scrolls along.
 * That lets its texts slide to stay in sight.
 */
import { contextOf, resizeCanvas } from "./canvas";
import { Painter } from "./painter";
import type { Palette } from "./palette";
import type { Placed } from "./picture";

export class FrozenCanvas {
  private readonly context: CanvasRenderingContext2D;
  private ratio = 1;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private palette: Palette,
  ) {
    this.context = contextOf(canvas, { alpha: false, willReadFrequently: true });
  }

  resize(width: number, height: number, ratio: number): void {
    this.ratio = ratio;
    resizeCanvas(this.canvas, width, height, ratio);
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
  }

  /** Shows the surface from a place on. */
  show(nodes: readonly Placed[], left: number, top: number): void {
    const { context, canvas, ratio } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = this.palette("surface");
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const within = { x: left, y: top, width: canvas.width / ratio, height: canvas.height / ratio };
    new Painter(context, this.palette, -left, -top, { x: left, y: top }).paintPlaced(nodes, within);
  }
}

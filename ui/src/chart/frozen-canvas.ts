/**
 * A frozen part of the timeline, the axis or the lane names: small, so painted whole whenever it scrolls along, and
 * only then. That lets its texts slide to stay in sight.
 */
import { contextOf, resizeCanvas } from "./canvas";
import { intersection } from "./geometry";
import type { KeptTexts } from "./kept-texts";
import { Painter } from "./painter";
import type { Palette } from "./palette";
import type { Patch } from "./picture";

export class FrozenCanvas {
  private readonly context: CanvasRenderingContext2D;
  private ratio = 1;
  /** What it shows; null if that is not what it should show any more. */
  private shown: { patches: readonly Patch[]; left: number; top: number } | null = null;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private palette: Palette,
    private readonly texts: KeptTexts | null,
    settings: CanvasRenderingContext2DSettings,
  ) {
    this.context = contextOf(canvas, { ...settings, alpha: false });
  }

  resize(width: number, height: number, ratio: number): void {
    this.ratio = ratio;
    resizeCanvas(this.canvas, width, height, ratio);
    this.shown = null;
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.shown = null;
  }

  /** Shows the surface from a place on. */
  show(patches: readonly Patch[], left: number, top: number): void {
    const { context, canvas, ratio, shown } = this;
    if (shown && shown.patches === patches && shown.left === left && shown.top === top) return;
    this.shown = { patches, left, top };
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = this.palette("surface");
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const within = { x: left, y: top, width: canvas.width / ratio, height: canvas.height / ratio };
    for (const { area, nodes } of patches) {
      const shared = intersection(area, within);
      if (!shared) continue;
      context.save();
      context.beginPath();
      context.rect(shared.x - left, shared.y - top, shared.width, shared.height);
      context.clip();
      const sight = { x: left, y: top };
      new Painter(context, this.palette, -left, -top, sight, this.texts).paintPlaced(nodes, shared);
      context.restore();
    }
  }
}

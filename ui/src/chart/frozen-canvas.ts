/**
 * A frozen part of the timeline, the axis or the lane names: small, so painted whole whenever it scrolls along, and
 * only then. That lets its texts slide to stay in sight.
 */
import { contextOf, resizeCanvas } from "./canvas";
import { type Area, type Point, bottom, intersection, right } from "./geometry";
import type { KeptTexts } from "./kept-texts";
import { Painter } from "./painter";
import type { Palette } from "./palette";
import type { Node as SceneNode } from "../bindings/Node";
import { type Placed, ready } from "./part";
import type { Patch } from "./picture";

interface Shown {
  patches: readonly Patch[];
  over: readonly SceneNode[];
  left: number;
  top: number;
}

const none: readonly never[] = [];

export class FrozenCanvas {
  private readonly context: CanvasRenderingContext2D;
  private ratio = 1;
  /** What it shows; null if that is not what it should show any more. */
  private shown: Shown | null = null;

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

  /** Shows the surface from a place on, and some nodes over it. */
  show(patches: readonly Patch[], left: number, top: number, over: readonly SceneNode[] = none): void {
    const { context, canvas, ratio, shown } = this;
    const isSame = shown?.patches === patches && shown.over === over;
    if (isSame && shown.left === left && shown.top === top) return;
    this.shown = { patches, left, top, over };
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = this.palette("surface");
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const within = { x: left, y: top, width: canvas.width / ratio, height: canvas.height / ratio };
    for (const { area, nodes } of patches) {
      const shared = intersection(area, within);
      if (shared) this.paint(nodes, onPixels(shared, { x: left, y: top }, ratio), { x: left, y: top });
    }
    if (over.length > 0) this.paint(ready(over), within, { x: left, y: top });
  }

  private paint(nodes: readonly Placed[], area: Area, sight: Point): void {
    const { context } = this;
    context.save();
    context.beginPath();
    context.rect(area.x - sight.x, area.y - sight.y, area.width, area.height);
    context.clip();
    new Painter(context, this.palette, -sight.x, -sight.y, sight, this.texts).paintPlaced(nodes, area);
    context.restore();
  }
}

/** An area grown to whole device pixels of a canvas that begins at a place, so that no seam shows. */
function onPixels(area: Area, { x: left, y: top }: Point, ratio: number): Area {
  const x = left + Math.floor((area.x - left) * ratio) / ratio;
  const y = top + Math.floor((area.y - top) * ratio) / ratio;
  const toX = left + Math.ceil((right(area) - left) * ratio) / ratio;
  const toY = top + Math.ceil((bottom(area) - top) * ratio) / ratio;
  return { x, y, width: toX - x, height: toY - y };
}

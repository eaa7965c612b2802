/**
 * A canvas that scrolls by copying itself and paints only the strips that came in, and the names that slide along to
 * stay in sight.
 *
 * Why: with thousands of bars in sight, repainting them for every frame costs more than a frame.
 */
import { contextOf, resizeCanvas } from "./canvas";
import { type Area, holds, hull, intersection, intersects, without } from "./geometry";
import type { KeptTexts } from "./kept-texts";
import { Painter, inSight } from "./painter";
import type { Palette } from "./palette";
import { type SlidingName, textBounds } from "./part";
import type { Patch } from "./picture";

/** What can be painted: patches that leave out nothing of a part of the surface. */
export interface Content {
  patches: readonly Patch[];
  covers: Area;
  slidingNames: readonly SlidingName[];
}

export class ScrollingCanvas {
  private readonly context: CanvasRenderingContext2D;
  private content: Content | null = null;
  /** The part of the surface whose pixels on the canvas are right. */
  private painted: Area | null = null;
  private ratio = 1;
  private left = 0;
  private top = 0;

  constructor(
    readonly canvas: HTMLCanvasElement,
    private palette: Palette,
    private readonly texts: KeptTexts | null,
    settings: CanvasRenderingContext2DSettings,
  ) {
    this.context = contextOf(canvas, { ...settings, alpha: false });
  }

  resize(width: number, height: number, ratio: number): void {
    this.ratio = ratio;
    resizeCanvas(this.canvas, width, height, ratio);
    this.painted = null;
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.painted = null;
  }

  /** Takes new content; `same` says that it is a larger or other part of the same picture. */
  setContent(content: Content, same: boolean): void {
    this.content = content;
    if (!same) this.painted = null;
  }

  /** Shows the surface from a place on. Whole device pixels, so that copying stays sharp. */
  show(left: number, top: number): void {
    const [toLeft, toTop] = [this.snapped(left), this.snapped(top)];
    const from = this.left;
    const dx = Math.round((this.left - toLeft) * this.ratio);
    const dy = Math.round((this.top - toTop) * this.ratio);
    [this.left, this.top] = [toLeft, toTop];
    const visible = this.visible();
    this.painted = this.painted && intersection(this.painted, visible);
    if (this.painted && (dx !== 0 || dy !== 0)) this.copyBy(dx, dy);
    const patches = this.content?.patches ?? [];
    for (const strip of without(visible, this.painted)) this.paint(strip, patches);
    if (this.painted && dx !== 0) this.slide(from, visible);
    this.painted = this.content && intersection(visible, this.content.covers);
  }

  private snapped(value: number): number {
    return Math.round(value * this.ratio) / this.ratio;
  }

  private visible(): Area {
    const { width, height } = this.canvas;
    return { x: this.left, y: this.top, width: width / this.ratio, height: height / this.ratio };
  }

  private copyBy(dx: number, dy: number): void {
    const { context, canvas } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalCompositeOperation = "copy";
    context.drawImage(canvas, dx, dy);
    context.globalCompositeOperation = "source-over";
  }

  /** Paints anew where names stand elsewhere now than when the left edge was at `from`. */
  private slide(from: number, visible: Area): void {
    const { left, top } = this;
    const slid = (this.content?.slidingNames ?? []).flatMap(({ bar, run, around }) => {
      if (bar.x >= Math.max(from, left) || !intersects(bar, visible)) return [];
      const [before, now] = [from, left].map((x) => inSight(run, { x, y: top })[0]) as [number, number];
      if (before === now) return [];
      const name = textBounds(run, Math.min(before, now), Math.max(before, now));
      const x = name.x - around.before;
      const width = name.width + around.before + around.after;
      return intersection({ ...bar, x, width }, visible) ?? [];
    });
    const all = hull(slid);
    if (!all) return;
    const near = (this.content?.patches ?? []).map(({ area, nodes }) => ({
      area,
      nodes: nodes.filter(({ bounds }) => intersects(bounds, all)),
    }));
    for (const area of slid) this.paint(area, near);
  }

  private paint(strip: Area, patches: readonly Patch[]): void {
    // What no patch has is to come; until then it is empty.
    if (!this.content || !holds(this.content.covers, strip)) this.paintPatch({ area: strip, nodes: [] });
    for (const { area, nodes } of patches) {
      const shared = intersection(strip, area);
      if (shared) this.paintPatch({ area: shared, nodes });
    }
  }

  private paintPatch({ area, nodes }: Patch): void {
    const { context, ratio } = this;
    // Areas grow to whole device pixels so that no seam shows.
    const x = Math.floor((area.x - this.left) * ratio);
    const y = Math.floor((area.y - this.top) * ratio);
    const width = Math.ceil((area.x - this.left + area.width) * ratio) - x;
    const height = Math.ceil((area.y - this.top + area.height) * ratio) - y;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    context.fillStyle = this.palette("surface");
    context.fillRect(x, y, width, height);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const sight = { x: this.left, y: this.top };
    const painter = new Painter(context, this.palette, -sight.x, -sight.y, sight, this.texts);
    painter.paintPlaced(nodes, {
      x: this.left + x / ratio,
      y: this.top + y / ratio,
      width: width / ratio,
      height: height / ratio,
    });
    context.restore();
  }
}

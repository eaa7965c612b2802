/** Pixels on one canvas, which scrolls by copying itself. */
import { contextOf, resizeCanvas } from "./canvas";
import type { Area, Point } from "./geometry";
import type { Pixels, Sheet } from "./pixels";

export class CopiedPixels implements Pixels {
  private readonly canvas = document.createElement("canvas");
  private readonly context: CanvasRenderingContext2D;
  private marks: HTMLCanvasElement | null = null;
  private ratio = 1;
  private at: Point = { x: 0, y: 0 };

  /** Below all else that the place holds. */
  constructor(place: HTMLElement, settings: CanvasRenderingContext2DSettings) {
    this.context = contextOf(this.canvas, { ...settings, alpha: false });
    place.prepend(this.canvas);
  }

  get overlay(): HTMLCanvasElement {
    if (!this.marks) {
      this.marks = document.createElement("canvas");
      this.marks.className = "chart-overlay";
      this.canvas.after(this.marks);
    }
    return this.marks;
  }

  resize(width: number, height: number, ratio: number): void {
    this.ratio = ratio;
    resizeCanvas(this.canvas, width, height, ratio);
  }

  /** A canvas has none of its own. */
  setGround(): void {}

  /** By whole device pixels, so that copying stays sharp. */
  moveTo(place: Point): void {
    const to = { x: this.snapped(place.x), y: this.snapped(place.y) };
    const dx = Math.round((this.at.x - to.x) * this.ratio);
    const dy = Math.round((this.at.y - to.y) * this.ratio);
    this.at = to;
    if (dx === 0 && dy === 0) return;
    const { context, canvas } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalCompositeOperation = "copy";
    context.drawImage(canvas, dx, dy);
    context.globalCompositeOperation = "source-over";
  }

  get sight(): Area {
    const { width, height } = this.canvas;
    return { ...this.at, width: width / this.ratio, height: height / this.ratio };
  }

  get kept(): Area {
    return this.sight;
  }

  paint(area: Area, on: (sheet: Sheet) => void): void {
    on({ context: this.context, origin: this.at, part: area });
  }

  reach(): Point {
    return this.at;
  }

  remove(): void {
    for (const canvas of [this.canvas, this.marks]) {
      if (!canvas) continue;
      canvas.remove();
      // Gives the pixels back without waiting for the garbage to be collected.
      canvas.width = canvas.height = 0;
    }
  }

  private snapped(value: number): number {
    return Math.round(value * this.ratio) / this.ratio;
  }
}

/**
 * Texts that have been painted before, kept as pixels.
 *
 * Why: setting a line of text costs ten times as much as copying its pixels, and the same names are painted again by
 * every zoom, and twice by a scroll that brings them in strip by strip.
 *
 * Copies go to whole pixels, since they would blur between them.
 */
import type { TextRun } from "../bindings/TextRun";
import { contextOf } from "./canvas";
import { fontOf, fontsAreLoading } from "./fonts";

/** Size of the sheet that texts are kept on, in points: room for some two hundred and fifty names. */
const SHEET = { width: 1024, height: 760 };
/** Height of a text with all that rises and hangs, and what of it is above the baseline, in points. */
const LINE = 20;
const ABOVE = 15;
/** Larger type does not fit a line. */
const LARGEST_SIZE = 13;
/** Longer texts are seldom painted twice, in points. */
const LONGEST = 400;
/** Letters may lean out of their advance, in points. */
const AROUND = 2;

/** Where a text is on the sheet, in pixels; all are as high as a line. */
interface Kept {
  x: number;
  y: number;
  width: number;
}

export class KeptTexts {
  private readonly canvas = document.createElement("canvas");
  private readonly context: CanvasRenderingContext2D;
  /** By how they look and then by what they say. */
  private readonly kept = new Map<string, Map<string, Kept>>();
  private ratio = 1;
  /** Where the next text goes. */
  private next = { x: 0, y: 0 };

  constructor(settings: CanvasRenderingContext2DSettings) {
    this.context = contextOf(this.canvas, settings);
  }

  /** Forgets everything, and keeps texts at that many pixels to the point from now on. */
  reset(ratio: number): void {
    this.ratio = ratio;
    // Gives the sheet's memory back until it is needed.
    [this.canvas.width, this.canvas.height] = [1, 1];
    this.kept.clear();
  }

  /**
   * Paints a text whose baseline starts at a point of a canvas that is scaled by the ratio. False if it is none to be
   * kept; then nothing is painted.
   */
  paint(on: CanvasRenderingContext2D, run: TextRun, colour: string, x: number, y: number): boolean {
    if (run.width > LONGEST || run.size > LARGEST_SIZE || fontsAreLoading()) return false;
    const { ratio, line, above, around } = this;
    const kept = this.find(run, colour);
    const [left, top] = [Math.round(x * ratio) - around, Math.round(y * ratio) - above];
    const { canvas } = this;
    on.drawImage(
      canvas,
      kept.x,
      kept.y,
      kept.width,
      line,
      left / ratio,
      top / ratio,
      kept.width / ratio,
      line / ratio,
    );
    return true;
  }

  private find(run: TextRun, colour: string): Kept {
    const look = `${run.weight} ${run.size} ${colour}`;
    const found = this.kept.get(look)?.get(run.text);
    if (found) return found;
    const added = this.add(run, colour);
    // Asked for again, since to make room all others may have been forgotten.
    const alike = this.kept.get(look);
    if (alike) alike.set(run.text, added);
    else this.kept.set(look, new Map([[run.text, added]]));
    return added;
  }

  private add(run: TextRun, colour: string): Kept {
    const { context, canvas, ratio, line, above, around } = this;
    if (canvas.width === 1) this.clear();
    context.font = fontOf(run);
    // Measured here, since what Inter lacks may be wider in another font than the layout has taken it for.
    const width = Math.ceil(context.measureText(run.text).width * ratio) + 2 * around;
    if (this.next.x + width > canvas.width) this.next = { x: 0, y: this.next.y + line };
    if (this.next.y + line > canvas.height) this.clear();
    const { x, y } = this.next;
    context.fillStyle = colour;
    context.fillText(run.text, (x + around) / ratio, (y + above) / ratio);
    this.next = { x: x + width, y };
    return { x, y, width };
  }

  /** Makes the sheet, or wipes it: a sheet that is made anew each time is garbage that the web view stops to collect. */
  private clear(): void {
    const { canvas, context, ratio } = this;
    if (canvas.width === 1) {
      canvas.width = Math.ceil(SHEET.width * ratio);
      canvas.height = Math.ceil(SHEET.height * ratio);
      context.scale(ratio, ratio);
    } else context.clearRect(0, 0, SHEET.width + 1, SHEET.height + 1);
    this.kept.clear();
    this.next = { x: 0, y: 0 };
  }

  /** The lengths above in pixels, whole ones. */
  private get line(): number {
    return Math.ceil(LINE * this.ratio);
  }

  private get above(): number {
    return Math.round(ABOVE * this.ratio);
  }

  private get around(): number {
    return Math.ceil(AROUND * this.ratio);
  }
}

/**
 * Texts that have been painted before, kept as pixels.
 *
 * Why: setting a line of text costs ten times as much as copying its pixels, and the same names are painted again by
 * every zoom, and twice by a scroll that brings them in strip by strip.
 *
 * Copies go to whole pixels, since they would blur between them.
 */
import type { TextRun } from "../bindings/TextRun";
import type { CanvasSize } from "./backing";
import { contextOf } from "./canvas";
import { fontOf, fontsAreLoading, setAsMeasured } from "./fonts";

/** Height of a text with all that rises and hangs, and what of it is above the baseline, in points. */
const LINE = 20;
const ABOVE = 15;
/** Larger type does not fit a line. */
const LARGEST_SIZE = 13;
/** The least size of the sheet, in points. */
const LEAST = { width: 1024, height: 760 };
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
  /** That of the sheet once it is made. */
  private size: CanvasSize = { width: 0, height: 0, ratio: 1 };
  /** Where the next text goes. */
  private next = { x: 0, y: 0 };

  constructor(settings: CanvasRenderingContext2DSettings) {
    this.context = contextOf(this.canvas, settings);
  }

  /**
   * Forgets everything, and keeps texts for a canvas of that size from now on: on a sheet as large, which has room for
   * twice as many names as are in sight where bars stand as close as they can.
   */
  reset(size: CanvasSize): void {
    this.size = size;
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
    const { line, above, around } = this;
    const { ratio } = this.size;
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
    const { context, canvas, line, above, around } = this;
    const { ratio } = this.size;
    if (canvas.width === 1) this.clear();
    context.font = fontOf(run);
    const width = Math.ceil(run.width * ratio) + 2 * around;
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
    const { canvas, context } = this;
    const { width, height, ratio } = this.size;
    if (canvas.width === 1) {
      canvas.width = Math.ceil(Math.max(width, LEAST.width) * ratio);
      canvas.height = Math.ceil(Math.max(height, LEAST.height) * ratio);
      context.scale(ratio, ratio);
      setAsMeasured(context);
    } else context.clearRect(0, 0, canvas.width, canvas.height);
    this.kept.clear();
    this.next = { x: 0, y: 0 };
  }

  /** The lengths above in pixels, whole ones. */
  private get line(): number {
    return Math.ceil(LINE * this.size.ratio);
  }

  private get above(): number {
    return Math.round(ABOVE * this.size.ratio);
  }

  private get around(): number {
    return Math.ceil(AROUND * this.size.ratio);
  }
}

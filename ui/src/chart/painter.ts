/**
 * Paints scene nodes on a 2D canvas. Thin: everything is decided by the scene.
 *
 * Places are shifted here, not by the canvas's transform: canvases keep single precision, which is too coarse for
 * the far ends of a long timeline.
 */
import type { Node as SceneNode } from "../bindings/Node";
import type { Shape } from "../bindings/Shape";
import type { Stroke } from "../bindings/Stroke";
import type { TextRun } from "../bindings/TextRun";
import { fontOf, setAsMeasured } from "./fonts";
import { type Area, type Point, clamp, intersects } from "./geometry";
import type { KeptTexts } from "./kept-texts";
import type { Palette } from "./palette";
import type { Placed, SlidingName } from "./part";
import { type Slid, slidTo } from "./sliding";
import { type Rectangles, rectanglesOf } from "./right-angles";

/** Stands for letters that have no room. */
const MORE = "…";
const LETTERS = new Intl.Segmenter();

export class Painter {
  private font = "";
  /** All that shows of what is being painted, where it is painted; null where nobody has said. */
  private within: Area | null = null;

  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly palette: Palette,
    /** Added to every place. */
    private dx: number,
    private readonly dy: number,
    /** Top left corner of what is in sight, in the scene's points, for text that slides to stay in sight. */
    private readonly inSight: Point | null = null,
    /** What texts are taken from that have been painted before. */
    private readonly texts: KeptTexts | null = null,
  ) {
    // Texts are copied pixel by pixel.
    context.imageSmoothingEnabled = false;
    setAsMeasured(context);
  }

  paintPlaced(nodes: readonly Placed[], within: Area): void {
    this.within = { ...within, x: within.x + this.dx, y: within.y + this.dy };
    for (const placed of nodes) if (intersects(placed.bounds, within)) this.placed(placed);
    this.within = null;
  }

  private placed(placed: Placed): void {
    const { node, slides } = placed;
    if (placed.rectangles === undefined) placed.rectangles = rectanglesOf(node.shape);
    if (placed.rectangles) return this.rectangles(placed.rectangles);
    if (!slides || !this.inSight) return this.shape(node.shape);
    const { dx } = this;
    const slid = slidTo(slides, this.inSight.x);
    if (slid === null) return;
    this.dx += slid.x - slides.run.at[0];
    if (slid.x <= slid.whole) this.shape(node.shape);
    else this.cut(placed, slides, slid);
    this.dx = dx;
  }

  /** Paints what slides as far as there is room for it, the name with “…” after the last letter that has. */
  private cut({ node, bounds: { y, height } }: Placed, name: SlidingName, { x, end }: Slid): void {
    const { context } = this;
    const { run, around } = name;
    const [from, room] = [run.at[0] - around.before, end - x];
    const isShort = "text" in node.shape && node.shape.text === run && room < run.width && !run.direction;
    const letters = isShort ? this.lettersIn(name, room) : room;
    context.save();
    context.beginPath();
    context.rect(from + this.dx, y + this.dy, around.before + letters, height);
    context.clip();
    this.shape(node.shape);
    context.restore();
    this.font = "";
    if (isShort) this.text({ ...run, text: MORE, width: run.size, at: [run.at[0] + letters, run.at[1]] });
  }

  /** How wide the letters of a name are that have room in so many points before “…”. */
  private lettersIn(name: SlidingName, room: number): number {
    const { run } = name;
    name.letters ??= this.measured(run);
    const { ends, more } = name.letters;
    return ends.findLast((end) => end + more <= room) ?? 0;
  }

  private measured(run: TextRun): NonNullable<SlidingName["letters"]> {
    const { context } = this;
    context.font = fontOf(run);
    this.font = "";
    const widthOf = (text: string) => context.measureText(text).width;
    let end = 0;
    const ends = Array.from(LETTERS.segment(run.text), ({ segment }) => (end += widthOf(segment)));
    return { ends, more: widthOf(MORE) };
  }

  private rectangles({ colour, areas }: Rectangles): void {
    this.context.fillStyle = this.palette(colour);
    for (const { x, y, width, height } of areas) this.fillRect(x + this.dx, y + this.dy, width, height);
  }

  paint(nodes: readonly SceneNode[]): void {
    for (const node of nodes) this.shape(node.shape);
  }

  private shape(shape: Shape): void {
    if ("rect" in shape) this.rect(shape.rect);
    else if ("path" in shape) this.path(shape.path);
    else if ("text" in shape) this.text(shape.text);
    else this.group(shape.group);
  }

  private rect({ rect, radius, fill, stroke }: Extract<Shape, { rect: unknown }>["rect"]): void {
    const { context } = this;
    const [x, y, width, height] = [rect[0] + this.dx, rect[1] + this.dy, rect[2], rect[3]];
    if (!fill && !stroke) return;
    if (radius === 0 && !stroke) {
      context.fillStyle = this.palette(fill!);
      this.fillRect(x, y, width, height);
      return;
    }
    context.beginPath();
    context.roundRect(x, y, width, height, radius);
    this.fillAndStroke(fill, stroke);
  }

  /** No more than shows: a web view takes all for changed that is painted on, whether it is clipped or not. */
  private fillRect(x: number, y: number, width: number, height: number): void {
    const { context, within } = this;
    if (!within) return context.fillRect(x, y, width, height);
    const [left, top] = [Math.max(x, within.x), Math.max(y, within.y)];
    const across = Math.min(x + width, within.x + within.width) - left;
    const down = Math.min(y + height, within.y + within.height) - top;
    if (across > 0 && down > 0) context.fillRect(left, top, across, down);
  }

  private path({ steps, fill, stroke }: Extract<Shape, { path: unknown }>["path"]): void {
    const { context, dx, dy } = this;
    context.beginPath();
    for (const step of steps) {
      if (step === "close") context.closePath();
      else if ("move" in step) context.moveTo(step.move[0] + dx, step.move[1] + dy);
      else if ("line" in step) context.lineTo(step.line[0] + dx, step.line[1] + dy);
      else {
        const [[ax, ay], [bx, by], [x, y]] = step.curve;
        context.bezierCurveTo(ax + dx, ay + dy, bx + dx, by + dy, x + dx, y + dy);
      }
    }
    this.fillAndStroke(fill, stroke);
  }

  private fillAndStroke(fill: string | undefined, stroke: Stroke | undefined): void {
    const { context } = this;
    if (fill) {
      context.fillStyle = this.palette(fill);
      context.fill();
    }
    if (stroke) {
      context.strokeStyle = this.palette(stroke.colour);
      context.lineWidth = stroke.width;
      if (stroke.dash) context.setLineDash(stroke.dash);
      context.stroke();
      // What is stroked next on this canvas, perhaps by others, is not dashed.
      if (stroke.dash) context.setLineDash([]);
    }
  }

  text(run: TextRun): void {
    const { context, dx, dy } = this;
    const [x, y] = [run.at[0], run.at[1] + (this.inSight ? hung(run, this.inSight.y) : 0)];
    const colour = this.palette(run.colour);
    if (run.direction === undefined && this.texts?.paint(context, run, colour, x + dx, y + dy)) return;
    const font = fontOf(run);
    if (font !== this.font) {
      context.font = font;
      this.font = font;
    }
    context.fillStyle = colour;
    if (run.direction === undefined) context.fillText(run.text, x + dx, y + dy);
    else this.foreign(run, x + dx, y + dy);
  }

  /**
   * Text that Inter is not enough for. It begins at its left whichever way it is read, and is no wider than was measured,
   * though the browser may choose another font than the layout did.
   */
  private foreign({ text, width, direction }: TextRun, x: number, y: number): void {
    const { context } = this;
    context.direction = direction!;
    context.fillText(text, x, y, width);
    context.direction = "ltr";
  }

  private group({ clip, offset, nodes }: Extract<Shape, { group: unknown }>["group"]): void {
    const { context } = this;
    context.save();
    if (clip) {
      context.beginPath();
      context.rect(clip[0] + this.dx, clip[1] + this.dy, clip[2], clip[3]);
      context.clip();
    }
    const [dx, dy] = [this.dx + offset[0], this.dy + offset[1]];
    new Painter(context, this.palette, dx, dy, null, this.texts).paint(nodes);
    context.restore();
    this.font = "";
  }
}

/** How far below its own place a text stands that hangs from an upper edge to stay in sight. */
export const hung = ({ hangs }: TextRun, top: number): number =>
  hangs ? clamp(top - hangs.from, 0, hangs.most) : 0;

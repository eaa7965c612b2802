/**
 * The moving layer above the picture: selection, hover, what is under the hand. Repainting it never touches the
 * picture below, and touches no more of the layer than was painted on.
 */
import { contextOf, resizeCanvas } from "./canvas";
import type { Edge } from "../bindings/Edge";
import type { MoneyStrip } from "../bindings/MoneyStrip";
import type { Node as SceneNode } from "../bindings/Node";
import { type Area, type Point, grown, hull, intersection, intersects } from "./geometry";
import type { KeptTexts } from "./kept-texts";
import { Painter } from "./painter";
import type { Palette } from "./palette";
import { type Lit, nothingLit } from "./chain-marks";
import { type Placed, boundsOf, ready, thingOf } from "./part";
import type { Patch } from "./picture";
import type { Pixels } from "./pixels";

/** What the layer shows besides the picture. */
export interface Marks {
  /** Bars with an accent edge and handles. */
  selected: Area[];
  /** The milestone or the need that is selected, wherever it stands. */
  picked: Area[];
  /** What has the focus, if that is to be seen. */
  focused: Area | null;
  /** What hangs together with the one bar that is selected. */
  lit: Lit;
  /** The dependency line under the pointer, as it is to be painted. */
  pointed: readonly SceneNode[];
  /** Bar under the pointer: shows its handles. */
  hovered: Area | null;
  /** The same item where it stands besides, on a roadmap that shows it several times. */
  twins: Area[];
  /** The middles of the dots that it shows, to draw dependencies from. */
  dots: readonly Point[];
  /** Bars that a gesture has taken away from their place. */
  lifted: Area[];
  /** Where things are lifted that stand among others: all that is painted there, with the things to be faint in it. */
  beneath: { patches: readonly Patch[]; faint: ReadonlySet<string> };
  /** Bars that a gesture pushes along, where they would stand. */
  pushed: Area[];
  /** Dependency lines of lifted bars, which are no longer where they are painted. */
  faded: { lines: readonly SceneNode[]; under: readonly Area[] };
  /** Nodes as they would be, in the scene's points. */
  preview: readonly SceneNode[];
  /** The strip below the lanes as it would be. */
  strip: MoneyStrip | null;
  /** Names of lanes as they would be; they are painted over their column, not on this layer. */
  heads: readonly SceneNode[];
  /** Outline of something that is being drawn. */
  drawn: Area | null;
  /** Rectangle that selects what it touches. */
  marquee: Area | null;
  /** An x that a dragged edge has snapped to. */
  guide: number | null;
  /** Line from a bar to the pointer, or to the end of a bar that it would be tied to. */
  wire: { from: Point; to: Point; tied: boolean; refused: boolean } | null;
}

export const noMarks: Marks = {
  selected: [],
  picked: [],
  focused: null,
  lit: nothingLit,
  pointed: [],
  hovered: null,
  twins: [],
  dots: [],
  lifted: [],
  beneath: { patches: [], faint: new Set() },
  pushed: [],
  faded: { lines: [], under: [] },
  preview: [],
  strip: null,
  heads: [],
  drawn: null,
  marquee: null,
  guide: null,
  wire: null,
};

/** How much of what was taken away is hidden where it was. */
const VEIL = 0.72;
/** How strong the edge of a bar in the chain is; the selected one has all of it. */
const LIT = 0.6;
/** Radius of the dots at the ends of a bar. */
export const DOT = 4.5;
/** From an end of a bar to the middle of its dot. */
export const DOT_DISTANCE = 11;

/** The middle of the dot that dependencies from an end of a bar are drawn from: below a name that stands beside that. */
export const linkDot = (bar: Area, end: Edge, isNamed = false): Point => ({
  x: end === "start" ? bar.x - DOT_DISTANCE : bar.x + bar.width + DOT_DISTANCE,
  y: bar.y + (isNamed ? bar.height : bar.height / 2),
});

/** How far an outline with its handles stands over its bar, in points. */
const AROUND_BAR = 5;

/** Whether there is nothing to show of some marks. */
const isNone = (marks: Partial<Marks>): boolean =>
  Object.values(marks).every((mark) => (Array.isArray(mark) ? mark.length === 0 : mark === null));

export class Overlay {
  private readonly context: CanvasRenderingContext2D;
  private ratio = 1;
  /** The part of the layer that is painted on, in its own points; null if none is. */
  private painted: Area | null = null;
  /** The nodes of a preview with their bounds, made once for each. */
  private preview: { nodes: readonly SceneNode[]; placed: readonly Placed[] } = { nodes: [], placed: [] };

  constructor(
    private readonly pixels: Pick<Pixels, "overlay" | "reach" | "sight">,
    private palette: Palette,
    private readonly texts: KeptTexts | null,
    settings: CanvasRenderingContext2DSettings,
  ) {
    this.context = contextOf(pixels.overlay, settings);
  }

  resize(width: number, height: number, ratio: number): void {
    this.ratio = ratio;
    resizeCanvas(this.pixels.overlay, width, height, ratio);
    this.painted = null;
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
  }

  /** Paints the marks for what is in sight. */
  show(marks: Marks): void {
    const { context, ratio } = this;
    const { sight } = this.pixels;
    if (this.preview.nodes !== marks.preview) {
      this.preview = { nodes: marks.preview, placed: ready(marks.preview) };
    }
    const area = touched(marks, this.preview.placed, sight);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (this.painted) this.clear(this.painted);
    this.painted = null;
    if (!area) return;
    const { x: left, y: top } = this.pixels.reach(area);
    const moved = (each: Area): Area => ({ ...each, x: each.x - left, y: each.y - top });
    this.painted = moved(area);
    context.save();
    // The canvas goes on beyond what is in sight where that has scrolled, and what is painted there is not cleared.
    this.clip(this.painted);
    if (marks.preview.length === 0) this.lightUp(marks.lit, left, top);
    if (marks.pointed.length > 0) new Painter(context, this.palette, -left, -top).paint(marks.pointed);
    if (marks.faded.lines.length > 0) this.fade(marks.faded, left, top);
    for (const bar of marks.lifted) if (intersects(bar, sight)) this.veil(moved(bar));
    // Each has a painter of its own, since what one has set on the canvas is gone where the next begins.
    const painter = () => new Painter(context, this.palette, -left, -top, sight, this.texts);
    for (const patch of marks.beneath.patches)
      if (intersects(patch.area, sight)) {
        this.repaint(moved(patch.area), () => this.beneath(patch, marks.beneath.faint, painter()));
      }
    painter().paintPlaced(this.preview.placed, sight);
    if (marks.hovered && marks.preview.length === 0) {
      this.hover(moved(marks.hovered));
      for (const twin of marks.twins) this.outline(moved(twin), "ink-3", 1);
      if (!marks.wire)
        for (const { x, y } of marks.dots) this.dot({ x: x - left, y: y - top }, "surface", "accent");
    }
    if (marks.marquee) this.marquee(moved(marks.marquee));
    for (const bar of marks.pushed) this.push(moved(bar));
    for (const bar of marks.selected) this.select(moved(bar));
    for (const thing of marks.picked) this.outline(grown(moved(thing), 3), "accent", 2);
    if (marks.focused) this.outline(grown(moved(marks.focused), 3), "accent", 2);
    if (marks.drawn) this.draw(moved(marks.drawn));
    if (marks.guide !== null) this.guide(marks.guide - left);
    if (marks.wire) this.wire(marks.wire, left, top);
    context.restore();
  }

  private clip(area: Area): void {
    this.inPixels(area, (...pixels) => {
      this.context.beginPath();
      this.context.rect(...pixels);
      this.context.clip();
    });
  }

  private clear(area: Area): void {
    this.inPixels(area, (...pixels) => this.context.clearRect(...pixels));
  }

  /** Does something to all pixels that an area touches, so that no faint edge is left. */
  private inPixels(
    { x, y, width, height }: Area,
    act: (x: number, y: number, width: number, height: number) => void,
  ): void {
    const { context, ratio } = this;
    const [left, top] = [Math.floor(x * ratio), Math.floor(y * ratio)];
    const [right, bottom] = [Math.ceil((x + width) * ratio), Math.ceil((y + height) * ratio)];
    context.setTransform(1, 0, 0, 1, 0, 0);
    act(left, top, right - left, bottom - top);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  /** The place that a bar was taken from stays visible, faintly. */
  private veil(bar: Area): void {
    const { context } = this;
    context.globalAlpha = VEIL;
    context.fillStyle = this.palette("surface");
    const { x, y, width, height } = grown(bar, 1);
    context.fillRect(x, y, width, height);
    context.globalAlpha = 1;
  }

  /**
   * Paints a place anew, on its ground, since a veil over all of it would hide the lines that things stand on and what
   * else reaches into it.
   */
  private repaint({ x, y, width, height }: Area, paint: () => void): void {
    const { context } = this;
    context.save();
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    context.fillStyle = this.palette("surface");
    context.fillRect(x, y, width, height);
    paint();
    context.restore();
  }

  private beneath({ area, nodes }: Patch, faint: ReadonlySet<string>, painter: Painter): void {
    for (const placed of nodes) {
      this.context.globalAlpha = faint.has(thingOf(placed.node.key)) ? 1 - VEIL : 1;
      painter.paintPlaced([placed], area);
    }
  }

  /** Over the bars that its lines pass, so that the whole way is seen. */
  private lightUp({ bars, lines }: Lit, left: number, top: number): void {
    new Painter(this.context, this.palette, -left, -top).paint(lines);
    this.context.globalAlpha = LIT;
    for (const bar of bars)
      this.outline(grown({ ...bar, x: bar.x - left, y: bar.y - top }, 1.5), "accent", 2);
    this.context.globalAlpha = 1;
  }

  /** Lines pass under bars, where nothing is to be seen of them, and so nothing is to be faded. */
  private fade({ lines, under }: Marks["faded"], left: number, top: number): void {
    const { context } = this;
    context.save();
    context.beginPath();
    context.rect(0, 0, this.pixels.overlay.width, this.pixels.overlay.height);
    for (const { x, y, width, height } of under) context.rect(x - left, y - top, width, height);
    context.clip("evenodd");
    context.globalAlpha = VEIL;
    new Painter(context, this.palette, -left, -top).paint(lines);
    context.restore();
  }

  private select(bar: Area): void {
    this.outline(bar, "accent", 2);
    this.handles(bar, "accent");
  }

  /** Dashed, since it is not under the hand and is there only for now. */
  private push(bar: Area): void {
    this.context.setLineDash([4, 3]);
    this.outline(bar, "accent", 1.5);
    this.context.setLineDash([]);
  }

  private hover(bar: Area): void {
    this.outline(bar, "ink-3", 1);
    this.handles(bar, "ink-3");
  }

  private dot({ x, y }: Point, fill: string, edge: string): void {
    const { context } = this;
    context.beginPath();
    context.arc(x, y, DOT, 0, 2 * Math.PI);
    context.fillStyle = this.palette(fill);
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = this.palette(edge);
    context.stroke();
  }

  private draw(area: Area): void {
    const { context } = this;
    context.globalAlpha = 0.5;
    context.fillStyle = this.palette("accent-soft");
    context.beginPath();
    context.roundRect(area.x, area.y, area.width, area.height, 6);
    context.fill();
    context.globalAlpha = 1;
    this.outline(area, "accent", 1.5);
  }

  /** So thin a fill that the bars under it read as before. */
  private marquee({ x, y, width, height }: Area): void {
    const { context } = this;
    context.globalAlpha = 0.08;
    context.fillStyle = this.palette("accent");
    context.fillRect(x, y, width, height);
    context.globalAlpha = 1;
    context.lineWidth = 1;
    context.strokeStyle = this.palette("accent");
    const [left, top] = [Math.round(x) + 0.5, Math.round(y) + 0.5];
    context.strokeRect(left, top, Math.round(width), Math.round(height));
  }

  private guide(x: number): void {
    const { context } = this;
    context.fillStyle = this.palette("accent");
    context.fillRect(Math.round(x - 0.5), 0, 1, this.pixels.overlay.height / this.ratio);
  }

  private wire({ from, to, tied, refused }: NonNullable<Marks["wire"]>, left: number, top: number): void {
    const { context } = this;
    const colour = refused ? "danger" : "accent";
    context.beginPath();
    context.moveTo(from.x - left, from.y - top);
    context.lineTo(to.x - left, to.y - top);
    context.lineWidth = 1.5;
    context.setLineDash(refused ? [3, 3] : []);
    context.strokeStyle = this.palette(colour);
    context.stroke();
    context.setLineDash([]);
    this.dot({ x: from.x - left, y: from.y - top }, "surface", colour);
    if (tied) this.dot({ x: to.x - left, y: to.y - top }, colour, "surface");
  }

  private outline(bar: Area, colour: string, width: number): void {
    const { context } = this;
    context.beginPath();
    context.roundRect(bar.x, bar.y, bar.width, bar.height, Math.min(6, bar.width / 2));
    context.lineWidth = width;
    context.strokeStyle = this.palette(colour);
    context.stroke();
  }

  private handles(bar: Area, colour: string): void {
    if (bar.width < 14) return;
    const { context } = this;
    for (const x of [bar.x, bar.x + bar.width]) {
      context.beginPath();
      context.roundRect(x - 2.5, bar.y + bar.height / 2 - 6, 5, 12, 2.5);
      context.fillStyle = this.palette("surface");
      context.fill();
      context.lineWidth = 1.5;
      context.strokeStyle = this.palette(colour);
      context.stroke();
    }
  }
}

/**
 * The part of what is in sight that marks may be painted on; null if none. Told exactly for the marks of a drag, which
 * come with every frame; for any other mark it is all that is in sight.
 */
function touched(marks: Marks, preview: readonly Placed[], sight: Area): Area | null {
  const { selected, picked, focused, hovered, twins, lifted, pushed, lit, pointed, faded, guide, ...rest } =
    marks;
  // What is painted beneath lies where things are lifted.
  const { preview: _, dots: __, heads: ___, strip: ____, beneath: _____, ...others } = rest;
  if (!isNone(others)) return sight;
  // The chain is not shown during a drag.
  const chain = preview.length === 0 ? lit : nothingLit;
  const boxes = [...selected, ...lifted, ...pushed, ...chain.bars, ...picked, ...twins];
  const bars = boxes.map((bar) => grown(bar, AROUND_BAR));
  if (focused) bars.push(grown(focused, AROUND_BAR));
  if (hovered) bars.push(grown(hovered, DOT_DISTANCE + DOT + 1));
  const lines = [...faded.lines, ...chain.lines, ...pointed].map(({ shape }) => boundsOf(shape));
  const nodes = [...preview.map(({ bounds }) => bounds), ...lines];
  const line = guide === null ? [] : [{ x: guide - 2, y: sight.y, width: 4, height: sight.height }];
  const inSight = [...bars, ...nodes, ...line].flatMap((area) => intersection(area, sight) ?? []);
  return hull(inSight);
}

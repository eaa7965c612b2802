/**
 * A scene made ready for painting: each node with its bounds, so that a strip paints only what touches it. Pictures are
 * put together from such parts.
 */
import type { Extent } from "../bindings/Extent";
import type { Node as SceneNode } from "../bindings/Node";
import type { RegionKind } from "../bindings/RegionKind";
import type { Scene } from "../bindings/Scene";
import type { Shape } from "../bindings/Shape";
import type { Target } from "../bindings/Target";
import type { TextRun } from "../bindings/TextRun";
import { type Area, areaOf, grown, hull } from "./geometry";
import { type TracedLine, linesAmong } from "./lines";
import type { Rectangles } from "./right-angles";
import { withFlag } from "./today-flag";

export interface Placed {
  node: SceneNode;
  bounds: Area;
  /** The name that it is, or that it slides along with. */
  slides?: SlidingName;
  /** What it is painted as, if it is a line that can be; found out when it is first painted. */
  rectangles?: Rectangles | null;
}

/** A name that slides to stay in sight. */
export interface SlidingName {
  bar: Area;
  run: TextRun;
  /** How far what slides along with it goes before its start and beyond its end, in points. */
  around: { before: number; after: number };
  /** Whether the end is cut off of what no longer has room for all of itself; else it goes at once. */
  isCut: boolean;
  /** What stands in its way, which it passes over: from one x to another. */
  over?: { from: number; to: number };
  /** Where each of its letters ends, from its beginning on, and how wide “…” is; measured when it is first cut. */
  letters?: { ends: readonly number[]; more: number };
}

export class Part {
  readonly extent: Extent;
  readonly body: readonly Placed[];
  readonly axis: readonly Placed[];
  readonly names: readonly Placed[];
  readonly strip: readonly Placed[];
  readonly stripNames: readonly Placed[];
  /** The names that slide, by where they do. */
  readonly sliding: Record<"body" | "axis" | "strip", readonly SlidingName[]>;
  /** Made when they are first asked for, since only the pointer does. */
  private traced: readonly TracedLine[] | null = null;

  constructor(
    scene: Scene,
    /** What of the surface it is taken for; the scene goes at least as far. */
    readonly area: Area = areaOf(scene.covers),
  ) {
    const of = (kind: RegionKind) =>
      placed(scene.regions.find((region) => region.kind === kind)?.nodes ?? []);
    this.extent = scene.extent;
    this.body = of("body");
    this.axis = of("axis");
    this.names = of("lane_names");
    this.strip = of("strip");
    this.stripNames = of("strip_names");
    this.sliding = {
      body: slidingNames(this.body),
      axis: withFlag(this.axis, slidingNames(this.axis)),
      strip: slidingNames(this.strip),
    };
  }

  /** The dependency lines of the body, in painting order. */
  get lines(): readonly TracedLine[] {
    return (this.traced ??= linesAmong(this.body));
  }
}

/** What names slide along in. */
const BARS: readonly Target["entity"][] = ["item", "need", "cost"];

/** A name comes after the bar or the need that it stands in, and what slides along with it after the name. */
function slidingNames(nodes: readonly Placed[]): SlidingName[] {
  let bar: { thing: string; area: Area } | null = null;
  let last: { key: string; name: SlidingName } | null = null;
  const names: SlidingName[] = [];
  for (const each of nodes) {
    const { key, shape, target } = each.node;
    if ("rect" in shape && target && BARS.includes(target.entity))
      bar = { thing: thingOf(key), area: areaOf(shape.rect.rect) };
    if (last && key.startsWith(`${last.key}/`)) {
      slideAlong(each, last.name);
      continue;
    }
    last = null;
    if (!("text" in shape) || shape.text.slides_to === undefined) continue;
    // What slides along no bar of its own, such as the word of a cap, does so where its own line is.
    const isCut = bar?.thing === thingOf(key);
    const own = isCut && bar ? bar.area : stretchOf(shape.text);
    const name = { bar: own, run: shape.text, around: { before: 0, after: 0 }, isCut };
    each.slides = name;
    last = { key, name };
    names.push(name);
  }
  return names;
}

/** Keys begin with that of the thing that a node belongs to. */
export const thingOf = (key: string): string => key.split("/", 1)[0]!;

/** All of a line of text, wherever it slides. */
const stretchOf = (run: TextRun): Area =>
  textBounds(run, run.at[0], Math.max(run.at[0], run.slides_to ?? run.at[0]));

/** Lets a node slide along with a name: what strikes it through, a mark before it, a note after it. */
function slideAlong(each: Placed, name: SlidingName): void {
  const { run, around } = name;
  const { x, width } = each.bounds;
  const [from] = run.at;
  each.slides = name;
  around.before = Math.max(around.before, from - x);
  around.after = Math.max(around.after, x + width - from - run.width);
  each.bounds = { ...each.bounds, width: width + Math.max(0, (run.slides_to ?? from) - from) };
}

/** Nodes with their bounds, and with the names that they slide along with. */
export function ready(nodes: readonly SceneNode[]): Placed[] {
  const all = placed(nodes);
  slidingNames(all);
  return all;
}

const placed = (nodes: readonly SceneNode[]): Placed[] =>
  nodes.map((node) => ({ node, bounds: boundsOf(node.shape) }));

/**
 * The part of the surface that a text may touch whose start is anywhere from one x to another, and whose baseline is
 * anywhere between two heights: as far down as it hangs, if none are told.
 */
export function textBounds(
  { at: [, y], size, width, hangs }: TextRun,
  from: number,
  to: number,
  baselines: readonly [number, number] = [y, y + (hangs?.most ?? 0)],
): Area {
  const [upper, lower] = [Math.min(...baselines), Math.max(...baselines)];
  // A little more than measured: a fallback font may be wider than what Inter lacks was taken for.
  const across = to - from + width * 1.1 + 4;
  return { x: from - 2, y: upper - size * 1.1, width: across, height: lower - upper + size * 1.5 };
}

/** The part of the surface that a shape may touch. */
export function boundsOf(shape: Shape): Area {
  if ("rect" in shape) return grown(areaOf(shape.rect.rect), (shape.rect.stroke?.width ?? 0) / 2);
  if ("path" in shape) {
    const points = shape.path.steps.flatMap((step): (readonly [number, number])[] => {
      if (step === "close") return [];
      if ("move" in step) return [step.move];
      if ("line" in step) return [step.line];
      return step.curve;
    });
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    const area = { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
    return grown(area, (shape.path.stroke?.width ?? 0) / 2 + 0.5);
  }
  if ("text" in shape) {
    const { at, slides_to: slidesTo } = shape.text;
    return textBounds(shape.text, at[0], Math.max(at[0], slidesTo ?? at[0]));
  }
  const { clip, offset, nodes } = shape.group;
  if (clip) return areaOf(clip);
  const { x, y, width, height } = hull(nodes.map((node) => boundsOf(node.shape))) ?? areaOf([0, 0, 0, 0]);
  return { x: x + offset[0], y: y + offset[1], width, height };
}

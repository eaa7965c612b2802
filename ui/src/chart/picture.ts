/**
 * A scene made ready for painting: each node with its bounds, so that a strip paints only what touches it, and an
 * index of what the pointer and the keyboard can reach.
 */
import type { Extent } from "../bindings/Extent";
import type { LaneKey } from "../bindings/LaneKey";
import type { Node as SceneNode } from "../bindings/Node";
import type { RegionKind } from "../bindings/RegionKind";
import type { Scene } from "../bindings/Scene";
import type { Shape } from "../bindings/Shape";
import type { Target } from "../bindings/Target";
import type { TextRun } from "../bindings/TextRun";
import { type Area, type Point, areaOf, contains, grown } from "./geometry";

/** How far beside a thing the pointer still takes hold of it, in points. */
const NEAR_MISS = 4;

export interface Placed {
  node: SceneNode;
  bounds: Area;
  /** The text that it slides along with. */
  along?: TextRun;
}

/** A bar's name that slides to stay in sight. */
export interface SlidingName {
  bar: Area;
  run: TextRun;
}

/** A node that answers to the pointer. */
export interface Reachable {
  target: Target;
  name: string;
  bounds: Area;
}

export class Picture {
  readonly covers: Area;
  readonly extent: Extent;
  readonly body: Placed[];
  readonly axis: Placed[];
  readonly names: Placed[];
  /** In painting order: the last one is on top. */
  readonly reachable: Reachable[];
  readonly slidingNames: SlidingName[];
  private readonly items: Map<string, Reachable>;
  private readonly lanes: Reachable[];
  /** Made when they are first asked for, since only gestures do. */
  private parts: Map<string, Placed[]> | null = null;

  constructor(scene: Scene) {
    const of = (kind: RegionKind) =>
      placed(scene.regions.find((region) => region.kind === kind)?.nodes ?? []);
    this.covers = areaOf(scene.covers);
    this.extent = scene.extent;
    this.body = of("body");
    this.axis = of("axis");
    this.names = of("lane_names");
    this.slidingNames = slidingNames(this.body);
    const targets = this.body.filter(({ node }) => node.target);
    const reached = targets.map(({ node: { target, name, shape }, bounds }) => ({
      target: target!,
      name: name ?? "",
      // Days can be read off it, so without the half of its edge that stands over.
      bounds: "rect" in shape ? areaOf(shape.rect.rect) : bounds,
    }));
    this.lanes = reached.filter(({ target }) => target.entity === "lane");
    // A line is not what its bounds cover, so dependencies are met at their bars.
    this.reachable = reached.filter(
      ({ target }) => target.entity === "item" || target.entity === "milestone",
    );
    this.items = new Map(
      this.reachable.flatMap((each) => (each.target.entity === "item" ? [[each.target.id, each]] : [])),
    );
  }

  item(id: string): Reachable | undefined {
    return this.items.get(id);
  }

  /** A thing of the body with all that belongs to it, in painting order. */
  partsOf(key: string): readonly Placed[] {
    this.parts ??= byThing(this.body);
    return this.parts.get(key) ?? [];
  }

  /** What is at a point of the body, the topmost first. A near miss counts where nothing is hit. */
  at(point: Point): Reachable | undefined {
    const within = (margin: number) =>
      this.reachable.findLast(({ bounds }) => contains(grown(bounds, margin), point));
    return within(0) ?? within(NEAR_MISS);
  }

  /** The lane at a height, with its place. */
  laneAt(y: number): { lane: LaneKey; bounds: Area } | undefined {
    const found = this.lanes.find(({ bounds }) => y >= bounds.y && y < bounds.y + bounds.height);
    return found && found.target.entity === "lane"
      ? { lane: found.target.lane, bounds: found.bounds }
      : undefined;
  }
}

/** Keys begin with that of the thing that a node belongs to. */
function byThing(nodes: readonly Placed[]): Map<string, Placed[]> {
  const things = new Map<string, Placed[]>();
  for (const each of nodes) {
    const thing = each.node.key.split("/", 1)[0]!;
    const parts = things.get(thing);
    if (parts) parts.push(each);
    else things.set(thing, [each]);
  }
  return things;
}

/** A name comes after the bar that it stands in, and what strikes it through after the name. */
function slidingNames(nodes: readonly Placed[]): SlidingName[] {
  let bar: Area | null = null;
  let last: { key: string; run: TextRun } | null = null;
  const names: SlidingName[] = [];
  for (const each of nodes) {
    const { key, shape, target } = each.node;
    if ("rect" in shape && target?.entity === "item") bar = areaOf(shape.rect.rect);
    if (last && key === last.key.replace(/name$/, "strike")) {
      each.along = last.run;
      each.bounds = { ...each.bounds, width: each.bounds.width + (last.run.slides_to ?? 0) - last.run.at[0] };
    }
    last = null;
    if (!bar || !("text" in shape) || shape.text.slides_to === undefined) continue;
    last = { key, run: shape.text };
    names.push({ bar, run: shape.text });
  }
  return names;
}

const placed = (nodes: SceneNode[]): Placed[] =>
  nodes.map((node) => ({ node, bounds: boundsOf(node.shape) }));

/** The part of the surface that a text may touch which stands anywhere from one x to another. */
export function textBounds({ at, size, width, hangs }: TextRun, from: number, to: number): Area {
  // A little more than measured: a fallback font may be wider than what Inter lacks was taken for.
  const [x, y] = [from - 2, at[1] - size * 1.1];
  return { x, y, width: to - from + width * 1.1 + 4, height: size * 1.5 + (hangs?.most ?? 0) };
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
  const { clip } = shape.group;
  return clip ? areaOf(clip) : { x: -Infinity, y: -Infinity, width: Infinity, height: Infinity };
}

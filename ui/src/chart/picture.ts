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
}

/** A bar's name that slides to stay in sight. */
export interface SlidingName {
  bar: Area;
  /** What the bar is filled with; null for a bracket, which only has a beam. */
  ground: string | null;
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

/** A name comes after the bar that it stands in. */
function slidingNames(nodes: readonly Placed[]): SlidingName[] {
  let bar: { area: Area; ground: string | null } | null = null;
  return nodes.flatMap(({ node: { shape, target } }) => {
    if ("rect" in shape && target?.entity === "item") {
      bar = { area: areaOf(shape.rect.rect), ground: shape.rect.fill ?? null };
    }
    if (!bar || !("text" in shape) || shape.text.slides_to === undefined) return [];
    return [{ bar: bar.area, ground: bar.ground, run: shape.text }];
  });
}

const placed = (nodes: SceneNode[]): Placed[] =>
  nodes.map((node) => ({ node, bounds: boundsOf(node.shape) }));

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
    const { at, size, width, slides_to: slidesTo, hangs } = shape.text;
    const end = Math.max(at[0] + width, (slidesTo ?? at[0]) + width);
    // A little more than measured: a fallback font may be wider than what Inter lacks was taken for.
    const [x, y] = [at[0] - 2, at[1] - size * 1.1];
    return { x, y, width: end - at[0] + 4 + width * 0.1, height: size * 1.5 + (hangs?.most ?? 0) };
  }
  const { clip } = shape.group;
  return clip ? areaOf(clip) : { x: -Infinity, y: -Infinity, width: Infinity, height: Infinity };
}

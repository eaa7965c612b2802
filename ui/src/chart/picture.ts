/**
 * What the chart shows, put together from parts that were fetched one after the other: what is to be painted where, and
 * an index of what the pointer and the keyboard can reach.
 *
 * What stands in several parts is the same in each, so it is told of once. Only what goes on for ever is cut to its part,
 * which is why each part is painted in its own area.
 */
import type { Extent } from "../bindings/Extent";
import type { LaneKey } from "../bindings/LaneKey";
import type { Target } from "../bindings/Target";
import {
  type Area,
  type Point,
  areaOf,
  contains,
  grown,
  intersection,
  intersects,
  without,
} from "./geometry";
import { type Line, nearestLine } from "./lines";
import type { Part, Placed } from "./part";

/** How far beside a thing the pointer still takes hold of it, in points. */
const NEAR_MISS = 4;

/** An area, and all that touches it. */
export interface Patch {
  area: Area;
  nodes: readonly Placed[];
}

/** A node that answers to the pointer. */
export interface Reachable {
  /** The node's, since one thing may stand in several places. */
  key: string;
  target: Target;
  name: string;
  bounds: Area;
}

export class Picture {
  readonly extent: Extent;
  readonly body: readonly Patch[];
  readonly axis: readonly Patch[];
  readonly names: readonly Patch[];
  readonly strip: readonly Patch[];
  readonly stripNames: readonly Patch[];
  /** What the pointer and the keyboard meet on the strip, from left to right. */
  readonly onStrip: readonly Reachable[];
  /** In painting order: the last one is on top. */
  readonly reachable: readonly Reachable[];
  /** The names that slide, by where they do. */
  readonly sliding: Part["sliding"];
  private readonly items: ReadonlyMap<string, readonly Reachable[]>;
  private readonly lanes: readonly Reachable[];
  /** Made when they are first asked for, since only gestures do. */
  private things: Map<string, Placed[]> | null = null;

  /** At least one part; their areas leave out nothing of what the picture covers, and the last one is the newest. */
  constructor(
    readonly parts: readonly Part[],
    readonly covers: Area = parts[0]!.area,
  ) {
    this.extent = parts.at(-1)!.extent;
    this.body = parts.map(({ area, body: nodes }) => ({ area, nodes }));
    this.axis = patches(parts, covers, "axis", ({ x, width }) => ({ ...endless, x, width }));
    this.names = patches(parts, covers, "names", ({ y, height }) => ({ ...endless, y, height }));
    this.strip = patches(parts, covers, "strip", ({ x, width }) => ({ ...endless, x, width }));
    this.stripNames = [{ area: endless, nodes: parts.at(-1)!.stripNames }];
    this.onStrip = onStrip(parts);
    const sliding = (region: keyof Part["sliding"]) => parts.flatMap((part) => part.sliding[region]);
    this.sliding = { body: sliding("body"), axis: sliding("axis"), strip: sliding("strip") };
    const reached = once(parts, "body", isReached).map(reachableOf);
    this.lanes = reached.filter(({ target }) => target.entity === "lane");
    // A line is not what its bounds cover, and the keyboard meets dependencies at their bars.
    this.reachable = reached.filter(({ target }) => REACHED.includes(target.entity));
    this.items = byItem(this.reachable);
  }

  /** The first place of an item. */
  item(id: string): Reachable | undefined {
    return this.items.get(id)?.[0];
  }

  /** All places of an item: where it is shown in each need that it serves, or in each line that it costs money on. */
  itemsOf(id: string): readonly Reachable[] {
    return this.items.get(id) ?? [];
  }

  /** A thing of the body with all that belongs to it, in painting order. */
  partsOf(key: string): readonly Placed[] {
    this.things ??= byThing(once(this.parts, "body"));
    return this.things.get(key) ?? [];
  }

  /** What is painted in an area of the body, part by part. */
  paintedIn(area: Area): Patch[] {
    return this.body.flatMap((patch) => {
      const shown = intersection(patch.area, area);
      if (!shown) return [];
      return [{ area: shown, nodes: patch.nodes.filter(({ bounds }) => intersects(bounds, shown)) }];
    });
  }

  /** What is at a point of the body, the topmost first. A near miss counts where nothing is hit. */
  at(point: Point): Reachable | undefined {
    const within = (margin: number) =>
      this.reachable.findLast(({ bounds }) => contains(grown(bounds, margin), point));
    return within(0) ?? within(NEAR_MISS);
  }

  /** The dependency line at a point of the body, or just beside it. */
  lineAt(point: Point): Line | undefined {
    const near = this.parts.filter(({ area }) => contains(area, point)).flatMap(({ lines }) => lines);
    return nearestLine(near, point, NEAR_MISS);
  }

  /** The lane at a height, with its place. */
  laneAt(y: number): { lane: LaneKey; bounds: Area } | undefined {
    const found = this.lanes.find(({ bounds }) => y >= bounds.y && y < bounds.y + bounds.height);
    return found && found.target.entity === "lane"
      ? { lane: found.target.lane, bounds: found.bounds }
      : undefined;
  }
}

/** What the pointer and the keyboard meet besides lanes. */
const REACHED: readonly Target["entity"][] = ["item", "milestone", "need", "cost", "period", "budget_line"];

function byItem(reachable: readonly Reachable[]): Map<string, Reachable[]> {
  const items = new Map<string, Reachable[]>();
  for (const each of reachable) {
    if (each.target.entity !== "item") continue;
    const places = items.get(each.target.id);
    if (places) places.push(each);
    else items.set(each.target.id, [each]);
  }
  return items;
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

/** More than any surface. */
export const endless: Area = { x: -1e9, y: -1e9, width: 2e9, height: 2e9 };

/** The nodes of a frozen region, each stretch from one of the parts that have it. */
function patches(
  parts: readonly Part[],
  covers: Area,
  region: "axis" | "names" | "strip",
  stretch: (area: Area) => Area,
): Patch[] {
  let lacking = [stretch(covers)];
  return parts.flatMap((part) => {
    const has = stretch(part.area);
    const areas = lacking.flatMap((area) => intersection(area, has) ?? []);
    lacking = lacking.flatMap((area) => without(area, has));
    return areas.map((area) => ({ area, nodes: part[region] }));
  });
}

/** What stands on a region of parts, or some of it, without what has come before. */
function once(
  parts: readonly Part[],
  region: "body" | "strip",
  counts: (placed: Placed) => boolean = () => true,
): Placed[] {
  const keys = new Set<string>();
  return parts.flatMap((part) =>
    part[region].filter((each) => counts(each) && !keys.has(each.node.key) && keys.add(each.node.key)),
  );
}

const isReached = ({ node }: Placed): boolean => node.target !== undefined;

/** What lies upon something else comes after it. */
function onStrip(parts: readonly Part[]): Reachable[] {
  const things = once(parts, "strip", isReached).map(reachableOf);
  return things.sort((a, b) => a.bounds.x - b.bounds.x);
}

function reachableOf({ node: { key, target, name, shape }, bounds }: Placed): Reachable {
  return {
    key,
    target: target!,
    name: name ?? "",
    // Days can be read off it, so without the half of its edge that stands over.
    bounds: "rect" in shape ? areaOf(shape.rect.rect) : bounds,
  };
}

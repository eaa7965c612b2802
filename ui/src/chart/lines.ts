/**
 * Dependency lines under the pointer. A line is not what its bounds cover, so each is looked at part by part, and only when
 * somebody points; painting knows nothing of it.
 */
import type { Node as SceneNode } from "../bindings/Node";
import { type Area, type Point, apart, contains, grown } from "./geometry";
import type { Placed } from "./part";
import { rectanglesOf } from "./right-angles";

/** A dependency line on the surface. */
export interface Line {
  /** The dependency's. */
  id: string;
  key: string;
  bounds: Area;
  /** The line and its arrow head. */
  nodes: readonly SceneNode[];
}

/** A line with what tells how far it is from a point. */
export type TracedLine = Line & { placed: Placed };

/** The lines among what is painted, each with what belongs to it, which comes right after it. */
export function linesAmong(nodes: readonly Placed[]): TracedLine[] {
  return nodes.flatMap((placed, at) => {
    const { key, target } = placed.node;
    if (target?.entity !== "dependency") return [];
    const after = nodes.slice(at + 1, at + 2).filter(({ node }) => node.key.startsWith(`${key}/`));
    const all = [placed, ...after].map(({ node }) => node);
    return [{ id: target.id, key, bounds: placed.bounds, nodes: all, placed }];
  });
}

/** Of some lines the one nearest to a point, and the topmost of those as near; none farther away than `reach` points. */
export function nearestLine(
  lines: readonly TracedLine[],
  point: Point,
  reach: number,
): TracedLine | undefined {
  const at = { ...point, width: 0, height: 0 };
  let found: { line: TracedLine; far: number } | undefined;
  for (const line of lines) {
    if (!contains(grown(line.bounds, reach), point)) continue;
    const far = Math.min(...stretches(line.placed).map((stretch) => apart(stretch, at)));
    if (far <= (found?.far ?? reach)) found = { line, far };
  }
  return found?.line;
}

/** What a line is painted as; none of one that is not made of right angles, which no dependency's is. */
function stretches(placed: Placed): readonly Area[] {
  if (placed.rectangles === undefined) placed.rectangles = rectanglesOf(placed.node.shape);
  return placed.rectangles?.areas ?? [];
}

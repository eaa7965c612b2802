/** Chooses a bar for a harness to drag. */
import { type Area, type Point, holds } from "../chart/geometry";
import type { Reachable } from "../chart/picture";

/** How far a harness drags. */
const ROOM = 300;
/** A narrower bar is easily held by an edge. */
const LEAST_WIDTH = 40;

/** The first bar whose middle is under no other and has room to its right; the middle is in the chart's points. */
export function draggableBar(
  bars: readonly Reachable[],
  visible: Area,
  at: (point: Point) => Reachable | undefined,
): { id: string; center: Point } | null {
  for (const { target, bounds } of bars) {
    if (target.entity !== "item" || bounds.width < LEAST_WIDTH) continue;
    const center = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
    if (!holds(visible, { ...bounds, width: bounds.width / 2 + ROOM })) continue;
    const under = at(center)?.target;
    if (under?.entity === "item" && under.id === target.id) return { id: target.id, center };
  }
  return null;
}

/** What a press on the timeline would take hold of. */
import type { Edge } from "../bindings/Edge";
import type { Chart } from "../chart/chart";
import { type Area, type Point, right } from "../chart/geometry";
import type { Line } from "../chart/lines";
import { DOT, DOT_DISTANCE, linkDot } from "../chart/overlay";
import type { Placed } from "../chart/part";
import { isDated } from "./lanes";

export type Hold =
  | { what: "bar" | "start" | "end"; item: string; bar: Area; key: string }
  | { what: "dot"; item: string; bar: Area; key: string; end: Edge; dot: Point }
  | { what: "milestone"; id: string; diamond: Area }
  | { what: "need"; id: string; key: string }
  | { what: "cost"; id: string; key: string }
  | { what: "line"; line: Line }
  | { what: "ground" };

/** A bar that shows its handles and its dots, since the pointer is on it. */
export interface Hovered {
  item: string;
  bar: Area;
  /** The place of the bar, of an item that may stand in several. */
  key: string;
}

/** How far from an end of a bar its edge can be held, in points. */
const EDGE = 6;
/** How far the handle at an edge stands over it, in points. */
const HANDLE = 3;
/** How far around a dot it can be held, in points. */
const AROUND = 3.5;

export function holdAt(chart: Chart, hovered: Hovered | null, at: Point): Hold {
  const end = hovered && dotAt(chart, hovered, at);
  if (hovered && end) return { what: "dot", ...hovered, end, dot: dotOf(chart, hovered, end) };
  const found = chart.at(at);
  if (found?.target.entity === "milestone") {
    return { what: "milestone", id: found.target.id, diamond: found.bounds };
  }
  if (found?.target.entity === "need") return { what: "need", id: found.target.id, key: found.key };
  if (found?.target.entity === "cost") return { what: "cost", id: found.target.id, key: found.key };
  if (found?.target.entity !== "item") {
    const line = chart.lineAt(at);
    return line ? { what: "line", line } : { what: "ground" };
  }
  const { bounds: bar, key } = found;
  const item = found.target.id;
  // A narrow bar keeps a middle to be held by.
  const edge = Math.min(EDGE, bar.width / 4);
  if (!isDated(chart.laneAt(at.y)?.lane)) return { what: "bar", item, bar, key };
  if (at.x <= bar.x + edge) return { what: "start", item, bar, key };
  if (at.x >= bar.x + bar.width - edge) return { what: "end", item, bar, key };
  return { what: "bar", item, bar, key };
}

/** The shape of the pointer over it, which promises no drag where nothing can be changed. */
export function cursorFor(hold: Hold, readOnly: boolean): string {
  if (readOnly) return hold.what === "ground" ? "" : "pointer";
  switch (hold.what) {
    case "bar":
    case "milestone":
      return "grab";
    case "start":
    case "end":
      return "ew-resize";
    case "dot":
      return "crosshair";
    case "need":
    case "cost":
    case "line":
      return "pointer";
    case "ground":
      return "";
  }
}

/** Where the dot at an end of a bar is: not on a name that stands beside the bar. */
export function dotOf(chart: Chart, { bar, key }: Pick<Hovered, "bar" | "key">, end: Edge): Point {
  const isBeside = ({ node, bounds }: Placed) => "text" in node.shape && bounds.x > right(bar);
  return linkDot(bar, end, end === "end" && chart.partsOf(key).some(isBeside));
}

/** The end whose dot is at a point, or on the way to it from the bar, unless another bar is there. */
function dotAt(chart: Chart, hovered: Hovered, at: Point): Edge | undefined {
  const { item, bar } = hovered;
  const under = chart.at(at)?.target;
  const covered = under?.entity === "item" && under.id !== item;
  return (["start", "end"] as const).find((end) => {
    const dot = dotOf(chart, hovered, end);
    if (covered) return Math.hypot(at.x - dot.x, at.y - dot.y) <= DOT + 1;
    const out = end === "start" ? bar.x - at.x : at.x - right(bar);
    const [above, below] = [Math.min(dot.y, bar.y + bar.height / 2) - at.y, at.y - dot.y];
    return out > HANDLE && out <= DOT_DISTANCE + DOT + AROUND && Math.max(above, below) <= DOT + AROUND;
  });
}

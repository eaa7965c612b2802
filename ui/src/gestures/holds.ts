/** What a press on the timeline would take hold of. */
import type { Chart } from "../chart/chart";
import { type Area, type Point, contains, grown } from "../chart/geometry";
import { linkDot } from "../chart/overlay";

export type Hold =
  | { what: "bar" | "start" | "end" | "dot"; item: string; bar: Area }
  | { what: "milestone"; id: string }
  | { what: "ground" };

/** A bar that shows its handles and its dot, since the pointer is on it. */
export interface Hovered {
  item: string;
  bar: Area;
}

/** How far from an end of a bar its edge can be held, in points. */
const EDGE = 6;

export function holdAt(chart: Chart, hovered: Hovered | null, at: Point): Hold {
  if (hovered && contains(grown(dotArea(hovered.bar), 2), at)) return { what: "dot", ...hovered };
  const found = chart.at(at);
  if (found?.target.entity === "milestone") return { what: "milestone", id: found.target.id };
  if (found?.target.entity !== "item") return { what: "ground" };
  const { bounds: bar } = found;
  const item = found.target.id;
  // A narrow bar keeps a middle to be held by.
  const edge = Math.min(EDGE, bar.width / 4);
  if (chart.laneAt(at.y)?.lane.by !== "items") return { what: "bar", item, bar };
  if (at.x <= bar.x + edge) return { what: "start", item, bar };
  if (at.x >= bar.x + bar.width - edge) return { what: "end", item, bar };
  return { what: "bar", item, bar };
}

/** The shape of the pointer over it. */
export function cursorFor(hold: Hold): string {
  switch (hold.what) {
    case "bar":
    case "milestone":
      return "grab";
    case "start":
    case "end":
      return "ew-resize";
    case "dot":
      return "crosshair";
    case "ground":
      return "";
  }
}

const dotArea = (bar: Area): Area => {
  const dot = linkDot(bar);
  return { x: bar.x + bar.width - 1, y: dot.y - 6, width: dot.x - bar.x - bar.width + 7, height: 12 };
};

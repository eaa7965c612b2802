/** The lines of the table from the top: a line for each lane, and under it one for each of its items. */
import type { ItemRow } from "../../../bindings/ItemRow";
import type { LaneKey } from "../../../bindings/LaneKey";
import type { TableLane } from "../../../bindings/TableLane";
import { writtenValues } from "../../../state/collapsed";

interface Place {
  /** Tells lines apart. */
  key: string;
  /** From the top of all lanes, in points. */
  top: number;
  height: number;
}

export type LaneLine = Place & { lane: TableLane };
export type ItemLine = Place & { row: ItemRow };
export type Line = LaneLine | ItemLine;

export const isItem = (line: Line): line is ItemLine => "row" in line;

export function keyOf(lane: LaneKey): string {
  if (lane.by === "items") return `lane:${writtenValues(lane.values)}`;
  if (lane.by === "line") return `lane:${lane.line}`;
  return lane.by === "horizon" ? `lane:${lane.horizon}` : "lane:milestones";
}

export function linesOf(
  lanes: readonly TableLane[],
  rows: readonly ItemRow[],
  rowHeight: number,
): readonly Line[] {
  const ofLanes = lanes.map((lane): Line => {
    // Milestones have no rows of their own: their line is as high as their lane.
    const height = lane.lane.by === "milestones" ? lane.height : rowHeight;
    return { key: keyOf(lane.lane), top: lane.top, height, lane };
  });
  const ofItems = rows.map((row): Line => ({ key: row.item.id, top: row.row.top, height: rowHeight, row }));
  return [...ofLanes, ...ofItems].sort((a, b) => a.top - b.top);
}

/** Those that exist as elements: what is in sight and some around it, so that a scroll finds them there. */
export function near(lines: readonly Line[], top: number, bottom: number): readonly Line[] {
  const MARGIN = 240;
  return lines.filter((line) => line.top < bottom + MARGIN && line.top + line.height > top - MARGIN);
}

/** The line at a height, or the last above it. */
export function lineAt(lines: readonly Line[], top: number): Line | undefined {
  return lines.findLast((line) => line.top <= top) ?? lines[0];
}

/** The lane that an item stands in. */
export function laneOf(lines: readonly Line[], id: string): LaneKey | undefined {
  const at = lines.findIndex((line) => line.key === id);
  const above = lines.slice(0, Math.max(0, at)).findLast((line) => !isItem(line));
  return above && !isItem(above) ? above.lane.lane : undefined;
}

/** Which gesture a drag is, by what it took hold of. */
import type { LaneKey } from "../bindings/LaneKey";
import { DrawBar } from "./draw-bar";
import type { Gesture, Hand, Surroundings } from "./gesture";
import type { Hold } from "./holds";
import { horizonIn } from "./lanes";
import { LinkBars } from "./link-bars";
import { Marquee } from "./marquee";
import { MoveBar } from "./move-bar";
import { MoveMilestone } from "./move-milestone";
import { ResizeBar } from "./resize-bar";

/** Whether a drag from there begins on what lies under everything else. A line can be clicked, but not taken along. */
const isGround = ({ what }: Hold): boolean => what === "ground" || what === "line";

/** Whether a drag from there would change the plan. */
export function wouldChange(around: Surroundings, hold: Hold, start: Hand): boolean {
  if (hold.what === "need" || hold.what === "cost") return false;
  return !isGround(hold) || (!start.shift && drawnOn(around, start) !== null);
}

/** What is drawn below all lanes, or where there are none, is of none of their values. */
const OF_NO_LANE: LaneKey = { by: "items", values: [] };

/** The lane that a feature is drawn on from there; null where none can be. */
function drawnOn({ chart, onFeatures }: Surroundings, { at }: Hand): LaneKey | null {
  // A feature that is drawn would serve no need and cost nothing, and so would not be seen there. It has days, and no horizon.
  if (!onFeatures || !chart.extent) return null;
  if (at.y >= chart.extent.height) return OF_NO_LANE;
  const lane = chart.laneAt(at.y)?.lane;
  return lane?.by === "items" && horizonIn(lane) === null ? lane : null;
}

/** The gesture that begins where the pointer was pressed; null where nothing can be dragged. */
export function gestureFor(around: Surroundings, hold: Hold, start: Hand): Gesture | null {
  switch (hold.what) {
    case "start":
    case "end":
      return new ResizeBar(around, hold.item, takeHold(around, hold.item), hold.what, start);
    case "dot":
      return new LinkBars(around, hold.item, hold.dot, hold.end);
    case "bar":
      return new MoveBar(around, hold.item, takeHold(around, hold.item), start);
    case "ground":
    case "line": {
      if (start.shift) return new Marquee(around, start);
      const lane = drawnOn(around, start);
      return lane ? new DrawBar(around, lane, start) : null;
    }
    case "need":
    case "cost":
      return start.shift ? new Marquee(around, start) : null;
    case "milestone":
      return new MoveMilestone(around, hold.id, hold.diamond, start);
  }
}

/**
 * The items that go with one that is dragged: all that are selected if it is one of them, else it alone. It comes first,
 * since the first leads the others.
 */
function takeHold(around: Surroundings, item: string): string[] {
  const selected = around.selected();
  if (selected.has(item)) return [...new Set([item, ...selected])];
  around.select([item]);
  return [item];
}

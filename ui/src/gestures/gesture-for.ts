/** Which gesture a drag is, by what it took hold of. */
import { DrawBar } from "./draw-bar";
import type { Gesture, Hand, Surroundings } from "./gesture";
import type { Hold } from "./holds";
import { LinkBars } from "./link-bars";
import { Marquee } from "./marquee";
import { MoveBar } from "./move-bar";
import { MoveMilestone } from "./move-milestone";
import { ResizeBar } from "./resize-bar";

/** Whether a drag from there would change the plan. */
export function wouldChange({ chart, onFeatures }: Surroundings, hold: Hold, start: Hand): boolean {
  if (hold.what === "need" || hold.what === "cost") return false;
  // A feature that is drawn would serve no need and cost nothing, and so would not be seen.
  return (
    hold.what !== "ground" || (!start.shift && onFeatures && chart.laneAt(start.at.y)?.lane.by === "items")
  );
}

/** The gesture that begins where the pointer was pressed; null where nothing can be dragged. */
export function gestureFor(around: Surroundings, hold: Hold, start: Hand): Gesture | null {
  switch (hold.what) {
    case "start":
    case "end":
      return new ResizeBar(around, hold.item, takeHold(around, hold.item), hold.what, start);
    case "dot":
      return new LinkBars(around, hold.item, hold.bar, hold.end);
    case "bar":
      return new MoveBar(around, hold.item, takeHold(around, hold.item), start);
    case "ground": {
      if (start.shift) return new Marquee(around, start);
      const lane = wouldChange(around, hold, start) ? around.chart.laneAt(start.at.y)?.lane : undefined;
      return lane ? new DrawBar(around, lane, start) : null;
    }
    case "need":
    case "cost":
      return start.shift ? new Marquee(around, start) : null;
    case "milestone":
      return new MoveMilestone(around, hold.id, hold.diamond, start);
  }
}

/** The items that go with one that is dragged: all that are selected if it is one of them, else it alone. */
function takeHold(around: Surroundings, item: string): string[] {
  const selected = around.selected();
  if (selected.has(item)) return [...selected];
  around.select([item]);
  return [item];
}

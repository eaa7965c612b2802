/**
 * Which lanes a view has collapsed: told by what they stand for, all others stand open. Lanes of budget lines are
 * collapsed unless the view says that they are unfolded.
 */
import type { AspectValue } from "../bindings/AspectValue";
import type { LaneKey } from "../bindings/LaneKey";
import type { ViewSettings } from "../bindings/ViewSettings";

type Folds = Pick<ViewSettings, "collapsed" | "unfolded">;

/** The same for the same lane, whatever the order of fields. */
export const writtenValues = (values: readonly AspectValue[]): string =>
  JSON.stringify(values.map(({ field, value }) => [field, value]));

/** Whether a lane can be collapsed and expanded. */
export const folds = (lane: LaneKey | null | undefined): boolean =>
  lane?.by === "items" || lane?.by === "line";

export function isCollapsed({ collapsed, unfolded }: Folds, lane: LaneKey): boolean {
  if (lane.by === "line") return !unfolded.includes(lane.line);
  return (
    lane.by === "items" && collapsed.some((values) => writtenValues(values) === writtenValues(lane.values))
  );
}

/** What changes in a view once this lane is the other way. */
export function toggled({ collapsed, unfolded }: Folds, lane: LaneKey): Partial<Folds> {
  if (lane.by === "line") return { unfolded: without(unfolded, lane.line) ?? [...unfolded, lane.line] };
  if (lane.by !== "items") return {};
  const others = collapsed.filter((values) => writtenValues(values) !== writtenValues(lane.values));
  return { collapsed: others.length < collapsed.length ? others : [...collapsed, lane.values] };
}

/** The others of a list that has it; null if it has not. */
function without(ids: readonly string[], id: string): string[] | null {
  return ids.includes(id) ? ids.filter((other) => other !== id) : null;
}

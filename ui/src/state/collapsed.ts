/** Which lanes a view has collapsed, told by what they stand for. */
import type { AspectValue } from "../bindings/AspectValue";
import type { LaneKey } from "../bindings/LaneKey";

type Collapsed = readonly AspectValue[][];

/** The same for the same lane, whatever the order of fields. */
export const writtenValues = (values: readonly AspectValue[]): string =>
  JSON.stringify(values.map(({ field, value }) => [field, value]));

export const isCollapsed = (collapsed: Collapsed, lane: LaneKey): boolean =>
  lane.by === "items" && collapsed.some((values) => writtenValues(values) === writtenValues(lane.values));

/** The lanes that are collapsed once this one is the other way. */
export function toggled(collapsed: Collapsed, lane: LaneKey): AspectValue[][] {
  if (lane.by !== "items") return [...collapsed];
  const others = collapsed.filter((values) => writtenValues(values) !== writtenValues(lane.values));
  return others.length < collapsed.length ? others : [...collapsed, lane.values];
}

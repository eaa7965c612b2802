/** Which lanes a view has collapsed, told by what they stand for. */
import type { AspectValue } from "../bindings/AspectValue";
import type { LaneKey } from "../bindings/LaneKey";

type Collapsed = readonly AspectValue[][];

const written = (values: readonly AspectValue[]): string =>
  JSON.stringify(values.map(({ field, value }) => [field, value]));

export const isCollapsed = (collapsed: Collapsed, lane: LaneKey): boolean =>
  lane.by === "items" && collapsed.some((values) => written(values) === written(lane.values));

/** The lanes that are collapsed once this one is the other way. */
export function toggled(collapsed: Collapsed, lane: LaneKey): AspectValue[][] {
  if (lane.by !== "items") return [...collapsed];
  const others = collapsed.filter((values) => written(values) !== written(lane.values));
  return others.length < collapsed.length ? others : [...collapsed, lane.values];
}

/**
 * The order of lanes by hand. A lane changes places among those that are parts of the same one; dropped on another
 * group, it takes its whole group along.
 */
import type { AspectValue } from "../bindings/AspectValue";
import { writtenValues } from "./collapsed";

/** What a lane stands for, the outermost first. */
export type Values = readonly AspectValue[];

export type Side = "before" | "after";

const isSame = (one: Values, other: Values): boolean => writtenValues(one) === writtenValues(other);

/** The order once a lane has been moved beside another; lanes are all that are shown, from the top. */
export function orderWith(
  lanes: readonly Values[],
  order: readonly Values[],
  moved: Values,
  side: Side,
  beside: Values,
): AspectValue[][] {
  const together = moved.length > 1 && isSame(moved.slice(0, 1), beside.slice(0, 1));
  const level = together ? moved.length : 1;
  const siblings = unique(
    lanes
      .filter((values) => !together || isSame(values.slice(0, 1), moved.slice(0, 1)))
      .map((values) => values.slice(0, level)),
  );
  const [what, where] = [moved.slice(0, level), beside.slice(0, level)];
  if (isSame(what, where)) return order.map((values) => [...values]);
  const rest = siblings.filter((values) => !isSame(values, what));
  const at = rest.findIndex((values) => isSame(values, where)) + (side === "after" ? 1 : 0);
  const inOrder = [...rest.slice(0, at), what, ...rest.slice(at)];
  const isSibling = (values: Values) =>
    values.length === level && (!together || isSame(values.slice(0, 1), moved.slice(0, 1)));
  const others = order.filter((values) => !isSibling(values));
  return [...others, ...withHidden(inOrder, order.filter(isSibling))].map((values) => [...values]);
}

/** The lane that it changes places with on the way up or down: of its own group, else of the next group. */
export function neighbour(lanes: readonly Values[], moved: Values, direction: -1 | 1): Values | undefined {
  const at = lanes.findIndex((values) => isSame(values, moved));
  return at < 0 ? undefined : lanes[at + direction];
}

/** Lanes that are not shown now stay behind those that they were behind. */
function withHidden(shown: readonly Values[], before: readonly Values[]): Values[] {
  const order = [...shown];
  let last = -1;
  for (const values of before) {
    const at = order.findIndex((other) => isSame(other, values));
    if (at < 0) order.splice(++last, 0, values);
    else last = at;
  }
  return order;
}

const unique = (all: readonly Values[]): Values[] =>
  all.filter((values, index) => all.findIndex((other) => isSame(other, values)) === index);

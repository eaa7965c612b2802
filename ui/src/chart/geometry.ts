/** Rectangles and points of the chart's surface, in points. */

export interface Point {
  x: number;
  y: number;
}

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type RectTuple = readonly [x: number, y: number, width: number, height: number];

export const areaOf = ([x, y, width, height]: RectTuple): Area => ({ x, y, width, height });

export const right = (area: Area): number => area.x + area.width;
export const bottom = (area: Area): number => area.y + area.height;

export function intersects(a: Area, b: Area): boolean {
  return a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
}

export function contains(area: Area, point: Point): boolean {
  return point.x >= area.x && point.x <= right(area) && point.y >= area.y && point.y <= bottom(area);
}

export function holds(outer: Area, inner: Area): boolean {
  return (
    inner.x >= outer.x && inner.y >= outer.y && right(inner) <= right(outer) && bottom(inner) <= bottom(outer)
  );
}

/** The part that two areas share; null if it is empty. */
export function intersection(a: Area, b: Area): Area | null {
  if (!intersects(a, b)) return null;
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return { x, y, width: Math.min(right(a), right(b)) - x, height: Math.min(bottom(a), bottom(b)) - y };
}

/** The smallest area around all of them; null around none. */
export function hull(areas: readonly Area[]): Area | null {
  if (areas.length === 0) return null;
  const x = Math.min(...areas.map((area) => area.x));
  const y = Math.min(...areas.map((area) => area.y));
  const [to, down] = [Math.max(...areas.map(right)), Math.max(...areas.map(bottom))];
  return { x, y, width: to - x, height: down - y };
}

/** What of `whole` is not in `part`, as at most four strips that do not overlap. */
export function without(whole: Area, part: Area | null): Area[] {
  const shared = part && intersection(whole, part);
  if (!shared) return [whole];
  const strips = [
    { x: whole.x, y: whole.y, width: whole.width, height: shared.y - whole.y },
    { x: whole.x, y: bottom(shared), width: whole.width, height: bottom(whole) - bottom(shared) },
    { x: whole.x, y: shared.y, width: shared.x - whole.x, height: shared.height },
    { x: right(shared), y: shared.y, width: right(whole) - right(shared), height: shared.height },
  ];
  return strips.filter((strip) => strip.width > 0.001 && strip.height > 0.001);
}

export function grown(area: Area, by: number): Area {
  return { x: area.x - by, y: area.y - by, width: area.width + 2 * by, height: area.height + 2 * by };
}

export const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value));

/** Where a window along one axis goes, as little as needed, to show a stretch with a margin; its start if it is longer. */
export function revealed(from: number, room: number, at: number, length: number, margin = 24): number {
  if (at >= from + margin && at + length <= from + room - margin) return from;
  return length > room - 2 * margin || at < from + margin ? at - margin : at + length - room + margin;
}

/** How far two areas are from each other, along both axes together: 0 where they touch. */
export function apart(a: Area, b: Area): number {
  const gap = (from: number, length: number, to: number, reach: number) =>
    Math.max(0, to - (from + length), from - (to + reach));
  return gap(a.x, a.width, b.x, b.width) + gap(a.y, a.height, b.y, b.height);
}

export const isSameArea = (a: Area, b: Area): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

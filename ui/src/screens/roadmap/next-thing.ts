/**
 * Where arrows lead on the timeline: to the nearest thing in that direction, near what is in sight or far from it.
 *
 * What is near is known at once. Where something farther away may be nearer, more of the surface is looked at, until
 * nothing beyond that can be. Moves no focus and scrolls nothing.
 */
import type { Chart } from "../../chart/chart";
import { type Area, intersection } from "../../chart/geometry";
import type { Reachable } from "../../chart/picture";

export type Direction = readonly [dx: number, dy: number];

/** What is reachable in a part of the surface. */
interface Known {
  area: Area;
  reachable: readonly Reachable[];
}

/** Along a row, straying to the side costs this much more than going on; between rows, going on does. */
const ALONG_ROW = { along: 1, aside: 20 };
const BETWEEN_ROWS = { along: 4, aside: 1 };
/** From one search to the next it looks this many times as far. */
const FARTHER = 4;

/** The next thing, if what is near tells for certain which it is: null if there is none, undefined if that is not known. */
export function nextNear(
  chart: Pick<Chart, "reachable" | "covers" | "extent">,
  from: Reachable,
  direction: Direction,
): Reachable | null | undefined {
  const { covers } = chart;
  return covers ? certain(chart, { area: covers, reachable: chart.reachable() }, from, direction) : undefined;
}

/** The next thing, wherever it is; null if there is none. */
export async function nextFar(
  chart: Chart,
  from: Reachable,
  direction: Direction,
): Promise<Reachable | null> {
  const { extent, visible } = chart;
  if (!extent) return null;
  const surface = surfaceOf(extent);
  const [x, y] = middleOf(from);
  const { along, aside } = weightsOf(direction);
  for (let reach = 2 * Math.max(visible.width, visible.height); ; reach *= FARTHER) {
    const [far, beside] = [reach / along, reach / aside];
    const [dx, dy] = direction;
    const ahead =
      dx === 0
        ? { x: x - beside, y: dy < 0 ? y - far : y, width: 2 * beside, height: far }
        : { x: dx < 0 ? x - far : x, y: y - beside, width: far, height: 2 * beside };
    const area = intersection(ahead, surface);
    if (!area) return null;
    const found = certain(chart, { area, reachable: await chart.reachableIn(area) }, from, direction);
    if (found !== undefined) return found;
  }
}

/** What is nearest of what is known; undefined if something that is not known may be nearer. */
function certain(
  { extent }: Pick<Chart, "extent">,
  { area, reachable }: Known,
  from: Reachable,
  direction: Direction,
): Reachable | null | undefined {
  const next = nextFrom(from, reachable, direction);
  const beyond = extent ? leastBeyond(area, surfaceOf(extent), from, direction) : Infinity;
  if (beyond === Infinity) return next ?? null;
  // Milestones come after all bars, of which there may be one beyond.
  const isLast = direction[1] !== 0 && next?.target.entity === "milestone";
  return next && !isLast && costOf(from, next, direction)! <= beyond ? next : undefined;
}

/** The least that anything costs whose middle is outside of an area. */
function leastBeyond(area: Area, surface: Area, from: Reachable, [dx, dy]: Direction): number {
  const [x, y] = middleOf(from);
  const to = {
    left: area.x <= surface.x ? Infinity : x - area.x,
    right: area.x + area.width >= surface.x + surface.width ? Infinity : area.x + area.width - x,
    up: area.y <= surface.y ? Infinity : y - area.y,
    down: area.y + area.height >= surface.y + surface.height ? Infinity : area.y + area.height - y,
  };
  const { along, aside } = weightsOf([dx, dy]);
  const ahead = dx < 0 ? to.left : dx > 0 ? to.right : dy < 0 ? to.up : to.down;
  const beside = dx === 0 ? Math.min(to.left, to.right) : Math.min(to.up, to.down);
  return Math.min(ahead * along, beside * aside);
}

const surfaceOf = ({ left, right, height }: NonNullable<Chart["extent"]>): Area => ({
  x: left,
  y: 0,
  width: right - left,
  height,
});

/**
 * Left and right lead from bar to bar, from need to need or from milestone to milestone; up and down from needs to what
 * serves them and on, and up from the uppermost to the milestones.
 */
export function nextFrom(
  from: Reachable,
  all: readonly Reachable[],
  direction: Direction,
): Reachable | undefined {
  const of = (...entities: string[]) => all.filter(({ target }) => entities.includes(target.entity));
  const along = isBar(from) ? of("item", "cost") : of(from.target.entity);
  if (direction[1] === 0) return nearest(from, along, direction);
  return nearest(from, of("item", "need", "cost"), direction) ?? nearest(from, of("milestone"), direction);
}

const isBar = ({ target }: Reachable): boolean => target.entity === "item" || target.entity === "cost";

/** The one closest in a direction. */
export function nearest(
  from: Reachable,
  all: readonly Reachable[],
  direction: Direction,
): Reachable | undefined {
  let best: { each: Reachable; cost: number } | undefined;
  for (const each of all) {
    const cost = costOf(from, each, direction);
    if (cost !== null && (!best || cost < best.cost)) best = { each, cost };
  }
  return best?.each;
}

/** How far something is in a direction, from middle to middle; null if it is not in that direction. */
function costOf(from: Reachable, to: Reachable, direction: Direction): number | null {
  const [[x, y], [toX, toY]] = [middleOf(from), middleOf(to)];
  const [dx, dy] = direction;
  const along = (toX - x) * dx + (toY - y) * dy;
  if (along < 4) return null;
  const aside = Math.abs((toX - x) * dy) + Math.abs((toY - y) * dx);
  const weights = weightsOf(direction);
  return along * weights.along + aside * weights.aside;
}

const weightsOf = ([dx]: Direction) => (dx === 0 ? BETWEEN_ROWS : ALONG_ROW);

const middleOf = ({ bounds }: Reachable) =>
  [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2] as const;

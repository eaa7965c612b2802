/**
 * What an edge that is dragged, drawn or dropped snaps to when it comes near: today, milestones, and the edges of the bars
 * around it.
 *
 * It only chooses the number of days that an operation gets; what becomes of the dates is for the rules to say.
 */
import type { Edge } from "../bindings/Edge";
import type { Chart } from "../chart/chart";
import { type Area, intersects, right } from "../chart/geometry";
import { dayAt, dayOfDiamond } from "./dates";
import type { Hand, Surroundings } from "./gesture";
import { isDated } from "./lanes";

/** Beginnings of days, as numbers of days, where the edges of something can stand. */
export interface Edges {
  /** Where first days begin. */
  start: readonly number[];
  /** Where last days are over. */
  end: readonly number[];
}

/** How far the hand has to be moved to where an edge meets another, and where that is. */
export interface Snap {
  days: number;
  at: number;
}

/** How near an edge has to come, in points. */
const REACH = 6;
/** How far above or below the pointer bars are near: in its row and those next to it, in points. */
const ROWS = 42;
/** A bar this narrow may be drawn wider than its days are. */
const NARROW = 5.1;

/** Where something that was moved by a distance in points snaps to; null where nothing is near. */
export function snapped(held: Edges, targets: Edges, distance: number, scale: number): Snap | null {
  let best: Snap | null = null;
  let least = REACH;
  for (const edge of ["start", "end"] as const) {
    for (const from of held[edge]) {
      for (const at of targets[edge]) {
        const off = Math.abs((at - from) * scale - distance);
        if (off > least || (best && off === least)) continue;
        [best, least] = [{ days: at - from, at }, off];
      }
    }
  }
  return best;
}

/** The edges that a drag moves: both of a bar, or the one that is held. */
export function edgesOf(bar: Area, scale: number, only: Edge | null = null): Edges {
  const start = only === "end" ? [] : [Math.round(bar.x / scale)];
  const end = only === "start" || bar.width < NARROW ? [] : [Math.round(right(bar) / scale)];
  return { start, end };
}

/** Those of an item's bar near what is in sight. */
export function edgesOfItem(chart: Chart, id: string, only: Edge | null = null): Edges | null {
  const bar = chart.item(id)?.bounds;
  return bar ? edgesOf(bar, chart.shownScale, only) : null;
}

/** Those of something that takes whole days, from the first on. */
export const edgesOfDays = (first: number, days: number): Edges => ({ start: [first], end: [first + days] });

/** What an edge at the hand snaps to; null where nothing is near, or with Alt. */
export function snapOf({ chart, today }: Surroundings, hand: Hand, held: Edges): Snap | null {
  if (hand.alt) return null;
  return snapped(held, targetsAt(chart, hand.at.y, today, new Set()), hand.at.x, hand.scale);
}

/** The first day of what is dropped where the hand is and takes so many days, and what it has snapped to. */
export function droppedDay(
  around: Surroundings,
  hand: Hand,
  days: number,
): { day: number; snap: Snap | null } {
  const snap = snapOf(around, hand, edgesOfDays(0, days));
  return { day: snap?.days ?? dayAt(hand.at.x, hand.scale), snap };
}

/** What is in sight to snap to at a height, but for what is dragged itself. */
export function targetsAt(chart: Chart, y: number, today: number, dragged: ReadonlySet<string>): Edges {
  const { shownScale: scale, visible } = chart;
  const days = [today];
  const edges: number[] = [];
  for (const { target, bounds } of chart.reachable()) {
    if (!intersects(bounds, visible) || ("id" in target && dragged.has(target.id))) continue;
    if (target.entity === "milestone") days.push(dayOfDiamond(bounds, scale));
    if (target.entity !== "item") continue;
    if (bounds.y > y + ROWS || bounds.y + bounds.height < y - ROWS) continue;
    if (!isDated(chart.laneAt(bounds.y)?.lane)) continue;
    const { start, end } = edgesOf(bounds, scale);
    edges.push(...start, ...end);
  }
  return { start: [...days, ...edges], end: [...days.map((day) => day + 1), ...edges] };
}

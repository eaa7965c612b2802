/**
 * What is seen first of a plan that was never looked at on this machine: the days around today, or, where nothing stands
 * near them, what does stand on the timeline. Knows nothing of what is remembered.
 */
import { AROUND_DAYS, type Chart } from "../../chart/chart";
import { type Area, clamp, intersects, right } from "../../chart/geometry";
import type { Reachable } from "../../chart/picture";
import type { Milepost } from "../../milepost.svelte";
import { numberOf } from "../../state/days";
import { SCALES } from "../../state/view.svelte";
import { type Standing, standingIn } from "./overview";

/** Days before today that are in sight where nothing else is known. */
const BEFORE_TODAY = 24;
/** As many as are told at most, so that each is a day of a plan of ten years. */
const STRETCHES = 4_000;
/** Points of a bar that has to be seen of it at the sides. */
const SIDE = 24;
/** Points left free above the first bars that are in sight. */
const ABOVE = 40;

/** Goes to today, and from there to where bars are, if none are in sight and nobody has gone elsewhere meanwhile. */
export async function showFirst(milepost: Milepost): Promise<void> {
  const { plan, chart, backend, view } = milepost;
  if (!plan.state || !chart) return;
  const { path } = plan.state;
  const today = numberOf(plan.state.today);
  const isOpen = () => milepost.chart === chart && plan.state?.path === path;

  const isAtToday = scrollOn(chart, (today - BEFORE_TODAY) * chart.scale);
  await chart.painted();
  const sight = seenOf(chart);
  if (!isOpen() || !isAtToday() || barsIn(sight, chart.reachable()).length > 0) return;
  const query = { view: view.settings, scale: chart.scale };
  const standing = standingIn(await backend.call("overview", { chart: query, stretches: STRETCHES }), today);
  if (!standing || !isOpen() || !isAtToday()) return;
  const x = standing.nearest * chart.scale;
  const isThere = x > sight.x && x < right(sight) ? isAtToday : goToStanding(chart, standing, today);
  await chart.painted();
  if (isOpen() && isThere()) await goDown(chart, () => isOpen() && isThere());
}

/** What is in sight without its sides, where a bar shows too little of itself. */
function seenOf({ visible }: Chart): Area {
  return { ...visible, x: visible.x + SIDE, width: visible.width - 2 * SIDE };
}

const barsIn = (area: Area, things: readonly Reachable[]): Reachable[] =>
  things.filter(
    ({ target: { entity }, bounds }) =>
      (entity === "item" || entity === "need") && bounds.width > 0 && intersects(bounds, area),
  );

/** Goes there from the top of the lanes on. Answers whether it is still there when it is painted. */
function scrollOn(chart: Chart, left: number): () => boolean {
  chart.scrollTo(left, 0);
  const { scale } = chart;
  const to = chart.sight.from * scale;
  return () => {
    const { extent, visible } = chart;
    if (!extent || chart.scale !== scale) return false;
    // What lies beyond the surface is not gone to.
    const at = clamp(to, extent.left, Math.max(extent.left, extent.right - visible.width));
    return Math.abs(visible.x - at) < 1 && visible.y === 0;
  };
}

/** All that stands on the timeline, if it is readable so; else the days nearest to today on which something does. */
function goToStanding(chart: Chart, { first, end, nearest }: Standing, today: number): () => boolean {
  const { width } = chart.visible;
  const [before, beside] = AROUND_DAYS;
  const scale = Math.min(chart.scale, (width - before - beside) / (end - first));
  if (scale >= SCALES.quarter) {
    chart.zoomTo(scale, 0);
    return scrollOn(chart, first * chart.scale - before);
  }
  return scrollOn(
    chart,
    nearest < today ? (nearest + 1) * chart.scale + beside - width : nearest * chart.scale - before,
  );
}

/** Scrolls down to the first bars of the days in sight, if they are not where the lanes begin. */
async function goDown(chart: Chart, isStill: () => boolean): Promise<void> {
  const { x, width, height } = chart.visible;
  const column = { x, y: 0, width, height: chart.extent?.height ?? height };
  const bars = barsIn(column, await chart.reachableIn(column));
  const highest = Math.min(...bars.map(({ bounds }) => bounds.y));
  if (isStill() && Number.isFinite(highest) && highest > height / 2) chart.scrollTo(x, highest - ABOVE);
}

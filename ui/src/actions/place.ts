/**
 * Where views are looked at. A view that is chosen shows the days that it was saved with. Where it was looked at last on
 * this machine counts for views that say nothing of days, the usual one among them, and where a plan is opened again.
 */
import { tick } from "svelte";

import type { Span } from "../bindings/Span";
import type { Milepost } from "../milepost.svelte";
import { keepPlace, readPlace } from "../state/kept-look";
import { showInSight } from "./days-in-sight";

/** Keeps where the view is looked at now, in the timeline or in the table that stands in its place. */
export function leavePlace({ plan, view, chart }: Milepost): void {
  if (!plan.state || !chart) return;
  const { from, top } = chart.sight;
  keepPlace(plan.state.path, view.look, { scale: chart.scale, day: from, top });
}

/** How far down the view was looked at last, in points; null if it has not been. */
export const lastTop = ({ plan, view }: Milepost): number | null =>
  (plan.state && readPlace(plan.state.path, view.look))?.top ?? null;

/** Goes to the days that the view was saved with, else to where it was looked at last, for a view that was just chosen. */
export function goToChosen(milepost: Milepost): void {
  const { plan, chart, chosenView } = milepost;
  if (!plan.state || !chart) return;
  if (chosenView?.range) void showSaved(milepost, chosenView.range, lastTop(milepost) ?? chart.sight.top);
  else goToLast(milepost);
}

/** Goes back to where the view was looked at last, else to the days that it was saved with. False if it has neither. */
export function goToLast(milepost: Milepost): boolean {
  const { plan, view, chart, chosenView } = milepost;
  if (!plan.state || !chart) return false;
  const place = readPlace(plan.state.path, view.look);
  if (place) {
    chart.zoomTo(place.scale, 0);
    chart.scrollTo(place.day * place.scale, place.top);
  } else if (chosenView?.range) void showSaved(milepost, chosenView.range);
  else return false;
  return true;
}

/** Shows the days of a view that was just chosen, in which the timeline may get another width, or has none yet. */
async function showSaved(milepost: Milepost, range: Span, top?: number): Promise<void> {
  const { chart, view } = milepost;
  if (!chart) return;
  const { chosen } = view.look;
  const isStill = () => milepost.chart === chart && view.look.chosen === chosen;
  const { width } = chart.visible;
  showInSight(chart, range, top);
  await tick();
  if (!isStill()) return;
  chart.fit();
  if (chart.visible.width > 0) {
    if (chart.visible.width !== width) showInSight(chart, range);
    return;
  }
  const stop = chart.follow(() => {
    if (chart.visible.width === 0) return;
    stop();
    if (isStill()) showInSight(chart, range);
  });
}

/** The days that fill the width of the timeline. */
import type { Span } from "../bindings/Span";
import type { Chart } from "../chart/chart";
import type { Milepost } from "../milepost.svelte";
import { isoOf, numberOf, spokenSpan } from "../state/days";

export function daysInSight({ visible, scale }: Pick<Chart, "visible" | "scale">): Span | null {
  if (visible.width === 0) return null;
  const first = Math.round(visible.x / scale);
  const days = Math.max(1, Math.round(visible.width / scale));
  return { first: isoOf(first), last: isoOf(first + days - 1) };
}

/** Tells a screen reader which days are in sight now. */
export function sayDaysInSight({ chart, notices }: Milepost): void {
  const days = chart && daysInSight(chart);
  if (days) notices.say(spokenSpan(days.first, days.last));
}

/** Without the room that fitting leaves beside the bars: a view that is kept and chosen again must not grow. */
export function showInSight(chart: Chart, { first, last }: Span, top = chart.visible.y): void {
  const { width } = chart.visible;
  const from = numberOf(first);
  if (width === 0) return;
  chart.zoomTo(width / (numberOf(last) - from + 1), 0);
  chart.scrollTo(from * chart.scale, top);
}

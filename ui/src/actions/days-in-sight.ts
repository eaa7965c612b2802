/** The days that fill the width of the timeline, as it is wanted: what is shown of a zoom may still be to come. */
import type { Span } from "../bindings/Span";
import type { Chart } from "../chart/chart";
import type { Milepost } from "../milepost.svelte";
import { isoOf, numberOf, spokenSpan } from "../state/days";

/** None while the timeline is out of sight. */
export function daysInSight({ sight: { from, to } }: Pick<Chart, "sight">): Span | null {
  if (from === to) return null;
  const first = Math.round(from);
  const days = Math.max(1, Math.round(to - from));
  return { first: isoOf(first), last: isoOf(first + days - 1) };
}

/** The day in the middle of what is in sight, as a number; null while the timeline is out of sight. */
export function dayInMiddle({ sight: { from, to } }: Pick<Chart, "sight">): number | null {
  return from === to ? null : Math.floor((from + to) / 2);
}

/** Tells a screen reader which days are in sight now. */
export function sayDaysInSight({ chart, notices }: Milepost): void {
  const days = chart && daysInSight(chart);
  if (days) notices.say(spokenSpan(days.first, days.last));
}

/**
 * Without the room that fitting leaves beside the bars: a view that is kept and chosen again must not grow. A timeline that
 * is out of sight has no width to be filled: it is taken to the first day.
 */
export function showInSight(chart: Chart, { first, last }: Span, top = chart.sight.top): void {
  chart.showSpan(numberOf(first), numberOf(last) + 1, top);
}

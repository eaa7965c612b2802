/** The whole range of a plan on a strip: where its days stand, and what is painted. Knows no element. */
import type { Overview } from "../../bindings/Overview";
import type { Palette } from "../../chart/palette";
import { clamp } from "../../chart/geometry";
import { numberOf } from "../../state/days";

/** Days on both sides of the first and the last thing that stands on the strip, as a share of the whole. */
const AROUND = 0.05;
const LEAST_AROUND = 30;

/** The days of the strip, as numbers: from the morning of `first` on, for so many days. */
export interface Range {
  first: number;
  days: number;
}

/** On which days something stands: from the morning of the first to the one of the day after the last. */
export interface Standing {
  first: number;
  end: number;
  /** The day nearest to the one that was asked about. */
  nearest: number;
}

/** Where bars stand, or milestones if there are no bars; null if there is nothing. Days count as they are told. */
export function standingIn(overview: Overview, about: number): Standing | null {
  const [from, stretch] = stretchesOf(overview);
  const bars = overview.counts.flatMap((count, index) => (count > 0 ? [index] : []));
  const spans = bars.map((index) => [from + index * stretch, from + (index + 1) * stretch] as const);
  const milestones = overview.milestones.map((day) => [numberOf(day), numberOf(day) + 1] as const);
  const standing = spans.length > 0 ? spans : milestones;
  const [first, last] = [standing[0], standing.at(-1)];
  if (!first || !last) return null;
  const days = standing.map(([start, end]) => clamp(about, Math.floor(start), Math.ceil(end) - 1));
  const nearest = days.reduce((one, other) =>
    Math.abs(other - about) < Math.abs(one - about) ? other : one,
  );
  return { first: first[0], end: last[1], nearest };
}

/** The day that the range begins with, and the days of each of its stretches. */
function stretchesOf({ first, last, counts }: Overview): [from: number, stretch: number] {
  const from = numberOf(first);
  return [from, (numberOf(last) - from + 1) / counts.length];
}

/** From the first bar, milestone or today to the last. The range of an overview is wider the smaller the scale is. */
export function rangeOf(overview: Overview, today: number): Range {
  const [from, stretch] = stretchesOf(overview);
  const [filled, last] = [
    overview.counts.findIndex((count) => count > 0),
    overview.counts.findLastIndex((count) => count > 0),
  ];
  const bars = filled < 0 ? [] : [from + filled * stretch, from + (last + 1) * stretch];
  const days = [...bars, ...overview.milestones.map(numberOf), today];
  const [least, most] = [Math.min(...days), Math.max(...days)];
  const around = Math.max(LEAST_AROUND, (most - least) * AROUND);
  return { first: Math.floor(least - around), days: Math.ceil(most - least + 2 * around) };
}

export const xOf = (day: number, { first, days }: Range, width: number): number =>
  ((day - first) / days) * width;

export const dayAt = (x: number, { first, days }: Range, width: number): number => first + (x / width) * days;

/** What is in sight, as far as it is on the strip; never too narrow to be taken hold of. */
export function windowOf(from: number, to: number, range: Range, width: number) {
  const LEAST = 14;
  const [left, right] = [from, to].map((day) => clamp(xOf(day, range, width), 0, width)) as [number, number];
  const middle = clamp((left + right) / 2, LEAST / 2, width - LEAST / 2);
  return right - left >= LEAST ? { left, right } : { left: middle - LEAST / 2, right: middle + LEAST / 2 };
}

/** How many bars stand at each point of the strip: the most of what comes together there. */
export function heights(overview: Overview, range: Range, width: number): number[] {
  const { counts } = overview;
  const [from, stretch] = stretchesOf(overview);
  return Array.from({ length: Math.max(1, Math.floor(width)) }, (_, x) => {
    const index = (at: number) => (dayAt(at, range, width) - from) / stretch;
    const [start, end] = [Math.floor(index(x)), Math.max(Math.ceil(index(x + 1)), Math.floor(index(x)) + 1)];
    return Math.max(0, ...counts.slice(Math.max(0, start), Math.max(0, end)));
  });
}

interface Ground {
  context: CanvasRenderingContext2D;
  palette: Palette;
  width: number;
  height: number;
}

export function paintOverview(
  { context, palette, width, height }: Ground,
  overview: Overview,
  range: Range,
  today: number,
): void {
  const [ABOVE, MARK] = [8, 3.5];
  context.fillStyle = palette("sunken");
  context.fillRect(0, 0, width, height);
  paintYears({ context, palette, width, height }, range);
  const counts = heights(overview, range, width);
  const most = Math.max(1, ...counts);
  context.fillStyle = palette("hue-1-edge");
  counts.forEach((count, x) => {
    const tall = count === 0 ? 0 : Math.max(1.5, (count / most) * (height - ABOVE - 2));
    context.fillRect(x, height - tall, 1, tall);
  });
  context.fillStyle = palette("ink-2");
  for (const day of overview.milestones) {
    const x = xOf(numberOf(day) + 0.5, range, width);
    context.beginPath();
    context.moveTo(x, 1);
    context.lineTo(x + MARK, 1 + MARK);
    context.lineTo(x, 1 + 2 * MARK);
    context.lineTo(x - MARK, 1 + MARK);
    context.fill();
  }
  context.fillStyle = palette("danger");
  context.fillRect(Math.round(xOf(today + 0.5, range, width)) - 0.5, 0, 1.5, height);
}

/** Where years begin, and which. */
function paintYears({ context, palette, width, height }: Ground, range: Range): void {
  const LEAST = 44;
  const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear();
  const [from, to] = [yearOf(range.first), yearOf(range.first + range.days)];
  const step = Math.max(1, Math.ceil(LEAST / ((width / range.days) * 365)));
  context.font = "10.5px Inter, sans-serif";
  context.textBaseline = "top";
  for (let year = from; year <= to; year++) {
    if (year % step !== 0) continue;
    const x = Math.round(xOf(numberOf(`${year}-01-01`), range, width));
    context.fillStyle = palette("line-strong");
    context.fillRect(x, 0, 1, height);
    context.fillStyle = palette("ink-2");
    context.fillText(String(year), x + 5, 3);
  }
}

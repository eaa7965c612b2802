/** What the chart of the budget draws where, in pixels from its upper left corner. */
import type { Curve } from "../../../bindings/Curve";
import type { CurvePoint } from "../../../bindings/CurvePoint";
import { numberOf } from "../../../state/days";
import { type Scale, endOf, scaleOf, ticksUpTo } from "./scale";

export interface Place {
  x: number;
  y: number;
}

/** A line of the chart. */
export type SeriesName = "planned" | "actual" | "forecast" | "cap";

export interface Series {
  name: SeriesName;
  /** As the data of an SVG path. */
  path: string;
  start: Place;
  /** Where it ends, with what it comes to there. */
  end: Place & { amount: number };
}

/** The day on which a line passes its cap. */
export interface Mark extends Place {
  line: string;
  /** Number of its row of words over the chart, from 0. */
  row: number;
}

export interface Picture {
  area: { left: number; right: number; top: number; bottom: number };
  series: Series[];
  /** Between the low and the high end of the forecast; empty if there is nothing between. */
  band: string;
  amounts: { y: number; amount: number }[];
  /** From where each period begins to where it ends. */
  periods: { left: number; right: number }[];
  /** Null if the periods are all before or after it. */
  today: number | null;
  marks: Mark[];
}

export interface Size {
  width: number;
  height: number;
}

/** Lines of words over the chart for days on which caps are passed; further ones have none. */
export const MOST_MARKS = 3;
const ROW = 17;
/** Pixels of a tick of the vertical axis. */
const TICK = 56;

export function pictureOf(curve: Curve, size: Size, margin: { left: number; right: number }): Picture {
  const { points } = curve;
  const rows = Math.min(curve.over.length, MOST_MARKS);
  const area = {
    left: margin.left,
    right: Math.max(margin.left + 40, size.width - margin.right),
    top: 30 + rows * ROW,
    bottom: Math.max(90 + rows * ROW, size.height - 40),
  };
  const first = numberOf(points[0]?.period.first ?? curve.today);
  const last = endOf(points.at(-1)?.period.last ?? curve.today);
  const x = scaleOf(first, last, area.left, area.right);
  const ticks = ticksUpTo(largestOf(points), Math.min(8, Math.round((area.bottom - area.top) / TICK)));
  const y = scaleOf(0, ticks.at(-1) ?? 1, area.bottom, area.top);
  const now = endOf(curve.today);
  return {
    area,
    ...drawn(curve, x, y),
    amounts: ticks.map((amount) => ({ amount, y: y(amount) })),
    periods: points.map(({ period }) => ({ left: x(numberOf(period.first)), right: x(endOf(period.last)) })),
    today: first <= now && now <= last ? x(now) : null,
    marks: marksOf(curve, x, y),
  };
}

const largestOf = (points: readonly CurvePoint[]): number =>
  Math.max(0, ...points.flatMap(({ planned, high, actual, cap }) => [planned, high, actual ?? 0, cap ?? 0]));

/** Days and amounts that a line goes through. */
type Course = readonly (readonly [day: number, amount: number])[];

function drawn(curve: Curve, x: Scale, y: Scale): Pick<Picture, "series" | "band"> {
  const ahead = aheadOf(curve);
  const [low, high] = [ahead((point) => point.low), ahead((point) => point.high)];
  const series = [
    seriesOf("cap", capOf(curve.points), x, y, false),
    seriesOf(
      "planned",
      fromZero(curve, ({ planned }) => planned),
      x,
      y,
    ),
    seriesOf(
      "forecast",
      ahead((point) => point.forecast),
      x,
      y,
    ),
    seriesOf("actual", spentOf(curve), x, y),
  ];
  const isRange = low.some(([, amount], at) => amount !== high[at]?.[1]);
  return {
    series: series.filter((each) => each !== null),
    band: isRange ? `${pathOf(high, x, y)}L${pathOf([...low].reverse(), x, y).slice(1)}Z` : "",
  };
}

function seriesOf(name: SeriesName, course: Course, x: Scale, y: Scale, told = true): Series | null {
  const [first, last] = [course[0], course.at(-1)];
  if (!first || !last || (told && course.length < 2)) return null;
  const path = name === "cap" ? steps(course, x, y) : pathOf(course, x, y);
  const start = { x: x(first[0]), y: y(first[1]) };
  return { name, path, start, end: { x: x(last[0]), y: y(last[1]), amount: last[1] } };
}

function fromZero({ points, today }: Curve, amount: (point: CurvePoint) => number): Course {
  const first = points[0]?.period.first ?? today;
  return [[numberOf(first), 0], ...points.map((point) => [endOf(point.period.last), amount(point)] as const)];
}

/** What was spent, up to today. */
function spentOf(curve: Curve): Course {
  const now = endOf(curve.today);
  const spent = curve.points.filter(({ actual }) => actual !== null);
  if (spent.length === 0) return [];
  const course = fromZero({ ...curve, points: spent }, ({ actual }) => actual ?? 0);
  return course.map(([day, amount]) => [Math.min(day, now), amount] as const);
}

/** What is to come, from what has come to pass by today. */
function aheadOf(curve: Curve): (amount: (point: CurvePoint) => number) => Course {
  const now = endOf(curve.today);
  const start = spentOf(curve).at(-1) ?? [numberOf(curve.points[0]?.period.first ?? curve.today), 0];
  const points = curve.points.filter(({ period }) => endOf(period.last) > now);
  return (amount) =>
    points.length === 0
      ? []
      : [start, ...points.map((point) => [endOf(point.period.last), amount(point)] as const)];
}

/** The cap at the ends of the periods in which it holds; each is preceded by the day on which the period begins. */
function capOf(points: readonly CurvePoint[]): Course {
  return points.flatMap(({ period, cap }) =>
    cap === null
      ? []
      : ([
          [numberOf(period.first), cap],
          [endOf(period.last), cap],
        ] as const),
  );
}

const at = (day: number, amount: number, x: Scale, y: Scale) =>
  `${x(day).toFixed(1)} ${y(amount).toFixed(1)}`;

const pathOf = (course: Course, x: Scale, y: Scale): string =>
  course.map(([day, amount], index) => `${index === 0 ? "M" : "L"}${at(day, amount, x, y)}`).join("");

/** Level through each period, upright between two that follow each other, and nothing across a gap. */
function steps(course: Course, x: Scale, y: Scale): string {
  return course
    .map(([day, amount], index) => {
      const goesOn = index % 2 === 1 || course[index - 1]?.[0] === day;
      return `${goesOn ? "L" : "M"}${at(day, amount, x, y)}`;
    })
    .join("");
}

function marksOf(curve: Curve, x: Scale, y: Scale): Mark[] {
  const course = fromZero(curve, ({ forecast }) => forecast);
  return curve.over.map(({ line, passed_on }, row) => {
    const day = endOf(passed_on);
    return { line, row, x: x(day), y: y(amountOn(course, day)) };
  });
}

/** What a line comes to by a day between those that it goes through. */
function amountOn(course: Course, day: number): number {
  const after = course.findIndex(([each]) => each >= day);
  const [to, from] = [course[after] ?? course.at(-1), course[after - 1]];
  if (!to) return 0;
  return from ? scaleOf(from[0], to[0], from[1], to[1])(day) : to[1];
}

/** Places that are at least so far apart, each as near to where it belongs as that allows; in the order of the given ones. */
export function keptApart(wanted: readonly number[], apart: number, least: number, most: number): number[] {
  const order = wanted.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let above = least - apart;
  for (const each of order) above = each.place = Math.max(each.place, above + apart);
  let below = most + apart;
  for (const each of [...order].reverse()) below = each.place = Math.min(each.place, below - apart);
  const places = [...wanted];
  for (const { place, index } of order) places[index] = place;
  return places;
}

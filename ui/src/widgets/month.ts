/** The month as a calendar shows it: whole weeks of days, as numbers since 1970-01-01. */
import type { Weekday } from "../bindings/Weekday";
import { isoOf, numberOf } from "../state/days";

export const WEEKDAYS: readonly Weekday[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];

/** A weekday's place in a week that begins on `first`, 0 to 6. 1970-01-01 was a Thursday. */
export const placeInWeek = (day: number, first: Weekday): number =>
  (((day + 3 - WEEKDAYS.indexOf(first)) % 7) + 7) % 7;

/** The weeks that a day's month touches. */
export function weeksOf(day: number, first: Weekday): number[][] {
  const begin = firstOfMonth(day);
  const end = firstOfMonth(begin + 31) - 1;
  const weeks: number[][] = [];
  for (let week = begin - placeInWeek(begin, first); week <= end; week += 7) {
    weeks.push(Array.from({ length: 7 }, (_, at) => week + at));
  }
  return weeks;
}

export const firstOfMonth = (day: number): number => numberOf(`${isoOf(day).slice(0, 7)}-01`);

/** The same day some months on, or the last of that month if it is shorter. */
export function plusMonths(day: number, months: number): number {
  const date = new Date(`${isoOf(day)}T00:00:00Z`);
  const begin = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / 86_400_000;
  const last = firstOfMonth(begin + 31) - 1;
  return Math.min(begin + date.getUTCDate() - 1, last);
}

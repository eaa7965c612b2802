/**
 * Reads the first day of what people name when they want to go somewhere in time: a day, a weekday to come, a week,
 * a month, a quarter, a half or a year. Quarters, halves and years are those of the fiscal year.
 */
import { isoOf, numberOf } from "../state/days";
import { type DayContext, monthOf, readDay } from "./day-text";
import { WEEKDAYS } from "./month";

export interface MomentContext extends DayContext {
  /** The month that a year begins with, 1 to 12. */
  fiscalYear?: number;
}

export function readMoment(text: string, context: MomentContext): string | null {
  const words = text.toLowerCase().trim().replace(/\s+/g, " ");
  return readStretch(words, context) ?? readWeekday(words, context) ?? readDay(text, context);
}

/** “monday”, “next monday”, “next week”, “last month”. */
function readWeekday(words: string, { today }: MomentContext): string | null {
  const [, way, name = ""] = /^(?:(next|last|this) )?(\p{L}+)$/u.exec(words) ?? [];
  const now = numberOf(today);
  const weekday = WEEKDAYS.findIndex((each) => each === name || (name.length === 3 && each.startsWith(name)));
  if (weekday >= 0) {
    const ahead = (weekday - weekdayOf(now) + 7) % 7 || 7;
    return isoOf(now + (way === "last" ? (ahead === 7 ? -7 : ahead - 7) : ahead));
  }
  const by = { next: 1, last: -1, this: 0 }[way ?? ""];
  if (by === undefined) return null;
  const [year = 0, month = 1] = today.split("-").map(Number);
  if (name === "week") return isoOf(now - weekdayOf(now) + 7 * by);
  if (name === "month") return firstOf(year, month + by);
  return name === "year" ? firstOf(year + by, 1) : null;
}

/** “2028”, “q3 2027”, “Q3”, “h1 2027”, “feb 2027”. */
function readStretch(words: string, { today, locale, fiscalYear = 1 }: MomentContext): string | null {
  const thisYear = fiscalYearOf(today, fiscalYear);
  const year = /^(?:fy ?)?(\d{4})$/.exec(words);
  if (year) return startOf(Number(year[1]), 0, fiscalYear);
  const part = /^([qh]) ?([1-4])(?:,? (?:fy ?)?(\d{4}))?$/.exec(words);
  if (part) {
    const [months, most] = part[1] === "q" ? [3, 4] : [6, 2];
    const number = Number(part[2]);
    return number > most ? null : startOf(Number(part[3] ?? thisYear), (number - 1) * months, fiscalYear);
  }
  const ofYear = /^(\p{L}+)\.?(?: (\d{4}))?$/u.exec(words);
  const month = ofYear?.[1] === undefined ? undefined : monthOf(ofYear[1], locale);
  return month === undefined ? null : firstOf(Number(ofYear?.[2] ?? today.slice(0, 4)), month);
}

/** Monday is 0, as 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** A year is called after the calendar year in which it ends. */
const startOf = (year: number, months: number, first: number): string =>
  firstOf(first === 1 ? year : year - 1, first + months);

function fiscalYearOf(today: string, first: number): number {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return first > 1 && month >= first ? year + 1 : year;
}

/** Months beyond December are those of the years after. */
const firstOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);

/**
 * Periods of the calendar that money is told by: months, quarters and years of the plan's fiscal year. All begin with a
 * month. They are named as the axis names them.
 */
import type { PeriodUnit } from "../bindings/PeriodUnit";
import type { Span } from "../bindings/Span";
import { HERE } from "./here";

const MONTHS: Record<PeriodUnit, number> = { month: 1, quarter: 3, year: 12 };

/** Months since the beginning of the calendar, so that they can be counted. */
const monthOf = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;

const two = (number: number): string => String(number).padStart(2, "0");

const firstDay = (month: number): string => `${Math.floor(month / 12)}-${two((month % 12) + 1)}-01`;

function lastDay(month: number): string {
  const days = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  return `${firstDay(month).slice(0, 8)}${two(days)}`;
}

const spanOf = (month: number, months: number): Span => ({
  first: firstDay(month),
  last: lastDay(month + months - 1),
});

/** Months from the beginning of the fiscal year to the month of a day; `fiscalYear` is the month it begins with. */
const monthOfYear = (iso: string, fiscalYear: number): number => (monthOf(iso) + 13 - fiscalYear) % 12;

/** The period that a day falls into. */
export function periodAround(day: string, unit: PeriodUnit, fiscalYear: number): Span {
  const months = MONTHS[unit];
  return spanOf(monthOf(day) - (monthOfYear(day, fiscalYear) % months), months);
}

/** Which sort of period it is. */
export function unitOf({ first, last }: Span): PeriodUnit {
  const months = monthOf(last) - monthOf(first) + 1;
  return months <= MONTHS.month ? "month" : months <= MONTHS.quarter ? "quarter" : "year";
}

/** The period that many periods after another, before it if there are less than none. */
export const periodAfter = ({ first }: Span, unit: PeriodUnit, count = 1): Span =>
  spanOf(monthOf(first) + count * MONTHS[unit], MONTHS[unit]);

/** The periods that a span touches, in order. */
export function periodsAcross({ first, last }: Span, unit: PeriodUnit, fiscalYear: number): Span[] {
  const periods: Span[] = [];
  let next = periodAround(first, unit, fiscalYear);
  while (next.first <= last) {
    periods.push(next);
    next = periodAfter(next, unit);
  }
  return periods;
}

/** From the first day of any of the spans to the last day of any. */
export const union = (spans: readonly Span[]): Span | null =>
  spans.length === 0
    ? null
    : spans.reduce((all, { first, last }) => ({
        first: first < all.first ? first : all.first,
        last: last > all.last ? last : all.last,
      }));

const monthNames = (month: "long" | "short") => new Intl.DateTimeFormat(HERE, { month, timeZone: "UTC" });
const [long, short] = [monthNames("long"), monthNames("short")];
const dateOf = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** The calendar year that a fiscal year is called after: the one in which it ends. */
const yearOf = (iso: string, fiscalYear: number): number =>
  Math.floor((monthOf(iso) - monthOfYear(iso, fiscalYear)) / 12) + (fiscalYear > 1 ? 1 : 0);

const yearName = (iso: string, fiscalYear: number): string =>
  `${fiscalYear > 1 ? "FY " : ""}${yearOf(iso, fiscalYear)}`;

const quarterName = (iso: string, fiscalYear: number): string =>
  `Q${Math.floor(monthOfYear(iso, fiscalYear) / 3) + 1}`;

/** What a period is called where it stands for itself: “March 2027”, “Q4 FY 2027”, “FY 2027”. */
export function periodName({ first }: Span, unit: PeriodUnit, fiscalYear: number): string {
  if (unit === "month") return `${long.format(dateOf(first))} ${first.slice(0, 4)}`;
  const year = yearName(first, fiscalYear);
  return unit === "quarter" ? `${quarterName(first, fiscalYear)} ${year}` : year;
}

/** What it is called under a name that says the rest: “Mar” under “Q4 FY 2027”, “Q4” under “FY 2027”. */
export function periodHead(
  { first }: Span,
  unit: PeriodUnit,
  fiscalYear: number,
): { over: string; name: string } {
  const year = yearName(first, fiscalYear);
  const quarter = quarterName(first, fiscalYear);
  if (unit === "month") return { over: `${quarter} ${year}`, name: short.format(dateOf(first)) };
  return unit === "quarter" ? { over: year, name: quarter } : { over: "", name: year };
}

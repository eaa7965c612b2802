/** Days as the front end handles them: ISO text on the wire, numbers since 1970-01-01 for reckoning. */
import type { Span } from "../bindings/Span";
import { HERE } from "./here";

const MILLISECONDS = 86_400_000;

export const numberOf = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / MILLISECONDS);

export const isoOf = (day: number): string => new Date(day * MILLISECONDS).toISOString().slice(0, 10);

/** The first and the last day that plans take. */
export const [EARLIEST, LATEST] = [numberOf("1900-01-01"), numberOf("2199-12-31")];

/** Days that an item gets at first, where only the first of them is said: four weeks. */
export const FIRST_LENGTH = 28;

/** The place in time of what has none, from a day on. */
export const firstDates = (day: number): { kind: "dated"; first: string; last: string } => ({
  kind: "dated",
  first: isoOf(day),
  last: isoOf(day + FIRST_LENGTH - 1),
});

const shown = new Intl.DateTimeFormat(HERE, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** A day as people of this system write it. */
export const written = (iso: string): string => shown.format(new Date(`${iso}T00:00:00Z`));

const said = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(HERE, { day: "numeric", month: "long", timeZone: "UTC", ...options });
const withYear = said({ year: "numeric" });
const withoutYear = said({});

/** A span as a bar's name has it: “3 February to 17 April 2027”. */
export function spokenSpan(first: string, last: string): string {
  const [from, to] = [first, last].map((iso) => new Date(`${iso}T00:00:00Z`)) as [Date, Date];
  if (first === last) return withYear.format(to);
  const start = first.slice(0, 4) === last.slice(0, 4) ? withoutYear : withYear;
  return `${start.format(from)} to ${withYear.format(to)}`;
}

/** A span with another end. Ends that cross go along: who lets it begin after its last day means at least that day. */
export function withEnd({ first, last }: Span, end: "first" | "last", day: string): Span {
  return end === "first"
    ? { first: day, last: last < day ? day : last }
    : { first: day < first ? day : first, last: day };
}

export const writtenSpan = (first: string, last: string): string =>
  first === last ? written(first) : `${written(first)} – ${written(last)}`;

/** Days as the front end handles them: ISO text on the wire, numbers since 1970-01-01 for reckoning. */
import type { Span } from "../bindings/Span";

const MILLISECONDS = 86_400_000;

export const numberOf = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / MILLISECONDS);

export const isoOf = (day: number): string => new Date(day * MILLISECONDS).toISOString().slice(0, 10);

const shown = new Intl.DateTimeFormat(undefined, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** A day as people of this system write it. */
export const written = (iso: string): string => shown.format(new Date(`${iso}T00:00:00Z`));

const said = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long", timeZone: "UTC", ...options });
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

/** The two ways to read a day that is written with numbers only. */
import type { DayOrder } from "../../../bindings/DayOrder";
import { isoOf, numberOf } from "../../../state/days";

/** The day, as ISO text, that a text means in each order; null where it is none. */
export function readingsOf(text: string): Record<DayOrder, string | null> {
  const [, a, b, c] = /(\d{1,2})\D+(\d{1,2})\D+(\d{4}|\d{2})(?!\d)/.exec(text) ?? [];
  if (a === undefined || b === undefined || c === undefined) return { dmy: null, mdy: null };
  const year = c.length === 2 ? `20${c}` : c;
  return { dmy: day(year, b, a), mdy: day(year, a, b) };
}

function day(year: string, month: string, of: string): string | null {
  const iso = `${year}-${month.padStart(2, "0")}-${of.padStart(2, "0")}`;
  const number = numberOf(iso);
  return Number.isFinite(number) && isoOf(number) === iso ? iso : null;
}

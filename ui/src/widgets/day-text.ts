/**
 * Reads days as people type them: ISO text, numbers in the order of their language, names of months, “today”, “+7”.
 *
 * Knows calendar days only; which of them a plan takes is a rule of the plan.
 */
import { isoOf, numberOf } from "../state/days";
import { HERE } from "../state/here";

export interface DayContext {
  today: string;
  /** What “+7” counts from; today if there is nothing else. */
  from?: string | null;
  /** The language, as a BCP 47 tag; the system's if it is left out. */
  locale?: string | undefined;
}

/** The day that a text names as ISO text; null if it names none. */
export function readDay(text: string, { today, from, locale = HERE }: DayContext): string | null {
  const wanted = plain(text, locale);
  const relative = /^([+-])\s*(\d{1,5})$/.exec(wanted);
  if (relative) return isoOf(numberOf(from ?? today) + Number(`${relative[1]}${relative[2]}`));
  const near = { yesterday: -1, today: 0, tomorrow: 1 }[wanted];
  if (near !== undefined) return isoOf(numberOf(today) + near);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(wanted);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  return readWritten(wanted, today, locale);
}

/** Numbers with at most one name of a month among them. */
function readWritten(text: string, today: string, locale: string | undefined): string | null {
  const numbers = text.match(/\d+/g) ?? [];
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const known = wordsOf(locale);
  const months = words.flatMap((word) => known.months.get(word) ?? []);
  const strange = words.some((word) => !known.months.has(word) && !known.fillers.has(word));
  if (strange || months.length > 1) return null;
  const [a, b, c] = numbers.map(Number);
  const thisYear = Number(today.slice(0, 4));
  const [month] = months;
  if (month !== undefined) {
    if (a === undefined || numbers.length > 2) return null;
    if (isYear(numbers[0])) return b === undefined ? null : dayOf(a, month, b);
    return dayOf(b === undefined ? thisYear : fullYear(numbers[1], b), month, a);
  }
  if (a === undefined || b === undefined || numbers.length > 3) return null;
  if (isYear(numbers[0])) return c === undefined ? null : dayOf(a, b, c);
  const year = c === undefined ? thisYear : fullYear(numbers[2], c);
  // A point stands between day and month everywhere; a number over 12 is no month.
  const dayFirst = text.includes(".") || a > 12 || (b <= 12 && dayComesFirst(locale));
  return dayFirst ? dayOf(year, b, a) : dayOf(year, a, b);
}

const isYear = (digits: string | undefined): boolean => digits?.length === 4;

/** `27` is 2027. */
const fullYear = (digits: string | undefined, year: number): number =>
  digits?.length === 2 ? 2000 + year : year;

/** A day of the calendar: there is no 30 February. */
function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1000 || year > 9999) return null;
  const iso = [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
  const number = numberOf(iso);
  return Number.isFinite(number) && isoOf(number) === iso ? iso : null;
}

/** Whether people of a language write the day before the month where both are numbers. */
export function dayComesFirst(locale = HERE): boolean {
  const order = formatOf(locale, "numeric")
    .formatToParts(0)
    .map(({ type }) => type);
  return order.indexOf("day") < order.indexOf("month");
}

/** The number of the month that a word names, 1 to 12. */
export const monthOf = (word: string, locale = HERE): number | undefined =>
  wordsOf(locale).months.get(plain(word, locale));

/** The names of months, in English and in the language, and the words that stand between the parts of a date. */
function wordsOf(locale: string | undefined): { months: Map<string, number>; fillers: Set<string> } {
  const months = new Map<string, number>();
  const fillers = new Set(["of", "the", "st", "nd", "rd", "th"]);
  for (const format of ["en", locale].flatMap((language) => [
    formatOf(language, "short"),
    formatOf(language, "long"),
  ])) {
    for (let month = 1; month <= 12; month++) {
      for (const { type, value } of format.formatToParts(Date.UTC(2027, month - 1, 15))) {
        const words =
          value
            .normalize("NFKC")
            .toLowerCase()
            .match(/[\p{L}\p{M}]+/gu) ?? [];
        // Some languages number their months and put a word behind the number.
        const isName = type === "month" && !/\p{Nd}/u.test(value);
        for (const word of words) {
          if (isName) months.set(word, month);
          else fillers.add(word);
        }
      }
    }
  }
  // English has two short forms of September.
  months.set("sept", 9);
  return { months, fillers };
}

const formatOf = (locale: string | undefined, month: "numeric" | "short" | "long"): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month, year: "numeric", timeZone: "UTC" });

/** Small letters and ASCII digits, without space around. */
function plain(text: string, locale: string | undefined): string {
  const digits = [...new Intl.NumberFormat(locale, { useGrouping: false }).format(9_876_543_210)].reverse();
  const ascii = text.normalize("NFKC").replace(/\p{Nd}/gu, (digit) => {
    const value = digits.indexOf(digit);
    return value < 0 ? digit : String(value);
  });
  return ascii.toLowerCase().trim();
}

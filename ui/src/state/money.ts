/** Amounts of money as text, and as somebody types or pastes them. Amounts are whole minor units, such as cents. */
import { HERE } from "./here";

/** A currency by its ISO 4217 code, with the digits behind its decimal mark. */
export interface Currency {
  code: string;
  digits: number;
}

/** “€1,234.50”, as the system's locale writes it. */
export function writtenMoney(amount: number, { code, digits }: Currency, locale = HERE): string {
  return named(formatter(code, withDigits(digits), locale).format(amount / 10 ** digits), code);
}

/** Short for thousands and more where a locale's words are those of English: as pictures of the timeline write them. */
const SUFFIXES: Record<string, string> = { K: "k", M: "m", B: "bn", T: "tn" };

/** “€12.3k”, “€590”, for where there is little room. */
export function shortMoney(amount: number, { code, digits }: Currency, locale = HERE): string {
  const value = amount / 10 ** digits;
  // Below a thousand a tenth of the unit says nothing.
  const maximumFractionDigits = Math.abs(value) < 999.5 ? 0 : 1;
  const look = { notation: "compact", minimumFractionDigits: 0, maximumFractionDigits } as const;
  const format = formatter(code, look, locale);
  const suffixes = format.resolvedOptions().locale.startsWith("en") ? SUFFIXES : {};
  const parts = format.formatToParts(value);
  const short = parts.map(({ type, value }) => (type === "compact" ? (suffixes[value] ?? value) : value));
  return named(short.join(""), code);
}

/**
 * “1,234.50”, without the currency, as it is typed into a field: with the figures that are read again, whatever those of the
 * locale. Fewer decimals than the currency has are for amounts that have no others.
 */
export function plainMoney(
  amount: number,
  { digits }: Currency,
  locale = HERE,
  decimals: number = digits,
): string {
  return plain(decimals, locale).format(amount / 10 ** digits);
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a format takes far longer than using one, and a table writes hundreds of amounts. */
function kept(key: string, make: () => Intl.NumberFormat): Intl.NumberFormat {
  let format = formatters.get(key);
  if (!format) {
    format = make();
    formatters.set(key, format);
  }
  return format;
}

const withDigits = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });

const plain = (digits: number, locale: string | undefined) =>
  kept(
    `${locale}/${digits}`,
    () => new Intl.NumberFormat(locale, { numberingSystem: "latn", ...withDigits(digits) }),
  );

/** Of no currency, which is written as “¤”. */
const NONE = "XXX";
/** Whether texts can be formatted with a code: plans of old files may have others, such as “€”. */
const isCode = (code: string): boolean => /^[A-Za-z]{3}$/.test(code);
const named = (text: string, code: string): string => (isCode(code) ? text : text.replace("¤", code));

const formatter = (code: string, look: Intl.NumberFormatOptions, locale: string | undefined) =>
  kept(`${locale}/${code}/${JSON.stringify(look)}`, () => {
    const currency = isCode(code) ? code : NONE;
    return new Intl.NumberFormat(locale, { style: "currency", currency, ...look });
  });

/**
 * The amount that a text says, in minor units; null if it says none, or has more decimals than the currency. Thousands may
 * be grouped by blanks, apostrophes, points or commas. Of a point and a comma the last is the decimal mark; one alone
 * is what it is in the locale, except that three digits cannot follow where a currency has fewer.
 */
export function readMoney(text: string, { digits }: Currency, locale = HERE): number | null {
  let rest = text.trim().replace(/[\s\u00a0\u202f'’]/g, "");
  rest = rest.replace(/^([-+−(]?)(?:[A-Z]{3}|\p{Sc})/u, "$1").replace(/(?:[A-Z]{3}|\p{Sc})([-)]?)$/u, "$1");
  const negative = /^[-−]|-$|^\(.*\)$/.test(rest);
  rest = rest.replace(/^[-+−(]|[-)]$/g, "");
  if (!/^[\d.,]*\d[\d.,]*$/.test(rest)) return null;
  const mark = decimalMark(rest, digits, locale);
  if (mark !== null && rest.indexOf(mark) !== rest.lastIndexOf(mark)) return null;
  const [whole = "", part = ""] = mark === null ? [rest] : rest.split(mark);
  const kept = part.replace(/0+$/, "");
  if (/[.,]/.test(part) || kept.length > digits || !isGrouped(whole)) return null;
  const amount = Number(whole.replace(/[.,]/g, "") + kept.padEnd(digits, "0"));
  if (!Number.isSafeInteger(amount)) return null;
  return negative && amount !== 0 ? -amount : amount;
}

/** An amount that may be planned or spent, as a field takes it, or why a text says none. */
export function amountIn(text: string, currency: Currency): { amount: number } | { why: string } {
  const amount = readMoney(text, currency);
  const example = plainMoney(EXAMPLE * 10 ** currency.digits, currency);
  if (amount === null) return { why: `“${text}” is not an amount in ${currency.code}. Write ${example}.` };
  if (amount < 0) return { why: "An amount cannot be less than nothing." };
  return { amount };
}

/** An amount as it may be typed. */
const EXAMPLE = 1234;

function decimalMark(text: string, digits: number, locale = HERE): "." | "," | null {
  const found = [...text].filter((letter) => letter === "." || letter === ",") as ("." | ",")[];
  const last = found.at(-1);
  if (last === undefined) return null;
  const alike = found.filter((mark) => mark === last).length;
  if (found.length > alike) return alike === 1 ? last : null;
  if (alike > 1) return null;
  const behind = text.length - text.lastIndexOf(last) - 1;
  const groups = behind === 3 && (digits < 3 || last !== localeMark(locale));
  return groups ? null : last;
}

/** What separates groups stands before the last three digits, and before every two or three others; none begins with 0. */
const isGrouped = (whole: string): boolean => /^\d*$|^[1-9]\d{0,2}([.,])(?:\d{2,3}\1)*\d{3}$/.test(whole);

/** “2.5”, for a number of days in hundredths, as it is typed into a field. */
export const plainDays = (hundredths: number, locale = HERE): string =>
  (hundredths / 100).toLocaleString(locale, { numberingSystem: "latn" });

/**
 * The number of days that a text says, in hundredths; null if it says none, or has more than two decimals. Three digits
 * behind the locale's decimal mark are decimals, and too many; behind the other mark they are thousands.
 */
export function readDays(text: string, locale = HERE): number | null {
  const thousandths = readMoney(text, { code: "", digits: 3 }, locale);
  return thousandths === null || thousandths < 0 || thousandths % 10 !== 0 ? null : thousandths / 10;
}

function localeMark(locale = HERE): string {
  const parts = plain(1, locale).formatToParts(1.5);
  return parts.find(({ type }) => type === "decimal")?.value ?? ".";
}

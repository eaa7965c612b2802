/** Amounts of money as text, and as somebody types or pastes them. Amounts are whole minor units, such as cents. */

/** A currency by its ISO 4217 code, with the digits behind its decimal mark. */
export interface Currency {
  code: string;
  digits: number;
}

/** “€1,234.50”, as the system's locale writes it. */
export function writtenMoney(amount: number, { code, digits }: Currency, locale?: string): string {
  return formatter(code, digits, locale).format(amount / 10 ** digits);
}

/** Short for thousands and more, where a locale's are those of English: as pictures of the timeline write them. */
const SUFFIXES: Record<string, string> = { K: "k", M: "m", B: "bn", T: "tn" };

/** “€12.3k”, “€590”, for where there is little room. */
export function shortMoney(amount: number, { code, digits }: Currency, locale?: string): string {
  const value = amount / 10 ** digits;
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: code,
    notation: "compact",
    minimumFractionDigits: 0,
    // Below a thousand a tenth of the unit says nothing.
    maximumFractionDigits: Math.abs(value) < 999.5 ? 0 : 1,
  });
  const parts = format.formatToParts(value);
  return parts.map(({ type, value }) => (type === "compact" ? (SUFFIXES[value] ?? value) : value)).join("");
}

/**
 * “1,234.50”, without the currency, as it is typed into a field. Fewer decimals than the currency has are for amounts that
 * have no others.
 */
export function plainMoney(
  amount: number,
  { digits }: Currency,
  locale?: string,
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
  kept(`${locale}/${digits}`, () => new Intl.NumberFormat(locale, withDigits(digits)));

const formatter = (code: string, digits: number, locale: string | undefined) =>
  kept(
    `${locale}/${code}/${digits}`,
    () => new Intl.NumberFormat(locale, { style: "currency", currency: code, ...withDigits(digits) }),
  );

/**
 * The amount that a text says, in minor units; null if it says none, or has more decimals than the currency. Thousands may
 * be grouped by blanks, apostrophes, points or commas. Of a point and a comma the last is the decimal mark; one alone
 * is what it is in the locale, except that three digits cannot follow where a currency has fewer.
 */
export function readMoney(text: string, { digits }: Currency, locale?: string): number | null {
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

function decimalMark(text: string, digits: number, locale?: string): "." | "," | null {
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

/** What separates groups stands before the last three digits, and before every two or three others. */
const isGrouped = (whole: string): boolean => /^\d*$|^\d{1,3}([.,])(?:\d{2,3}\1)*\d{3}$/.test(whole);

function localeMark(locale?: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === "decimal")?.value ?? ".";
}

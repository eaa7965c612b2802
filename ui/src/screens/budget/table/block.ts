/** Blocks of amounts as spreadsheets copy and paste them: rows of lines, columns apart by tabs. */
import type { Currency } from "../../../state/money";
import { readMoney } from "../../../state/money";
import { cellsOf } from "../../../widgets/cells/block";

/** An amount of a block; null where nothing is planned. */
export type BlockCell = number | null;

/** Amounts by row and column, or the first text that is none, with where it stands and why it is none. */
export type Block = { rows: BlockCell[][] } | { refused: { row: number; column: number; why: string } };

/** What spreadsheets write for nothing where numbers are written as in books: “-”, “€ -”, “- €”. */
const NOTHING = /^(?:[A-Z]{3}|\p{Sc})?\s*[-–—−]?\s*(?:[A-Z]{3}|\p{Sc})?$/u;

/** What a text in a cell says: an amount, nothing, or why it says neither. */
export function readAmount(text: string, currency: Currency): { amount: BlockCell } | { why: string } {
  const wanted = text.trim();
  if (NOTHING.test(wanted)) return { amount: null };
  const amount = readMoney(wanted, currency);
  if (amount === null) return { why: `“${wanted}” is not an amount of ${currency.code}.` };
  if (amount < 0) return { why: `“${wanted}” is less than nothing; what is planned never is.` };
  return { amount };
}

/** Reads what was copied from a spreadsheet. */
export function readBlock(text: string, currency: Currency): Block {
  const rows: BlockCell[][] = [];
  for (const [row, cells] of cellsOf(text).entries()) {
    const amounts: BlockCell[] = [];
    for (const [column, cell] of cells.entries()) {
      const read = readAmount(cell, currency);
      if ("why" in read) return { refused: { row, column, why: read.why } };
      amounts.push(read.amount);
    }
    rows.push(amounts);
  }
  return { rows };
}

/** A block as spreadsheets take it: with the locale's decimal mark, nothing between groups of digits, and “-” for less than 0. */
export function writeBlock(
  rows: readonly (readonly number[])[],
  { digits }: Currency,
  locale?: string,
): string {
  const format = new Intl.NumberFormat(locale, {
    numberingSystem: "latn",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  });
  const written = (amount: number) => {
    const parts = amount === 0 ? [] : format.formatToParts(amount / 10 ** digits);
    // Some locales have a sign of their own, and marks of direction around it.
    return parts
      .map(({ type, value }) => (type === "minusSign" ? "-" : value.replace(/\P{ASCII}/gu, "")))
      .join("");
  };
  return rows.map((row) => row.map(written).join("\t")).join("\n");
}

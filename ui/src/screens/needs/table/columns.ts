/** The columns of the table of needs: which there are, how wide they are, and which stay in sight while the rest scrolls. */
import type { Customer } from "../../../bindings/Customer";
import type { NeedsColumn } from "../../../bindings/NeedsColumn";

export type Fixed = Exclude<NeedsColumn["column"], "importance">;

export interface FixedColumn {
  column: Fixed;
  label: string;
  width: number;
  isNumber?: boolean;
}

export const FIXED: readonly FixedColumn[] = [
  { column: "statement", label: "Need", width: 260 },
  { column: "weight", label: "Weight", width: 96, isNumber: true },
  { column: "standing", label: "Standing", width: 112 },
  { column: "wanted_by", label: "Wanted by", width: 100, isNumber: true },
  { column: "items", label: "Features", width: 92 },
  { column: "votes", label: "Votes", width: 62, isNumber: true },
];

/** Pixels of a customer's column. */
export const CUSTOMER_WIDTH = 46;
/** The statement takes what is left over, as far as it is read with ease. */
const GREATEST_STATEMENT = 560;
/** The share of the width that may stay in sight while the rest scrolls. */
const FROZEN_SHARE = 0.62;
/** Customers' columns beside those in sight that exist as well. */
const MARGIN = 3;

export interface Layout {
  /** Widths of the fixed columns, from left to right. */
  widths: readonly number[];
  /** How many of these stay in sight. */
  frozen: number;
  frozenWidth: number;
  fixedWidth: number;
  /** Of all columns. */
  width: number;
}

/** Lays columns out for `width` pixels in sight. */
export function layoutFor(width: number, customers: number): Layout {
  const usual = FIXED.map((column) => column.width);
  const others = usual.slice(1).reduce((sum, each) => sum + each, 0);
  const left = width - others - customers * CUSTOMER_WIDTH;
  const statement = Math.max(usual[0] ?? 0, Math.min(left, GREATEST_STATEMENT));
  const widths = [statement, ...usual.slice(1)];
  let [frozen, frozenWidth] = [1, statement];
  while (frozen < widths.length && frozenWidth + (widths[frozen] ?? 0) <= width * FROZEN_SHARE) {
    frozenWidth += widths[frozen] ?? 0;
    frozen += 1;
  }
  const fixedWidth = statement + others;
  return { widths, frozen, frozenWidth, fixedWidth, width: fixedWidth + customers * CUSTOMER_WIDTH };
}

/** Which customers' columns are in sight, from the first up to, and without, the end. */
export function customersInSight(
  { frozenWidth, fixedWidth }: Layout,
  left: number,
  width: number,
  customers: number,
): { first: number; end: number } {
  const at = (x: number) => (x - fixedWidth) / CUSTOMER_WIDTH;
  const first = Math.max(0, Math.floor(at(left + frozenWidth)) - MARGIN);
  const end = Math.min(customers, Math.ceil(at(left + width)) + MARGIN);
  return { first: Math.min(first, end), end };
}

/** Where a column begins and ends, in pixels from the left of all columns. */
export function extentOf({ widths, fixedWidth }: Layout, column: number): { left: number; right: number } {
  if (column >= FIXED.length) {
    const left = fixedWidth + (column - FIXED.length) * CUSTOMER_WIDTH;
    return { left, right: left + CUSTOMER_WIDTH };
  }
  const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  return { left, right: left + (widths[column] ?? 0) };
}

/** What the rows are sorted by in a column. */
export function columnAt(column: number, customers: readonly Pick<Customer, "id">[]): NeedsColumn | null {
  const fixed = FIXED[column];
  if (fixed) return { column: fixed.column };
  const customer = customers[column - FIXED.length];
  return customer ? { column: "importance", customer: customer.id } : null;
}

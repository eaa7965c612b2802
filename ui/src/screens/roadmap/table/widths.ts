/** How wide the columns are, and the table beside the timeline; remembered on this machine. */
import type { Column } from "../../../bindings/Column";
import { COLUMN_LOOKS, GREATEST_WIDTH, LEAST_WIDTH } from "./columns";

const COLUMNS_KEY = "milepost.column-widths";
const TABLE_KEY = "milepost.table-width";
export const LEAST_TABLE = 200;
/** Points that are left to the timeline. */
export const LEAST_TIMELINE = 240;
/** All of the usual columns, where the window has room for them. */
const FIRST_TABLE = 526;
const FIRST_SHARE = 0.42;

export type Widths = Readonly<Partial<Record<Column, number>>>;

export const widthOf = (widths: Widths, column: Column): number =>
  widths[column] ?? COLUMN_LOOKS[column].width;

export const clampedWidth = (width: number): number =>
  Math.round(Math.max(LEAST_WIDTH, Math.min(width, GREATEST_WIDTH)));

export function readWidths(): Widths {
  try {
    const kept = JSON.parse(localStorage.getItem(COLUMNS_KEY) ?? "{}") as Record<string, unknown>;
    const sound = Object.entries(kept).filter(
      ([column, width]) =>
        column in COLUMN_LOOKS && typeof width === "number" && width === clampedWidth(width),
    );
    return Object.fromEntries(sound);
  } catch {
    // What was kept is not readable: the columns are as wide as at first.
    return {};
  }
}

export const keepWidths = (widths: Widths): void => localStorage.setItem(COLUMNS_KEY, JSON.stringify(widths));

export function readTableWidth(): number {
  const kept = Number(localStorage.getItem(TABLE_KEY));
  return kept >= LEAST_TABLE ? kept : Math.min(FIRST_TABLE, Math.round(FIRST_SHARE * window.innerWidth));
}

export const keepTableWidth = (width: number): void => localStorage.setItem(TABLE_KEY, String(width));

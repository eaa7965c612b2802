/**
 * The columns of the budget's table: the periods, what has no days, and all of it. Which there are, how wide they are, and
 * which are in sight.
 */
import type { BudgetTable } from "../../../bindings/BudgetTable";
import type { PeriodUnit } from "../../../bindings/PeriodUnit";
import type { Span } from "../../../bindings/Span";
import { periodAfter, periodAround, periodName, periodsAcross, union } from "../../../state/periods";

/** Which columns there are, by their numbers: the periods first, then what has no days if there is such, then all. */
export interface Columns {
  unit: PeriodUnit;
  /** The month that the plan's years begin with. */
  fiscalYear: number;
  periods: readonly Span[];
  /** How many of the periods come before those that the table tells of. */
  lead: number;
  /** The period of today. */
  now: number;
  /** The column of what has no days; null where everything has. */
  undated: number | null;
  /** The column of all money. */
  total: number;
  count: number;
}

/** Periods that can be planned after all that there is. */
const FOLLOWING: Record<PeriodUnit, number> = { month: 12, quarter: 4, year: 2 };

/**
 * The columns of a table: all in which money falls or a cap holds, those of this fiscal year, and some that follow. What
 * the table does not tell of holds no money.
 */
export function columnsOf(table: BudgetTable, unit: PeriodUnit, fiscalYear: number): Columns {
  const caps = table.lines.flatMap(({ line }) => (line.cap ? [line.cap.span] : []));
  const year = periodAround(table.today, "year", fiscalYear);
  const all = union([year, ...table.periods, ...caps]) ?? year;
  const end = periodAfter(periodAround(all.last, unit, fiscalYear), unit, FOLLOWING[unit]);
  const periods = periodsAcross({ first: all.first, last: end.first }, unit, fiscalYear);
  const told = table.periods[0]?.first;
  const isUndated = table.total.undated.high > 0;
  const total = periods.length + (isUndated ? 1 : 0);
  return {
    unit,
    fiscalYear,
    periods,
    lead: Math.max(
      0,
      periods.findIndex(({ first }) => first === told),
    ),
    now: periods.findIndex(({ last }) => table.today <= last),
    undated: isUndated ? periods.length : null,
    total,
    count: total + 1,
  };
}

/** What a column is called: “March 2027”, “No days”, “Total”. */
export function columnName({ periods, undated, unit, fiscalYear }: Columns, column: number): string {
  const period = periods[column];
  if (period) return periodName(period, unit, fiscalYear);
  return column === undated ? "No days" : "Total";
}

/** Stands for a column whatever the unit: the first day of its period, or what it is. */
export type ColumnKey = string;

export function keyOf({ periods, undated }: Columns, column: number): ColumnKey {
  return periods[column]?.first ?? (column === undated ? "undated" : "total");
}

/** The column that a key stands for; of periods the one that the day falls into, or the nearest. */
export function columnOf({ periods, undated, total }: Columns, key: ColumnKey): number {
  if (key === "total") return total;
  if (key === "undated") return undated ?? total;
  const found = periods.findIndex(({ last }) => key <= last);
  return found < 0 ? periods.length - 1 : found;
}

/** The period of a column, or of one that would stand after all of them. */
export function periodAt({ periods, unit }: Columns, column: number): Span | null {
  const last = periods.at(-1);
  return periods[column] ?? (last ? periodAfter(last, unit, column - periods.length + 1) : null);
}

/** Widths in pixels. */
export interface Layout {
  name: number;
  measure: number;
  period: number;
  total: number;
  /** Of what stays in sight at the left. */
  frozen: number;
  /** Of what stays in sight at the right: all money, and what has no days. */
  beside: number;
  /** Of everything. */
  width: number;
}

const NAME = 216;
const NARROW_NAME = 160;
/** Where there is less width than this, names leave more of it to the periods. */
const NARROW = 1000;
const MEASURE = 76;
/** Pixels of a figure, of any other letter, and of the room around an amount. */
const FIGURE = 7.8;
const LETTER = 4.4;
const AROUND = 18;
const LEAST = 68;
/** Periods beside those in sight that exist as well. */
const MARGIN = 3;
/** Pixels that may be hidden of a period without a figure being so. */
const SPARE = 6;

/** Pixels that an amount takes with the room around it. */
function widthOf(text: string): number {
  const figures = text.replace(/\D/g, "").length;
  return Math.max(LEAST, Math.ceil(figures * FIGURE + (text.length - figures) * LETTER + AROUND));
}

/** Lays columns out for `width` pixels in sight and the longest amounts there are, of a period and of all. */
export function layoutFor(
  columns: Columns,
  width: number,
  longest: { period: string; total: string },
): Layout {
  const name = width < NARROW ? NARROW_NAME : NAME;
  const [period, total] = [widthOf(longest.period), widthOf(longest.total)];
  const frozen = name + MEASURE;
  const beside = total + (columns.undated === null ? 0 : period);
  return {
    name,
    measure: MEASURE,
    period,
    total,
    frozen,
    beside,
    width: frozen + columns.periods.length * period + beside,
  };
}

/** Which periods are in sight, by the numbers of their columns, from the first up to, and without, the end. */
export function columnsInSight(
  { frozen, period, beside }: Layout,
  { periods }: Columns,
  left: number,
  width: number,
): { first: number; end: number } {
  const first = Math.max(0, Math.floor(left / period) - MARGIN);
  const end = Math.min(periods.length, Math.ceil((left + width - frozen - beside) / period) + MARGIN);
  return { first: Math.min(first, Math.max(0, end)), end: Math.max(0, end) };
}

/** The columns that are seen in part, by their numbers; null where there is none. */
export interface Cut {
  /** Under what stays in sight at the left. */
  start: number | null;
  /** Under what stays in sight at the right. */
  end: number | null;
}

/** The columns of which so much is hidden that their amounts would read as others. */
export function columnsCut(
  { frozen, period, beside }: Layout,
  { periods }: Columns,
  left: number,
  width: number,
): Cut {
  const within = (column: number) => (column < periods.length ? column : null);
  const right = left + width - frozen - beside;
  const [first, last] = [Math.floor(left / period), Math.floor(right / period)];
  return {
    start: left - first * period > SPARE ? within(first) : null,
    end: right > last * period && (last + 1) * period - right > SPARE ? within(last) : null,
  };
}

/** Where the column of a period begins and ends, in pixels from the left of everything. */
export function extentOf({ frozen, period }: Layout, column: number): { left: number; right: number } {
  const left = frozen + column * period;
  return { left, right: left + period };
}

/** The rows of the budget's table: each line with its measures, and all lines together; and what stands in their cells. */
import type { BudgetCell } from "../../../bindings/BudgetCell";
import type { BudgetRow } from "../../../bindings/BudgetRow";
import type { BudgetSums } from "../../../bindings/BudgetSums";
import type { BudgetTable } from "../../../bindings/BudgetTable";
import type { Span } from "../../../bindings/Span";
import { MEASURES, type Measure } from "../../../state/budget.svelte";
import type { Columns } from "./columns";

const NOTHING: BudgetCell = {
  planned: 0,
  certain: 0,
  low: 0,
  high: 0,
  actual: 0,
  forecast: 0,
  variance: 0,
};

/** The money of a line by its number; of all lines together after the last. */
export const sumsOf = (table: BudgetTable, line: number): BudgetSums =>
  table.lines[line]?.sums ?? table.total;

/** What falls into a column. */
export function cellOf(sums: BudgetSums, { lead, undated, total }: Columns, column: number): BudgetCell {
  if (column === total) return sums.total;
  if (column === undated) return sums.undated;
  return sums.periods[column - lead] ?? NOTHING;
}

/** Whether a line is over its cap in a period: from the one in which it is passed to the end of the cap. */
export function isOver({ cap }: Pick<BudgetRow, "cap">, period: Span | undefined): boolean {
  if (!cap || cap.passed_on === null || !period) return false;
  return cap.passed_on <= period.last && period.first <= cap.cap.span.last;
}

/** The longest amounts of a table in minor units, of a period and of everything, by their distance from nothing. */
export function largestOf(table: BudgetTable): { period: number; total: number; isWhole: boolean } {
  const unit = 10 ** table.digits;
  let [period, total, isWhole] = [0, 0, true];
  const look = (cell: BudgetCell): number => {
    let largest = 0;
    for (const measure of MEASURES) {
      const amount = Math.abs(cell[measure]);
      largest = Math.max(largest, amount);
      if (amount % unit !== 0) isWhole = false;
    }
    return largest;
  };
  for (const sums of [...table.lines.map((row) => row.sums), table.total]) {
    for (const cell of [...sums.periods, sums.undated]) period = Math.max(period, look(cell));
    total = Math.max(total, look(sums.total));
  }
  return { period, total, isWhole };
}

/** A cell by its numbers. */
export interface Place {
  row: number;
  column: number;
}

/** A row by the line that it is of and the measure that it shows. */
export const rowOf = (line: number, measure: number, measures: readonly Measure[]): number =>
  line * measures.length + measure;

export const lineOf = (row: number, measures: readonly Measure[]): number =>
  Math.floor(row / measures.length);

export const measureOf = (row: number, measures: readonly Measure[]): Measure =>
  measures[row % measures.length] ?? "planned";

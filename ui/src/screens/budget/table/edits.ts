/** What pasting, filling and clearing would plan in the selected cells, or why they plan nothing. Rules are the core's. */
import type { BudgetTable } from "../../../bindings/BudgetTable";
import type { Measure } from "../../../state/budget.svelte";
import { periodName } from "../../../state/periods";
import { tooManyRows } from "../../../widgets/cells/block";
import { type Block, type BlockCell, readBlock } from "./block";
import type { Change } from "./changes";
import { type Columns, periodAt } from "./columns";
import type { Range } from "./grid.svelte";
import { cellOf, lineOf, measureOf, rowOf, sumsOf } from "./rows";

/** What an edit is about. */
export interface Ground {
  table: BudgetTable;
  columns: Columns;
  measures: readonly Measure[];
  range: Range;
}

/** Changes, and the size of the block that they make up. */
export type Edit = { changes: Change[]; rows: number; columns: number } | { refused: string };

/** The lines whose planned amounts are in the selection, by their numbers. */
function linesIn({ table, measures, range }: Ground): number[] {
  const planned = measures.indexOf("planned");
  return table.lines
    .map((_, line) => line)
    .filter((line) => {
      const row = rowOf(line, planned, measures);
      return range.top <= row && row <= range.bottom;
    });
}

/** The periods in the selection, by the numbers of their columns. */
function periodsIn({ columns, range }: Ground): number[] {
  const end = Math.min(range.right, columns.periods.length - 1);
  return Array.from({ length: Math.max(0, end - range.left + 1) }, (_, step) => range.left + step);
}

/** Whether there is a period of a line in the selection whose planned amount can be changed. */
export const hasPlanned = (ground: Ground): boolean =>
  linesIn(ground).length > 0 && periodsIn(ground).length > 0;

const plannedAt = ({ table, columns }: Ground, line: number, column: number): number =>
  cellOf(sumsOf(table, line), columns, column).planned;

function changed({ table, columns }: Ground, line: number, column: number, amount: BlockCell): Change[] {
  const id = table.lines[line]?.line.id;
  const period = periodAt(columns, column);
  return id !== undefined && period ? [{ line: id, period, amount }] : [];
}

/** What a block from a spreadsheet plans, from the first selected cell to the right and down; one amount fills them all. */
export function pasted(text: string, ground: Ground): Edit {
  const { table, columns, measures, range } = ground;
  const [first] = linesIn(ground);
  const isPlanned = first !== undefined && rowOf(first, measures.indexOf("planned"), measures) === range.top;
  if (!isPlanned || range.left >= columns.periods.length)
    return { refused: "Amounts can be pasted where they are planned: in a “Planned” row, in a period." };
  const block = readBlock(text, { code: table.currency, digits: table.digits });
  if ("refused" in block) return { refused: refusalOf(block, ground, first) };
  const { rows } = block;
  const name = table.lines[first]?.line.name ?? "";
  const refused = tooManyRows(rows.length, name, table.lines.length - first, "line");
  if (refused !== null) return { refused };
  const [only] = rows[0] ?? [];
  if (rows.length === 1 && rows[0]?.length === 1 && only !== undefined) {
    const changes = linesIn(ground).flatMap((line) =>
      periodsIn(ground).flatMap((column) => changed(ground, line, column, only)),
    );
    return { changes, rows: range.bottom - range.top + 1, columns: range.right - range.left + 1 };
  }
  const changes = rows.flatMap((row, down) =>
    row.flatMap((amount, across) => changed(ground, first + down, range.left + across, amount)),
  );
  return {
    changes,
    rows: (rows.length - 1) * measures.length + 1,
    columns: Math.max(...rows.map((row) => row.length)),
  };
}

function refusalOf(
  { refused }: Extract<Block, { refused: unknown }>,
  { table, columns, range }: Ground,
  first: number,
): string {
  const name = table.lines[first + refused.row]?.line.name;
  const period = periodAt(columns, range.left + refused.column);
  const line = name === undefined ? `Row ${refused.row + 1}` : `“${name}”`;
  const where = period ? periodName(period, columns.unit, columns.fiscalYear) : "";
  return `${line}, ${where}: ${refused.why}`;
}

/**
 * Plans in all selected periods what is planned in the first of them, or on all selected lines what is planned on the
 * first; of one cell alone, what is planned before or above it.
 */
export function filled(direction: "right" | "down", ground: Ground): Change[] {
  const [lines, periods] = [linesIn(ground), periodsIn(ground)];
  const along = direction === "right" ? periods : lines;
  const source = along.length > 1 ? along[0] : (along[0] ?? 0) - 1;
  if (source === undefined || source < 0) return [];
  const targets = along.filter((each) => each !== source);
  const amount = (from: number) => from || null;
  return direction === "right"
    ? lines.flatMap((line) =>
        targets.flatMap((column) => changed(ground, line, column, amount(plannedAt(ground, line, source)))),
      )
    : periods.flatMap((column) =>
        targets.flatMap((line) => changed(ground, line, column, amount(plannedAt(ground, source, column)))),
      );
}

/** Takes away what is planned in the selection by hand. */
export const cleared = (ground: Ground): Change[] =>
  linesIn(ground).flatMap((line) =>
    periodsIn(ground)
      .filter((column) => plannedAt(ground, line, column) !== 0)
      .flatMap((column) => changed(ground, line, column, null)),
  );

/** Of blocks of selected rows, such as copied amounts, the rows with what is planned on one line. */
export const plannedOf = <T>({ table, measures, range }: Ground, rows: readonly T[]): T[] =>
  rows.filter(
    (_, at) =>
      measureOf(range.top + at, measures) === "planned" &&
      lineOf(range.top + at, measures) < table.lines.length,
  );

/** The selected amounts in minor units, row by row. */
export function copied({ table, columns, measures, range }: Ground): number[][] {
  const rows = Array.from({ length: range.bottom - range.top + 1 }, (_, step) => range.top + step);
  const across = Array.from({ length: range.right - range.left + 1 }, (_, step) => range.left + step);
  return rows.map((row) => {
    const sums = sumsOf(table, lineOf(row, measures));
    const measure = measureOf(row, measures);
    return across.map((column) => cellOf(sums, columns, column)[measure]);
  });
}

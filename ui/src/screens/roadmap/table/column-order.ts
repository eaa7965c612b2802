/** The columns of the table and their order, of which the title is always the first. */
import type { Column } from "../../../bindings/Column";
import { COLUMNS } from "../../../state/look";

/** With a column, or without it. A new one stands behind the last one that is offered before it. */
export function toggledColumn(chosen: readonly Column[], column: Column): Column[] {
  if (column === "title") return [...chosen];
  if (chosen.includes(column)) return chosen.filter((each) => each !== column);
  const before = COLUMNS.slice(0, COLUMNS.indexOf(column));
  const at = Math.max(...before.map((each) => chosen.indexOf(each))) + 1;
  return [...chosen.slice(0, at), column, ...chosen.slice(at)];
}

/** With a column at another place, counted from 0. */
export function moved(chosen: readonly Column[], column: Column, to: number): Column[] {
  if (column === "title") return [...chosen];
  const others = chosen.filter((each) => each !== column);
  const at = Math.max(1, Math.min(to, others.length));
  return [...others.slice(0, at), column, ...others.slice(at)];
}

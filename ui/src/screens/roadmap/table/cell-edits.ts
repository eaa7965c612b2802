/**
 * What a text in a cell does to an item: the one operation that it stands for, or the reason why it stands for none.
 * Knows no element.
 */
import type { Column } from "../../../bindings/Column";
import type { Horizon } from "../../../bindings/Horizon";
import type { ItemEdit } from "../../../bindings/ItemEdit";
import type { ItemRow } from "../../../bindings/ItemRow";
import type { Operation } from "../../../bindings/Operation";
import { COMES_AS_FAR, HORIZON_WORDS, SPANS_WHAT_IT_HOLDS } from "../../../state/words";
import { type DayContext, readDay } from "../../../widgets/day-text";
import { COLUMN_LOOKS, daysOf } from "./columns";

/** The columns whose values are chosen from a list. */
export type Choice = "kind" | "status" | "theme" | "parent";

export const isChoice = (column: Column): column is Choice =>
  ["kind", "status", "theme", "parent"].includes(column);

/** What was typed: an operation, a reason why there is none, or nothing if it is what was there. */
export type Typed = { operation: Operation } | { refused: string } | null;

/** Why a cell of a row cannot be edited; null if it can. */
export function whyFixed(column: Column, { sums_up }: ItemRow): string | null {
  if (column === "weight") return "The weight comes from the needs that it serves, and from their customers.";
  if (column === "needs") return "Which needs it serves is set in the inspector, under Needs.";
  if (!sums_up) return null;
  if (column === "progress") return COMES_AS_FAR;
  return ["start", "end", "days"].includes(column) ? SPANS_WHAT_IT_HOLDS : null;
}

/** What stands in the field when editing begins. */
export function textToEdit(column: Column, row: ItemRow): string {
  if (column === "days") return daysOf(row)?.toString() ?? "";
  if (column === "progress") return String(row.progress);
  return COLUMN_LOOKS[column].text(row, new Map());
}

export function typed(column: Column, row: ItemRow, text: string, context: DayContext): Typed {
  if (text.trim() === textToEdit(column, row).trim()) return null;
  switch (column) {
    case "title":
    case "owner":
    case "key":
      return edited(row, { field: column, value: text.trim() });
    case "progress":
      return progressed(row, text);
    case "start":
    case "end":
      return scheduled(column, row, text.trim(), context);
    case "days":
      return lengthened(row, text);
    default:
      return null;
  }
}

const edited = ({ item }: ItemRow, edit: ItemEdit): Typed => ({
  operation: { operation: "edit_items", ids: [item.id], edit },
});

/** What choosing a value does; the empty value stands for none. */
export function chosen(column: Choice, row: ItemRow, value: string): Typed {
  const { item } = row;
  if (value === (item[column] ?? "")) return null;
  // The compiler does not follow that a field and its value make up one of the edits.
  return edited(row, { field: column, value: value || null } as ItemEdit);
}

function progressed(row: ItemRow, text: string): Typed {
  const wanted = Number(text.replace("%", "").trim() || "0");
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 100)
    return { refused: `“${text}” is not a percentage from 0 to 100.` };
  return wanted === row.progress ? null : edited(row, { field: "progress", value: wanted });
}

function scheduled(column: "start" | "end", row: ItemRow, text: string, context: DayContext): Typed {
  const { span } = row;
  if (text === "") return edited(row, { field: "schedule", value: { kind: "none" } });
  const horizon = (Object.keys(HORIZON_WORDS) as Horizon[]).find((each) => each === text.toLowerCase());
  if (horizon && column === "start")
    return edited(row, { field: "schedule", value: { kind: "horizon", horizon } });
  const day = readDay(text, { ...context, from: span && (column === "start" ? span.first : span.last) });
  if (day === null) return { refused: `“${text}” is not a day. Write 2027-02-28, 28 Feb 2027, today or +7.` };
  // One end alone: another that was typed just before is on its way.
  return edited(row, { field: column, value: day });
}

/** Another number of days moves the end. */
function lengthened(row: ItemRow, text: string): Typed {
  const before = daysOf(row);
  const wanted = Number(text.trim());
  if (before === null) return { refused: "It has no days yet. Give it a start first." };
  if (!Number.isInteger(wanted) || wanted < 1) return { refused: `“${text}” is not a number of days.` };
  if (wanted === before) return null;
  const { id } = row.item;
  return { operation: { operation: "resize_items", ids: [id], edge: "end", days: wanted - before } };
}

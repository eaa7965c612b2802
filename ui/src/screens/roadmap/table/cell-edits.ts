/**
 * What a text in a cell does to an item: the one operation that it stands for, or the reason why it stands for none.
 * Knows no element.
 */
import type { Column } from "../../../bindings/Column";
import type { Horizon } from "../../../bindings/Horizon";
import type { ItemEdit } from "../../../bindings/ItemEdit";
import type { ItemRow } from "../../../bindings/ItemRow";
import type { Operation } from "../../../bindings/Operation";
import type { Span } from "../../../bindings/Span";
import { COLUMN_WORDS, COMES_AS_FAR, HORIZON_WORDS, SPANS_WHAT_IT_HOLDS } from "../../../state/words";
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

/** What typed texts are read by. */
export interface CellContext extends DayContext {
  /** Whether a change may be on its way to the row, so that nobody knows what is there. */
  isStale?: boolean;
}

export function typed(column: Column, row: ItemRow, text: string, context: CellContext): Typed {
  const isThere = text.trim() === textToEdit(column, row).trim();
  // No day may stand for a horizon, which stays.
  const isNoDay = text.trim() === "" && ["start", "end", "days"].includes(column);
  if (isThere && (!context.isStale || isNoDay)) return null;
  switch (column) {
    case "title":
    case "owner":
    case "key":
      return edited(row, { field: column, value: text.trim() });
    case "progress":
      return progressed(row, text, context);
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
export function chosen(column: Choice, row: ItemRow, value: string, isStale = false): Typed {
  const { item } = row;
  if (value === (item[column] ?? "") && !isStale) return null;
  // The compiler does not follow that a field and its value make up one of the edits.
  return edited(row, { field: column, value: value || null } as ItemEdit);
}

/** What emptying a cell does. A title is not emptied: its row is deleted. */
export function cleared(column: Column, row: ItemRow, isStale = false): Typed {
  if (column === "kind" || column === "status" || column === "days")
    return { refused: `${COLUMN_WORDS[column]} cannot be empty.` };
  if (isChoice(column)) return chosen(column, row, "", isStale);
  return typed(column, row, "", { today: "", isStale });
}

/** Texts for both ends of an item, which are set at once. */
export interface Ends {
  start: string;
  end: string;
}

/** What each of two ends does that are set at once, so that neither has the other follow it. */
export function bothTyped(row: ItemRow, ends: Ends, context: DayContext): Record<keyof Ends, Typed> {
  const span = spanIn(row, ends, context);
  const start = ends.start === "" ? cleared("start", row) : typed("start", row, ends.start, context);
  const end = ends.end === "" ? null : typed("end", row, ends.end, context);
  if (span) {
    const isThere = row.span?.first === span.first && row.span.last === span.last;
    const schedule = { kind: "dated", ...span } as const;
    const both = isThere ? null : edited(row, { field: "schedule", value: schedule });
    return { start: both, end: both };
  }
  if (horizonIn(ends.start))
    return { start, end: ends.end === "" ? null : { refused: "What has a horizon has no days." } };
  if (ends.start === "" && ends.end !== "") return { start: { refused: LACKS_AN_END }, end };
  if (ends.end === "" && ends.start !== "")
    return { start, end: start && "refused" in start ? null : { refused: LACKS_AN_END } };
  return { start, end };
}

const LACKS_AN_END = "Start and end go together: an item has both or neither.";

/**
 * What sets an end on the day that it has, so that nothing pushes the item away; null if there is none to be set.
 */
export function asItStands(column: Column, { item, span, sums_up }: ItemRow): Operation | null {
  if (span === null || sums_up || (column !== "start" && column !== "end")) return null;
  const value = column === "start" ? span.first : span.last;
  return { operation: "edit_items", ids: [item.id], edit: { field: column, value } };
}

/** Whether an operation sets days or a length. */
export const isOfDays = (operation: Operation): boolean =>
  operation.operation === "edit_items" && ["schedule", "start", "end", "days"].includes(operation.edit.field);

/** The days of both ends; null if either is none. */
export function spanIn({ span }: ItemRow, { start, end }: Ends, context: DayContext): Span | null {
  const first = readDay(start, { ...context, from: span && span.first });
  const last = readDay(end, { ...context, from: span && span.last });
  return first !== null && last !== null ? { first, last } : null;
}

/** What an edit takes away besides what stands in its cell, in words; null if that is all. */
export function takenAway(operation: Operation, { item }: ItemRow): string | null {
  const { schedule, title } = item;
  const isEmptied =
    operation.operation === "edit_items" &&
    operation.edit.field === "schedule" &&
    operation.edit.value.kind === "none";
  return isEmptied && schedule.kind === "dated" ? `“${title}” has neither a start nor an end now.` : null;
}

function progressed(row: ItemRow, text: string, { isStale }: CellContext): Typed {
  const wanted = Number(text.replace("%", "").trim() || "0");
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 100)
    return { refused: `“${text}” is not a percentage from 0 to 100.` };
  return wanted === row.progress && !isStale ? null : edited(row, { field: "progress", value: wanted });
}

function scheduled(column: "start" | "end", row: ItemRow, text: string, context: DayContext): Typed {
  const { span } = row;
  if (text === "") return edited(row, { field: "schedule", value: { kind: "none" } });
  const horizon = horizonIn(text);
  if (horizon && column === "start")
    return edited(row, { field: "schedule", value: { kind: "horizon", horizon } });
  const day = readDay(text, { ...context, from: span && (column === "start" ? span.first : span.last) });
  if (day === null) return { refused: `“${text}” is not a day. Write 2027-02-28, 28 Feb 2027, today or +7.` };
  // One end alone: another that was typed just before is on its way.
  return edited(row, { field: column, value: day });
}

const horizonIn = (text: string): Horizon | undefined =>
  (Object.keys(HORIZON_WORDS) as Horizon[]).find((each) => each === text.toLowerCase());

/** Another number of days moves the end; a start that was typed just before is on its way. */
function lengthened(row: ItemRow, text: string): Typed {
  const wanted = Number(text.trim());
  if (!Number.isInteger(wanted) || wanted < 1) return { refused: `“${text}” is not a number of days.` };
  return edited(row, { field: "days", value: wanted });
}

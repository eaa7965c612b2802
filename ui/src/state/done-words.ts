/** What a screen reader is told of an operation that was done: where things stand now, not only what it is called. */
import type { AspectValue } from "../bindings/AspectValue";
import type { ItemDetail } from "../bindings/ItemDetail";
import type { Operation } from "../bindings/Operation";
import type { Patch } from "../bindings/Patch";
import { spokenSpan } from "./days";
import { IMPORTANCE_WORDS } from "./need-words";
import { NO_OWNER, NO_THEME, type Names } from "./view-words";
import { HORIZON_WORDS, KIND_WORDS, STATUS_WORDS } from "./words";

/** Whether it may give items another place, so that where they stand is to be told. */
export const isPlaced = (operation: Operation): boolean =>
  operation.operation === "move_items" ||
  operation.operation === "resize_items" ||
  (operation.operation === "edit_items" && operation.edit.field === "schedule");

/** `detail` is that of the one item that is selected, as it is now; null if there are several. */
export function doneWords(
  { label, changed }: Pick<Patch, "label" | "changed">,
  operation: Operation,
  detail: ItemDetail | null,
  names: Names,
): string {
  const done = `Done: ${label}`;
  const lane = operation.operation === "move_items" ? laneOf(operation.lane, detail, names) : null;
  if (!detail) return lane ? `${done} to ${lane}` : done;
  const to = [datesOf(operation, detail), lane].filter(Boolean).join(", ");
  if (!to) return done;
  const others = changed.filter((id) => id !== detail.item.id).length;
  const along = others === 0 ? "" : `, and ${others} ${others === 1 ? "other" : "others"} with it`;
  return `${operation.operation === "resize_items" ? "Resized" : "Moved"} to ${to}${along}`;
}

/** The new dates, or the horizon, if the operation has given any. */
function datesOf(operation: Operation, { item: { schedule }, span }: ItemDetail): string | null {
  const moves = operation.operation === "move_items" && operation.days !== 0;
  if (moves || operation.operation === "resize_items") return span ? spokenSpan(span.first, span.last) : null;
  const edits = operation.operation === "edit_items" && operation.edit.field === "schedule";
  return edits && schedule.kind === "horizon" ? HORIZON_WORDS[schedule.horizon] : null;
}

function laneOf(values: readonly AspectValue[], detail: ItemDetail | null, names: Names): string | null {
  const words = values.flatMap((value) => nameOf(value, detail, names) ?? []);
  return words.length === 0 ? null : `lane ${words.join(", ")}`;
}

/** A value as its lane is called; null if that cannot be told without asking. */
function nameOf(
  { field, value }: AspectValue,
  detail: ItemDetail | null,
  { themes, customers, goals }: Names,
): string | null {
  if (value === null && field !== "theme") return `No ${field}`;
  switch (field) {
    case "theme":
      return value === null ? NO_THEME : (themes.find(({ id }) => id === value)?.name ?? null);
    case "status":
      return STATUS_WORDS[value];
    case "owner":
      return value || NO_OWNER;
    case "kind":
      return KIND_WORDS[value];
    case "parent":
      return detail?.parent?.title ?? null;
    case "need":
      return detail?.needs.find(({ id }) => id === value)?.statement ?? null;
    case "goal":
      return goals.find(({ id }) => id === value)?.title ?? null;
    case "customer":
      return customers.find(({ id }) => id === value)?.name ?? null;
    case "horizon":
      return value === null ? null : HORIZON_WORDS[value];
    case "importance":
      return value === null ? null : IMPORTANCE_WORDS[value];
  }
}

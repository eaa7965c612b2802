/** What a screen reader is told of an operation that was done: where things stand now, not only what it is called. */
import type { AspectValue } from "../bindings/AspectValue";
import type { ItemDetail } from "../bindings/ItemDetail";
import type { Operation } from "../bindings/Operation";
import type { Patch } from "../bindings/Patch";
import { spokenSpan } from "./days";
import { IMPORTANCE_WORDS } from "./need-words";
import { NO_OWNER, NO_THEME, type Names } from "./view-words";
import { HORIZON_WORDS, KIND_WORDS, STATUS_WORDS } from "./words";

/** Whether it may give items another place, so that where they stand is to be told; what is new has had none. */
export const isPlaced = (operation: Operation): boolean =>
  operation.operation === "batch"
    ? operation.operations.some(movesFar) &&
      !operation.operations.some((step) => step.operation === "add_item")
    : movesFar(operation) || isDatedAnew(operation);

/** The one item that it gives another place; null if there are several. */
export function placedOne(operation: Operation): string | null {
  const ids = new Set(stepsOf(operation).flatMap((step) => (isOfItems(step) ? step.ids : [])));
  const [id] = ids;
  return id !== undefined && ids.size === 1 ? id : null;
}

const stepsOf = (operation: Operation): readonly Operation[] =>
  operation.operation === "batch" ? operation.operations : [operation];

const isOfItems = (step: Operation) =>
  step.operation === "move_items" || step.operation === "resize_items" || step.operation === "edit_items";

/** `detail` is that of the one item that was given another place, as it is now; null if there are several. */
export function doneWords(
  { label, changed }: Pick<Patch, "label" | "changed">,
  operation: Operation,
  detail: ItemDetail | null,
  names: Names,
): string {
  const done = `Done: ${label}`;
  if (!isPlaced(operation)) return done;
  if (changed.length === 0) return "Nothing has changed";
  const steps = stepsOf(operation);
  const [lane] = steps.flatMap((step) => laneOf(step, detail, names) ?? []);
  if (!detail) return lane ? `${done} to ${lane}` : done;
  const to = [steps.some(isDatedAnew) ? datesOf(detail) : null, lane].filter(Boolean).join(", ");
  if (!to) return done;
  const others = changed.filter((id) => id !== detail.item.id).length;
  const along = others === 0 ? "" : `, and ${others} ${others === 1 ? "other" : "others"} with it`;
  return `${operation.operation === "resize_items" ? "Resized" : "Moved"} to ${to}${along}`;
}

/** Whether a step of several takes items elsewhere, not only gives them days. */
const movesFar = (step: Operation): boolean =>
  step.operation === "move_items" && (step.days !== 0 || step.lane.length > 0);

const isDatedAnew = (step: Operation): boolean =>
  (step.operation === "move_items" && step.days !== 0) ||
  step.operation === "resize_items" ||
  (step.operation === "edit_items" && step.edit.field === "schedule");

/** The dates of its bar, or its horizon. */
function datesOf({ item: { schedule }, span }: ItemDetail): string | null {
  if (span) return spokenSpan(span.first, span.last);
  return schedule.kind === "horizon" ? HORIZON_WORDS[schedule.horizon] : null;
}

function laneOf(step: Operation, detail: ItemDetail | null, names: Names): string | null {
  const values = step.operation === "move_items" ? step.lane : [];
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

/** Changes to a mapping of columns, each giving a new one; and what fields and columns are called on screen. */
import type { ColumnRef } from "../../../bindings/ColumnRef";
import type { Field } from "../../../bindings/Field";
import type { Mapping } from "../../../bindings/Mapping";
import type { RowsAre } from "../../../bindings/RowsAre";

interface FieldWords {
  field: Field;
  label: string;
  /** What goes into it. */
  hint: string;
}

const OF_WORK_ITEMS: readonly FieldWords[] = [
  { field: "title", label: "Title", hint: "Several columns are a tree, each one level deeper" },
  { field: "key", label: "Key", hint: "Items are found again by it" },
  { field: "id", label: "Id", hint: "What rows call one another by" },
  { field: "kind", label: "Kind", hint: "Epic, feature, user story, bug or issue" },
  { field: "status", label: "Status", hint: "How far it has come" },
  { field: "theme", label: "Theme", hint: "The lane, by name" },
  { field: "parent", label: "Parent", hint: "What holds it, by key, id or title" },
  { field: "first_day", label: "First day", hint: "" },
  { field: "last_day", label: "Last day", hint: "Itself part of the span" },
  { field: "horizon", label: "Horizon", hint: "Now, next or later" },
  { field: "progress", label: "Progress", hint: "In per cent" },
  { field: "owner", label: "Owner", hint: "" },
  { field: "link", label: "Link", hint: "" },
  { field: "depends_on", label: "Depends on", hint: "What it waits for, by key or id" },
  { field: "blocks", label: "Blocks", hint: "What waits for it, by key or id" },
  { field: "description", label: "Description", hint: "" },
  { field: "notes", label: "Notes", hint: "Anything else to keep, at the end of the description" },
];

const OF_FEEDBACK: readonly FieldWords[] = [
  { field: "text", label: "Text", hint: "What was said; several columns stand one under the other" },
  { field: "key", label: "Key", hint: "Feedback is found again by it" },
  { field: "id", label: "Id", hint: "What rows call one another by" },
  { field: "day", label: "Day", hint: "When it was said" },
  { field: "source", label: "Source", hint: "Who said it" },
  { field: "customer", label: "Customer", hint: "Whom the source belongs to, by name" },
  { field: "channel", label: "Channel", hint: "The way it came" },
  { field: "status", label: "Status", hint: "What came of it" },
  { field: "reason", label: "Reason", hint: "Why it was declined" },
  { field: "votes", label: "Votes", hint: "How many said the same" },
  { field: "needs", label: "Needs", hint: "By statement, separated by semicolons" },
  { field: "items", label: "Work items", hint: "By key or title, separated by semicolons" },
  { field: "duplicate_of", label: "Duplicate of", hint: "What stands for it, by key or id" },
];

const OF_ACTUALS: readonly FieldWords[] = [
  { field: "day", label: "Day", hint: "When it was spent" },
  { field: "amount", label: "Amount", hint: "How much was spent" },
  { field: "debit", label: "Debit", hint: "How much was spent, where what came in has a column of its own" },
  { field: "credit", label: "Credit", hint: "What came in; such rows are refused" },
  { field: "currency", label: "Currency", hint: "Rows in another one than the plan's are refused" },
  { field: "cost_centre", label: "Cost centre", hint: "What tells the budget line" },
  { field: "supplier", label: "Supplier", hint: "Who was paid" },
  { field: "note", label: "Note", hint: "What for; several columns stand one behind the other" },
  { field: "item", label: "Work item", hint: "By key or title" },
  { field: "key", label: "Key", hint: "The number of the document; payments are known again by it" },
];

/** The fields in the order in which they are listed. */
export const FIELDS: Record<RowsAre, readonly FieldWords[]> = {
  work_items: OF_WORK_ITEMS,
  feedback: OF_FEEDBACK,
  actuals: OF_ACTUALS,
};

const LABELS = new Map(
  [...OF_WORK_ITEMS, ...OF_FEEDBACK, ...OF_ACTUALS].map(({ field, label }) => [field, label]),
);
export const fieldLabel = (field: Field): string => LABELS.get(field) ?? field;

/** A column as one text, to tell columns apart. */
export const keyOf = ({ name, occurrence }: ColumnRef): string => `${occurrence} ${name}`;

/** What a column is called; a name that several have is counted. */
export function columnLabel({ name, occurrence }: ColumnRef, all: readonly ColumnRef[]): string {
  const shown = name === "" ? "(no name)" : name;
  const several = all.filter((other) => other.name === name).length > 1;
  return several ? `${shown} (${occurrence})` : shown;
}

/** Lets a column feed a field in place of its column at `at`; null takes that one away. */
export function withColumn(mapping: Mapping, field: Field, at: number, column: ColumnRef | null): Mapping {
  const before = mapping.columns[field] ?? [];
  const after = [...before.slice(0, at), ...(column ? [column] : []), ...before.slice(at + 1)];
  // One column feeds a field once.
  const once = after.filter(
    (each, index) => after.findIndex((other) => keyOf(other) === keyOf(each)) === index,
  );
  const columns = { ...mapping.columns };
  if (once.length > 0) columns[field] = once;
  else delete columns[field];
  return { ...mapping, columns };
}

/** Says what a word means; how it is written, large or small, does not count. */
export function withWord<T>(
  words: { [word in string]: T },
  word: string,
  meaning: T,
): { [word in string]: T } {
  const others = Object.entries(words).filter(
    ([other]) => other.trim().toLowerCase() !== word.trim().toLowerCase(),
  );
  return { ...Object.fromEntries(others), [word]: meaning } as { [word in string]: T };
}

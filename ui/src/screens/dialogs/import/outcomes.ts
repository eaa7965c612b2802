/** What rows of an import came to, in words. */
import type { Counts } from "../../../bindings/Counts";
import type { Outcome } from "../../../bindings/Outcome";
import type { Remark } from "../../../bindings/Remark";
import type { RowsAre } from "../../../bindings/RowsAre";
import { fieldLabel } from "./mapping";

/** In the order in which they are listed; each with the colour token that says the same. */
export const OUTCOMES: readonly { outcome: Outcome; label: string; colour: string }[] = [
  { outcome: "taken", label: "Taken", colour: "ok" },
  { outcome: "taken_with_change", label: "Changed", colour: "warn" },
  { outcome: "updated", label: "Updated", colour: "accent" },
  { outcome: "unchanged", label: "Unchanged", colour: "ink-3" },
  { outcome: "refused", label: "Refused", colour: "danger" },
];

const LABELS = new Map(OUTCOMES.map(({ outcome, label }) => [outcome, label]));
const COLOURS = new Map(OUTCOMES.map(({ outcome, colour }) => [outcome, colour]));
/** An actual that the plan has is never changed by a file. */
export const outcomeLabel = (outcome: Outcome, rowsAre?: RowsAre): string =>
  rowsAre === "actuals" && outcome === "unchanged" ? "Already there" : (LABELS.get(outcome) ?? outcome);
export const outcomeColour = (outcome: Outcome): string => COLOURS.get(outcome) ?? "ink";

/** “First day: the end is before the start”. */
export const remarkText = ({ about, text }: Remark): string =>
  about ? `${fieldLabel(about)}: ${text}` : text;

/** “655 rows: 376 taken, 279 changed. 22 new themes, 245 new dependencies.” */
export function countsText(counts: Counts, rowsAre?: RowsAre): string {
  const rows = OUTCOMES.reduce((sum, { outcome }) => sum + counts[outcome], 0);
  const parts = OUTCOMES.filter(({ outcome }) => counts[outcome] > 0);
  const outcomes = parts.map(
    ({ outcome }) => `${counts[outcome].toLocaleString()} ${outcomeLabel(outcome, rowsAre).toLowerCase()}`,
  );
  const added = [
    counted(counts.themes_added, "new theme"),
    counted(counts.dependencies_added, "new dependency", "new dependencies"),
    counted(counts.customers_added, "new customer"),
  ].filter(Boolean);
  const first = `${counted(rows, "row") || "No rows"}${outcomes.length > 0 ? `: ${outcomes.join(", ")}` : ""}.`;
  return added.length > 0 ? `${first} ${added.join(", ")}.` : first;
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  count === 0 ? "" : `${count.toLocaleString()} ${count === 1 ? one : many}`;

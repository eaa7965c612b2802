/** What a text in a cell of a need does: the one operation that it stands for, or the reason why it stands for none. */
import type { Need } from "../../../bindings/Need";
import type { NeedEdit } from "../../../bindings/NeedEdit";
import type { Operation } from "../../../bindings/Operation";
import type { Milepost } from "../../../milepost.svelte";
import { written } from "../../../state/days";
import { readDay } from "../../../widgets/day-text";
import { keep } from "../../../widgets/save";
import { keeping } from "../../../widgets/taken";

export type Typed = "statement" | "wanted_by";

/** What stands in the field when editing begins. */
export function textToEdit(column: Typed, need: Need): string {
  if (column === "statement") return need.statement;
  return need.wanted_by ? written(need.wanted_by) : "";
}

/** The edit that a text stands for; null if it is what was there, unless a change may be on its way to that. */
export function edited(
  column: Typed,
  need: Need,
  text: string,
  today: string,
  isStale = false,
): { edit: NeedEdit } | { refused: string } | null {
  const wanted = text.trim();
  if (wanted === textToEdit(column, need).trim() && !isStale) return null;
  if (column === "statement") return { edit: { field: "statement", value: wanted } };
  const day = wanted === "" ? null : readDay(wanted, { today, from: need.wanted_by });
  if (wanted !== "" && day === null)
    return { refused: `“${wanted}” is not a day. Write 2027-02-28, 28 Feb 2027, today or +7.` };
  return { edit: { field: "wanted_by", value: day } };
}

/** Takes a text. Null if it can be left, else the reason why not; what the plan has against it is said to `refused` later. */
export function saveCell(
  milepost: Milepost,
  column: Typed,
  need: Need,
  text: string,
  refused: (reason: string) => void,
): string | null {
  const { state, saving } = milepost.plan;
  const result = edited(column, need, text, state?.today ?? "", saving);
  if (result === null) return null;
  if ("refused" in result) return result.refused;
  const operation: Operation = { operation: "edit_needs", ids: [need.id], edit: result.edit };
  void keeping(keep(milepost, operation).then((reason) => void (reason !== null && refused(reason))));
  return null;
}

/** How far something has moved, in words, for one item or milestone and for all of them. */
import type { Slip } from "../../../bindings/Slip";
import { count } from "../../../state/need-words";

/** `still`: moved, but its end by no working day. `gone`: without dates, or not in the plan any more. */
export type Change = "later" | "earlier" | "still" | "new" | "gone";

export function changeOf({ before, after, days }: Slip): Change {
  if (before === null) return "new";
  if (after === null || days === null) return "gone";
  if (days === 0) return "still";
  return days > 0 ? "later" : "earlier";
}

export interface SlipWords {
  /** Working days with their sign; empty without both ends. */
  amount: string;
  word: string;
}

/** What is said of those of which it is not known whether they are in the plan at all. */
const GONE = "deleted or without dates";
const DELETED = "deleted";

/**
 * Of one item or milestone; `deleted` is null as long as nobody has asked whether the item is still in the plan. A milestone
 * without a day is deleted: all others have one.
 */
export function slipWords(slip: Slip, deleted: boolean | null): SlipWords {
  const change = changeOf(slip);
  switch (change) {
    case "new":
      return { amount: "", word: "new" };
    case "gone":
      if (slip.what.entity === "milestone") return { amount: "", word: DELETED };
      return { amount: "", word: deleted === null ? GONE : deleted ? DELETED : "no dates any more" };
    case "still":
      return {
        amount: "0 days",
        word: slip.before?.last === slip.after?.last ? "same end" : "over days off",
      };
    default:
      return { amount: amountOf(slip.days ?? 0), word: change };
  }
}

function amountOf(days: number): string {
  const size = Math.abs(days);
  return `${days < 0 ? "−" : "+"}${size.toLocaleString()} ${size === 1 ? "day" : "days"}`;
}

/** “12 items and 1 milestone moved, 5 later, 3 earlier; 2 new, 1 deleted or without dates”. */
export function summary(slips: readonly Slip[]): string {
  const counts: Record<Change, number> = { later: 0, earlier: 0, still: 0, new: 0, gone: 0 };
  const moved = { item: 0, milestone: 0 };
  let gone = DELETED;
  for (const slip of slips) {
    const [change, { entity }] = [changeOf(slip), slip.what];
    counts[change] += 1;
    if (change === "gone" && entity === "item") gone = GONE;
    if (change !== "gone" && change !== "new") moved[entity] += 1;
  }
  const movers = (["item", "milestone"] as const).filter((entity) => moved[entity] > 0);
  const some = (number: number, words: string) => (number > 0 ? [count(number, words, words)] : []);
  const all = [
    movers.length === 0
      ? "Nothing moved"
      : `${movers.map((entity) => count(moved[entity], entity)).join(" and ")} moved`,
    ...some(counts.later, "later"),
    ...some(counts.earlier, "earlier"),
  ];
  const others = [...some(counts.new, "new"), ...some(counts.gone, gone)];
  return [all, others].flatMap((part) => (part.length > 0 ? part.join(", ") : [])).join("; ");
}

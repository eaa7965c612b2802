/** How far something has moved, in words, for one item and for all of them. */
import type { Slip } from "../../../bindings/Slip";

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

/** Of one item; `deleted` is null as long as nobody has asked whether it is still in the plan. */
export function slipWords(slip: Slip, deleted: boolean | null): SlipWords {
  const change = changeOf(slip);
  switch (change) {
    case "new":
      return { amount: "", word: "new" };
    case "gone":
      return { amount: "", word: deleted === null ? GONE : deleted ? "deleted" : "no dates any more" };
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

/** “12 items moved, 5 later, 3 earlier; 2 new, 1 deleted or without dates”. */
export function summary(slips: readonly Slip[]): string {
  const counts: Record<Change, number> = { later: 0, earlier: 0, still: 0, new: 0, gone: 0 };
  for (const slip of slips) counts[changeOf(slip)] += 1;
  const moved = counts.later + counts.earlier + counts.still;
  const some = (count: number, words: string) => (count > 0 ? [`${count.toLocaleString()} ${words}`] : []);
  const all = [
    moved === 0 ? "No item moved" : `${moved.toLocaleString()} ${moved === 1 ? "item" : "items"} moved`,
    ...some(counts.later, "later"),
    ...some(counts.earlier, "earlier"),
  ];
  const others = [...some(counts.new, "new"), ...some(counts.gone, GONE)];
  return [all, others].flatMap((part) => (part.length > 0 ? part.join(", ") : [])).join("; ");
}

/** How a dependency is told in words, and how its lag is read back. */
import type { Chain } from "../bindings/Chain";
import type { Conflict } from "../bindings/Conflict";
import type { Dependency } from "../bindings/Dependency";
import type { DependencyDetail } from "../bindings/DependencyDetail";
import type { DependencyKind } from "../bindings/DependencyKind";
import { written } from "./days";
import { count } from "./need-words";

export const DEPENDENCY_WORDS: Record<DependencyKind, string> = {
  finish_to_start: "Finish to start",
  start_to_start: "Start to start",
  finish_to_finish: "Finish to finish",
  start_to_finish: "Start to finish",
};

/** Which end of a dependency the other item is, seen from the one in the inspector. */
export type End = "predecessor" | "successor";

/** “Waits for 3, and 5 wait for it”, at first or at second hand. */
export function chainWords({ before, after }: Chain): string {
  const waits = before.length > 0 ? `Waits for ${before.length.toLocaleString()}` : "Waits for nothing";
  if (after.length === 0) return `${waits}, and nothing waits for it.`;
  const count = after.length.toLocaleString();
  return `${waits}, and ${count} ${after.length === 1 ? "waits" : "wait"} for it.`;
}

/** Only what is not as usual: the successor starts when the predecessor has ended. */
export function noteOn({ kind, lag_days: lag }: Dependency): string | undefined {
  const tie = kind === "finish_to_start" ? "" : DEPENDENCY_WORDS[kind].toLowerCase();
  const days =
    lag === 0 ? "" : `${lag > 0 ? "+" : "−"}${Math.abs(lag)} ${Math.abs(lag) === 1 ? "day" : "days"}`;
  return [tie, days].filter(Boolean).join(", ") || undefined;
}

/** “Conflict: “Templates” → “Delivery”, finish to start, 2 working days later” */
export function lineWords({ dependency, predecessor, successor, conflict }: DependencyDetail): string {
  const { kind, lag_days: lag } = dependency;
  const days = count(Math.abs(lag), "working day");
  const later = lag === 0 ? "" : `, ${days} ${lag > 0 ? "later" : "earlier"}`;
  const ends = `“${predecessor.title}” → “${successor.title}”`;
  return `${conflict ? "Conflict: " : ""}${ends}, ${DEPENDENCY_WORDS[kind].toLowerCase()}${later}`;
}

/** “starts 1 Apr 2027, but “Templates” ends 16 Apr 2027, and 2 working days are to lie between” */
export function conflictWords(conflict: Conflict): string {
  const { kind, day, predecessor_day, predecessor_title, has_begun } = conflict;
  const starts = has_begun ? "goes on" : "starts";
  const does = kind.endsWith("_start") ? starts : "ends";
  const before = kind.startsWith("start_") ? "starts" : "ends";
  return `${does} ${written(day)}, but “${predecessor_title}” ${before} ${written(predecessor_day)}${lagWords(conflict)}`;
}

function lagWords({ lag_days: lag }: Conflict): string {
  if (lag === 0) return "";
  const days = count(Math.abs(lag), "working day");
  if (lag < 0) return `, and they may overlap by ${days} only`;
  return `, and ${days} ${lag === 1 ? "is" : "are"} to lie between`;
}

/** What a kind means for the item in the inspector. */
export function meaningOf(kind: DependencyKind, others: End): string {
  const [waiting, held] = others === "predecessor" ? ["This", "the other"] : ["The other", "this"];
  const does = kind.endsWith("_start") ? "starts" : "ends";
  const has = kind.startsWith("finish_") ? "ended" : "started";
  return `${waiting} ${does} when ${held} has ${has}.`;
}

/** Working days as somebody types them; null if it is no whole number. Nine digits are more than any plan takes. */
export function readLag(text: string): number | null {
  const digits = text.replace(/\s/g, "").replace("−", "-");
  return /^[+-]?\d{1,9}$/.test(digits) ? Number(digits) : null;
}

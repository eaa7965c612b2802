/**
 * Which of several selected items go along when they are moved, resized or placed in time, by a drag or by keys. What can go
 * goes; that the rest stays is told. Where nothing can, all are taken, so that the rules say why not.
 */
import type { Stays } from "../bindings/Stays";

export interface TakenAlong {
  ids: string[];
  /** Those that stay. */
  others: string[];
  /** What is told of them; null if there are none. */
  words: string | null;
}

/** For a move in time; of what stays nothing is known if `stays` is null. */
export function movedOf(ids: readonly string[], stays: Stays | null): TakenAlong {
  return taken(ids, stays?.undated ?? [], []);
}

/** For an edge that is moved. */
export function resizedOf(ids: readonly string[], stays: Stays | null): TakenAlong {
  return taken(ids, stays?.undated ?? [], stays?.spanning ?? []);
}

/** For what gets another place in time, whatever it has had: a horizon, or none at all. */
export function placedAnewOf(ids: readonly string[], stays: Stays | null): TakenAlong {
  return taken(ids, [], stays?.spanning ?? []);
}

/**
 * For what is dragged off a horizon. Only what has no days gets some from the drop: bars that are selected, too, keep
 * theirs and their lanes, for the place of a horizon's bar says nothing about days that others could be moved by.
 */
export function placedOf(held: string, ids: readonly string[], stays: Stays | null): string[] {
  const undated = new Set(stays?.undated);
  return ids.filter((id) => id === held || undated.has(id));
}

function taken(ids: readonly string[], undated: readonly string[], spanning: readonly string[]): TakenAlong {
  const [without, above] = [new Set(undated), new Set(spanning)];
  const stays = (id: string) => without.has(id) || above.has(id);
  const [going, others] = [ids.filter((id) => !stays(id)), ids.filter(stays)];
  if (going.length === 0 || others.length === 0) return { ids: [...ids], others: [], words: null };
  const words = [
    counted(others.filter((id) => without.has(id)).length, "has no days", "have no days"),
    counted(others.filter((id) => above.has(id)).length, "spans what is in it", "span what is in them"),
  ];
  return { ids: going, others, words: words.filter(Boolean).join(", ") };
}

function counted(count: number, one: string, several: string): string | null {
  return count === 0 ? null : `${count.toLocaleString()} ${count === 1 ? one : several}`;
}

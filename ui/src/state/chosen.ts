/** What lists have in common that are selected in: one of what is selected leads, which keys go on from and panels show. */

/** Something in a list, and its place there. */
export interface Chosen {
  id: string;
  index: number;
}

/** What is selected, the lead included. */
export interface Selected {
  lead: Chosen;
  ids: readonly string[];
}

/** What is selected at a moment; the lead is null while there is nothing in the list. */
export interface InHand {
  lead: Chosen | null;
  ids: ReadonlySet<string>;
}

/** Whether nothing else has been selected since then, whatever of it is gone. */
export const isStill = (now: InHand, then: InHand): boolean =>
  now.lead?.id === then.lead?.id && [...now.ids].every((id) => then.ids.has(id));

/** Whether the same is selected, in whichever order. */
export const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id));

/**
 * What is left of a selection in a list as it is now, given by the ids of all that is in it. Where the lead is not in it, or is not
 * selected any more, the one leads that stands nearest to its place. Null if nothing is left.
 */
export function leftOf(list: readonly string[], ids: ReadonlySet<string>, lead: Chosen): Selected | null {
  let nearest: Chosen | null = null;
  const kept: string[] = [];
  for (const [index, id] of list.entries()) {
    if (!ids.has(id)) continue;
    kept.push(id);
    if (id === lead.id) nearest = { id, index };
    else if (nearest?.id !== lead.id && isNearer(index, nearest, lead)) nearest = { id, index };
  }
  return nearest && { lead: nearest, ids: kept };
}

const isNearer = (index: number, than: Chosen | null, lead: Chosen): boolean =>
  than === null || Math.abs(index - lead.index) < Math.abs(than.index - lead.index);

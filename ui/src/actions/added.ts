/** Where the user is taken after items were added that have their names already: pasted, or copied on the spot. */
import type { Milepost } from "../milepost.svelte";

/**
 * Selects them and brings the first of them into sight that has dates, with the keyboard on it. False if the view has a place
 * for none, which the user is told.
 */
export async function comeToAdded(milepost: Milepost, ids: readonly string[]): Promise<boolean> {
  const { selection } = milepost;
  selection.select(ids);
  await selection.ready;
  const undated = new Set(selection.stays?.undated);
  const first = ids.find((id) => !undated.has(id)) ?? ids[0];
  if (first === undefined) return false;
  return ids.length === 1
    ? await milepost.comeTo(first, "It was added, but this view leaves it out.")
    : await milepost.comeTo(first, "They were added, but this view leaves them out.", "for several");
}

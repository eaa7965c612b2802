/** What a key that is held does again and again, as one step. */
import type { Operation } from "../bindings/Operation";
import type { Milepost } from "../milepost.svelte";

/** The revision that a key made last, and makes more of while it is held: one undo takes back all that it did. */
const made = new WeakMap<Milepost, number | null>();

/** Does an operation for a key; `again` if that is held, and this is not the first time. False if it was refused. */
export async function commitHeld(
  milepost: Milepost,
  again: boolean,
  operation: Operation,
  words: string | null = null,
): Promise<boolean> {
  const before = again ? (made.get(milepost) ?? null) : null;
  const patch = await milepost.commit(operation, words, before);
  // What changes nothing makes no revision.
  made.set(milepost, patch && patch.touched.length > 0 ? patch.state.revision : null);
  return patch !== null;
}

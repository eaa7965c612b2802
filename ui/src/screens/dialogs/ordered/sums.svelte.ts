/** What hangs on each entry of a short list, following every change of the plan. */
import type { Milepost } from "../../../milepost.svelte";
import { followingHere } from "../../../state/following.svelte";

/** Asks now and after each change, as long as the component that calls this while it is made is there. */
export function followSums<T>(
  milepost: Milepost,
  ask: () => Promise<T[]>,
  idOf: (sum: T) => string,
): { of(id: string): T | undefined } {
  const sums = followingHere<T[]>(ask, (thrown) => milepost.fail(thrown));
  const byId = $derived(new Map(sums.value?.map((sum) => [idOf(sum), sum])));
  $effect(() => {
    sums.follow();
    return milepost.plan.onChange(() => sums.follow());
  });
  return { of: (id) => byId.get(id) };
}

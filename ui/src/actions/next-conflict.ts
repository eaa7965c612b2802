import type { Action } from "./action";
import { LEFT_OUT } from "./go-to-item";

/** Goes round the items that are placed too early, however many dependencies say so of each. */
export const nextConflict: Action = {
  id: "next-conflict",
  label: "Show the next conflict",
  keys: [],
  available: ({ plan }) => (plan.health?.conflicts.length ?? 0) > 0,
  async run(milepost) {
    const { plan, selection } = milepost;
    const items = [...new Set(plan.health?.conflicts)];
    const at = items.findIndex((id) => selection.items.has(id));
    const next = items[(at + 1) % items.length];
    if (next === undefined) return;
    selection.select([next]);
    selection.inspectorOpen = true;
    // The keyboard stays where it is, to go on.
    await milepost.attempt(async () => void (await milepost.revealOrTell(next, LEFT_OUT)));
  },
};

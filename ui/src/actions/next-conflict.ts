import type { Milepost } from "../milepost.svelte";
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
    const index = (items.findIndex((id) => selection.items.has(id)) + 1) % items.length;
    const next = items[index];
    if (next === undefined) return;
    selection.select([next]);
    selection.inspectorOpen = true;
    // The keyboard stays where it is, to go on.
    await milepost.attempt(async () => {
      if (await milepost.revealOrTell(next, LEFT_OUT)) await sayBar(milepost, next, index, items.length);
    });
  },
};

/** Tells a screen reader which bar was come to, of how many, since the focus is not on it. */
async function sayBar({ chart, view, notices }: Milepost, id: string, index: number, count: number) {
  // A timeline that is out of sight is not painted.
  if (!chart || view.settings.arrangement === "table") return;
  await chart.painted();
  const name = chart.item(id)?.name;
  if (name !== undefined) notices.say(`${index + 1} of ${count}: ${name}`);
}

import type { Milepost } from "../milepost.svelte";
import { isoOf, numberOf, written } from "../state/days";
import { type Action, editable } from "./action";
import { unit } from "./nudge";

/** The keyboard's twin of dragging a milestone. */
const move = (id: string, label: string, key: string, direction: -1 | 1): Action => ({
  id,
  label,
  keys: [`Alt+${key}`],
  available: (milepost: Milepost) => editable(milepost) && milepost.selection.milestone !== null,
  async run(milepost) {
    const { plan, selection, notices } = milepost;
    const found = plan.state?.milestones.find((each) => each.id === selection.milestone);
    if (!found) return;
    const value = isoOf(numberOf(found.day) + direction * unit(milepost));
    const edit = { field: "day", value } as const;
    if (await milepost.commit({ operation: "edit_milestone", id: found.id, edit }))
      notices.say(`${found.name}, ${written(value)}`);
  },
});

export const milestoneMoves: readonly Action[] = [
  move("milestone-earlier", "Move milestone earlier", "ArrowLeft", -1),
  move("milestone-later", "Move milestone later", "ArrowRight", 1),
];

/** The keyboard's twin of dragging a milestone: part of the actions that move what is selected. */
import type { Milepost } from "../milepost.svelte";
import { isoOf, numberOf, written } from "../state/days";
import { editable } from "./action";

export const withMilestone = (milepost: Milepost): boolean =>
  editable(milepost) && milepost.selection.milestone !== null;

export async function moveMilestone(milepost: Milepost, days: number): Promise<void> {
  const { plan, selection, notices } = milepost;
  const found = plan.state?.milestones.find((each) => each.id === selection.milestone);
  if (!found) return;
  const value = isoOf(numberOf(found.day) + days);
  const edit = { field: "day", value } as const;
  if (await milepost.commit({ operation: "edit_milestone", id: found.id, edit }))
    notices.say(`${found.name}, ${written(value)}`);
}

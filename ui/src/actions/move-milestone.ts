/** The keyboard's twin of dragging a milestone: part of the actions that move what is selected. */
import { diamondOf } from "../gestures/dates";
import type { Milepost } from "../milepost.svelte";
import { isoOf, numberOf, written } from "../state/days";
import { editable, withChart } from "./action";
import { commitHeld } from "./held";

export const withMilestone = (milepost: Milepost): boolean =>
  editable(milepost) && milepost.selection.milestone !== null;

export async function moveMilestone(milepost: Milepost, days: number, again: boolean): Promise<void> {
  const { plan, notices } = milepost;
  const id = milepost.selection.milestone;
  // From the day that the press before has left it on, which comes with the answer.
  while (plan.saving) await plan.settled();
  const found = plan.state?.milestones.find((each) => each.id === id);
  if (!found) return;
  const day = numberOf(found.day) + days;
  const value = isoOf(day);
  const edit = { field: "day", value } as const;
  if (!(await commitHeld(milepost, again, { operation: "edit_milestone", id: found.id, edit }))) return;
  notices.say(`${found.name}, ${written(value)}`);
  await follow(milepost, found.id, day);
}

/** Nobody moves what they do not see. In which row it stands on its new day only the new picture tells. */
async function follow(milepost: Milepost, id: string, day: number): Promise<void> {
  const { chart, view } = milepost;
  if (!chart || !withChart(milepost) || !view.settings.show_milestones) return;
  await chart.painted();
  chart.reveal(chart.thing({ entity: "milestone", id })?.bounds ?? diamondOf(day, chart.scale));
}

import { tick } from "svelte";

import { diamondOf } from "../gestures/dates";
import type { Milepost } from "../milepost.svelte";
import { numberOf } from "../state/days";

/** Shows a milestone on the roadmap, selected, in the inspector and with the keyboard on it; a view without any says so. */
export async function goToMilestone(milepost: Milepost, id: string, day: string): Promise<void> {
  const { screen, selection } = milepost;
  screen.current = "roadmap";
  await tick();
  selection.selectMilestone(id);
  selection.inspectorOpen = true;
  if (showsMilestones(milepost)) await bringIntoSight(milepost, id, day);
  else tellNoMilestones(milepost, id, day);
}

/** Whether the view has milestones at all. */
export const showsMilestones = ({ view }: Milepost): boolean =>
  view.settings.show_milestones && view.settings.arrangement !== "table";

/** Says that the view has no milestones, and offers to show them and to go to one. */
export function tellNoMilestones(milepost: Milepost, id: string, day: string): void {
  const { notices, screen, view } = milepost;
  const run = () => {
    const { arrangement } = view.settings;
    screen.current = "roadmap";
    view.change({ show_milestones: true, arrangement: arrangement === "table" ? "both" : arrangement });
    void milepost.attempt(() => bringIntoSight(milepost, id, day));
  };
  notices.tell("This view shows no milestones.", { label: "Show milestones", run });
}

async function bringIntoSight(milepost: Milepost, id: string, day: string): Promise<void> {
  await tick();
  const { chart } = milepost;
  if (!chart) return;
  // A timeline that comes beside the table has no width before.
  await chart.painted();
  chart.showDay(numberOf(day));
  chart.reveal(diamondOf(numberOf(day), chart.scale));
  await milepost.focusOnChart({ entity: "milestone", id });
}

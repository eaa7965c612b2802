import { tick } from "svelte";

import type { Milepost } from "../milepost.svelte";
import { numberOf } from "../state/days";

/** Height of a milestone in the band above the lanes, in points. */
const HEIGHT = 20;

/** Shows a milestone on the roadmap, selected, in the inspector and with the keyboard on it; a view without any says so. */
export async function goToMilestone(milepost: Milepost, id: string, day: string): Promise<void> {
  const { notices, screen, selection, view } = milepost;
  screen.current = "roadmap";
  await tick();
  selection.selectMilestone(id);
  selection.inspectorOpen = true;
  const { arrangement, show_milestones } = view.settings;
  const showsAny = show_milestones && arrangement !== "table";
  if (showsAny) return await bringIntoSight(milepost, id, day);
  const run = () => {
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
  chart.reveal({ x: numberOf(day) * chart.scale, y: 0, width: 0, height: HEIGHT });
  await milepost.focusOnChart({ entity: "milestone", id });
}

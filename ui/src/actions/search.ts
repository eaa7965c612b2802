/** Searching the plan, and going to what was found. */
import type { Hit } from "../bindings/Hit";
import type { Milepost } from "../milepost.svelte";
import { numberOf } from "../state/days";
import { type Action, withPlan } from "./action";

export const search: Action = {
  id: "search",
  label: "Search",
  keys: ["/", "Mod+F"],
  available: withPlan,
  run: ({ dialogs }) => dialogs.show({ kind: "search" }),
};

/** Selects what was found and brings it into sight; what the view leaves out is told, and shown if the user wants. */
export async function goTo(milepost: Milepost, { target, span }: Hit): Promise<void> {
  const { chart, selection } = milepost;
  if (target.entity === "milestone") {
    selection.selectMilestone(target.id);
    if (span) chart?.showDay(numberOf(span.first));
  } else if (target.entity === "item") {
    selection.select([target.id]);
    if (chart)
      await milepost.attempt(
        async () => void (await milepost.revealOrTell(target.id, "This view leaves it out.")),
      );
  }
  selection.inspectorOpen = true;
}

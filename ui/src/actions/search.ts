/** Searching the plan, and going to what was found. */
import type { Hit } from "../bindings/Hit";
import type { Milepost } from "../milepost.svelte";
import { type Action, withPlan } from "./action";
import { goToItem } from "./go-to-item";
import { goToMilestone } from "./go-to-milestone";
import { goToNeed } from "./go-to-need";

export const search: Action = {
  id: "search",
  label: "Search",
  keys: ["/", "Mod+F"],
  available: withPlan,
  run: ({ dialogs }) => dialogs.show({ kind: "search" }),
};

/** Selects what was found and brings it into sight; what the view leaves out is told, and shown if the user wants. */
export async function goTo(
  milepost: Milepost,
  { target, span }: Pick<Hit, "target" | "span">,
): Promise<void> {
  const { dialogs, screen } = milepost;
  if (target.entity === "need") return await goToNeed(milepost, target.id);
  if (target.entity === "feedback") {
    screen.current = "feedback";
    return await milepost.inbox.reveal(target.id);
  }
  if (target.entity === "customer") return dialogs.show({ kind: "customers", at: target.id });
  if (target.entity === "goal") return dialogs.show({ kind: "goals", at: target.id });
  if (target.entity === "budget_line") return dialogs.show({ kind: "budget-lines", at: target.id });
  if (target.entity === "item") return await goToItem(milepost, target.id);
  if (span) await milepost.attempt(() => goToMilestone(milepost, target.id, span.first));
}

import type { Milepost } from "../milepost.svelte";
import { type Action, editable } from "./action";
import { sayOf } from "./seen";

/**
 * The order of lanes belongs to the roadmap alone: elsewhere nobody would see it change. What is on its way to the file was
 * done after it.
 */
const takesLanesBack = ({ laneSteps, plan, screen }: Milepost): boolean =>
  screen.current === "roadmap" && !plan.saving && laneSteps.mayUndo;

/** What would be taken back; null while there is nothing, or it is not known yet. */
export const undoes = (milepost: Milepost): string | null =>
  takesLanesBack(milepost) ? "Move lane" : (milepost.plan.state?.undo ?? null);

export const undo: Action = {
  id: "undo",
  label: "Undo",
  keys: ["Mod+Z"],
  keepsPace: true,
  available: (milepost) => takesLanesBack(milepost) || (editable(milepost) && milepost.plan.mayUndo),
  async run(milepost) {
    if (takesLanesBack(milepost)) {
      milepost.laneSteps.undo();
      return milepost.notices.say("Undid: Move lane");
    }
    await milepost.attempt(() => sayOf(milepost, "Undid", () => milepost.plan.undo()));
  },
};

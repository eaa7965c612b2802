import type { Milepost } from "../milepost.svelte";
import { type Action, editable } from "./action";
import { sayOf } from "./seen";

const movesLanesAgain = ({ laneSteps, plan, screen }: Milepost): boolean =>
  screen.current === "roadmap" && !plan.saving && laneSteps.mayRedo;

/** What would be done again; null if there is nothing. */
export const redoes = (milepost: Milepost): string | null =>
  movesLanesAgain(milepost) ? "Move lane" : (milepost.plan.state?.redo ?? null);

export const redo: Action = {
  id: "redo",
  label: "Redo",
  keys: ["Mod+Shift+Z", "Mod+Y"],
  keepsPace: true,
  available: (milepost) =>
    movesLanesAgain(milepost) || (editable(milepost) && milepost.plan.state?.redo !== null),
  async run(milepost) {
    if (movesLanesAgain(milepost)) {
      milepost.laneSteps.redo();
      return milepost.notices.say("Redid: Move lane");
    }
    await milepost.attempt(() => sayOf(milepost, "Redid", () => milepost.plan.redo()));
  },
};

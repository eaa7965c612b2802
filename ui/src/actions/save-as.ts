import { copyKept } from "../state/kept-look";
import { type Action, withPlan } from "./action";
import { PLAN_FILES, withEnding } from "./plan-files";

/** Every change is saved when it is made; this goes on in a copy under another name. */
export const saveAs: Action = {
  id: "save-as",
  label: "Save as…",
  keys: ["Mod+S", "Mod+Shift+S"],
  available: withPlan,
  async run(milepost) {
    const suggested = milepost.plan.state?.path ?? "";
    const path = await milepost.desktop.chooseTarget("Save plan as", suggested, PLAN_FILES);
    if (path === null) return;
    await milepost.attempt(async () => {
      const before = milepost.plan.state?.path;
      const state = await milepost.backend.call("save_as", { path: withEnding(path) });
      // The copy is looked at as the plan was.
      if (before !== undefined) copyKept(before, state.path);
      milepost.plan.show(state);
      milepost.notices.tell(
        `Saved as ${milepost.plan.state?.file_name}. Changes go to that file from now on.`,
      );
    });
  },
};

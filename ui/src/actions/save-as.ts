import type { Milepost } from "../milepost.svelte";
import { refusalOf } from "../ports/backend";
import { copyKept } from "../state/kept-look";
import type { Notice } from "../state/notices.svelte";
import { type Action, withPlan } from "./action";
import { PLAN_FILES, withEnding } from "./plan-files";

/** Every change is saved when it is made; this goes on in a copy under another name. */
export const saveAs: Action = {
  id: "save-as",
  label: "Save as…",
  keys: ["Mod+S", "Mod+Shift+S"],
  available: withPlan,
  async run(milepost) {
    const { path: suggested = "", opening } = milepost.plan.state ?? {};
    const chosen = await milepost.desktop.chooseTarget("Save plan as", suggested, PLAN_FILES);
    if (chosen === null) return;
    if (milepost.plan.state?.opening !== opening) {
      milepost.notices.tell("Another plan was opened meanwhile, so nothing was saved under that name.");
      return;
    }
    const path = withEnding(chosen);
    // The system has asked about the name as it was typed, and about no other.
    await saveTo(milepost, path, path === chosen);
  },
};

/** What a message offers whose plan is not saved, or cannot be. */
export const saveAsOffer = (milepost: Milepost): NonNullable<Notice["action"]> => ({
  label: saveAs.label,
  run: () => void milepost.attempt(async () => await saveAs.run(milepost)),
});

/** Goes on in a copy at `path`. A file that is there and may not be replaced is asked about. */
export async function saveTo(milepost: Milepost, path: string, replace: boolean): Promise<void> {
  try {
    const before = milepost.plan.state?.path;
    const state = await milepost.backend.call("save_as", { path, replace });
    // The copy is looked at as the plan was.
    if (before !== undefined) copyKept(before, state.path);
    milepost.plan.show(state);
    // What the other file was the reason for is put right.
    milepost.notices.follow();
    milepost.notices.tell(`Saved as ${milepost.plan.state?.file_name}. Changes go to that file from now on.`);
  } catch (thrown) {
    if (refusalOf(thrown).error.code === "exists") milepost.dialogs.show({ kind: "replace-plan", path });
    else milepost.fail(thrown);
  }
}

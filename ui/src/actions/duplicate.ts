import { newId } from "../state/ids";
import { type Action, withItems } from "./action";
import { comeToAdded } from "./added";

export const duplicate: Action = {
  id: "duplicate",
  label: "Duplicate",
  keys: ["Mod+D"],
  ofSelected: true,
  once: true,
  available: withItems,
  async run(milepost) {
    const { selection, plan, notices } = milepost;
    const chosen = selection.chosen();
    await milepost.attempt(async () => {
      const ids = [...(await chosen)];
      const operation = { operation: "duplicate_items", ids, first_id: newId() } as const;
      const { label, added } = await plan.apply(operation);
      // What they hold is copied as well, and comes behind the copies of what is selected.
      if (await comeToAdded(milepost, added.slice(0, ids.length))) notices.say(`Done: ${label}`);
    });
  },
};

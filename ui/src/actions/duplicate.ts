import { newId } from "../state/ids";
import { type Action, withItems } from "./action";

export const duplicate: Action = {
  id: "duplicate",
  label: "Duplicate",
  keys: ["Mod+D"],
  available: withItems,
  async run(milepost) {
    const ids = [...milepost.selection.items];
    try {
      const operation = { operation: "duplicate_items", ids, first_id: newId() } as const;
      const patch = await milepost.plan.apply(operation);
      milepost.selection.select(patch.added);
    } catch (thrown) {
      milepost.fail(thrown);
    }
  },
};

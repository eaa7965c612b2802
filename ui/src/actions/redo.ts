import { type Action, editable } from "./action";

export const redo: Action = {
  id: "redo",
  label: "Redo",
  keys: ["Mod+Shift+Z", "Mod+Y"],
  available: (milepost) => editable(milepost) && milepost.plan.state?.redo !== null,
  async run(milepost) {
    await milepost.attempt(async () => {
      const patch = await milepost.plan.redo();
      if (patch) milepost.notices.say(`Redid: ${patch.label}`);
    });
  },
};

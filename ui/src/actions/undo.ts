import { type Action, editable } from "./action";

export const undo: Action = {
  id: "undo",
  label: "Undo",
  keys: ["Mod+Z"],
  available: (milepost) => editable(milepost) && milepost.plan.state?.undo !== null,
  async run(milepost) {
    await milepost.attempt(async () => {
      const patch = await milepost.plan.undo();
      if (patch) milepost.notices.say(`Undid: ${patch.label}`);
    });
  },
};

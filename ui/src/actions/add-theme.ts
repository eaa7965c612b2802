import { newId } from "../state/ids";
import { type Action, editable } from "./action";

export const addTheme: Action = {
  id: "add-theme",
  label: "Add theme",
  keys: [],
  available: editable,
  async run(milepost) {
    const theme = { id: newId(), name: "New theme", hue: null };
    if (await milepost.commit({ operation: "add_theme", theme })) milepost.dialogs.show({ kind: "themes" });
  },
};

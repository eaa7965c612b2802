import { type Action, editable } from "./action";

export const rename: Action = {
  id: "rename",
  label: "Rename",
  keys: ["F2"],
  available: (milepost) => editable(milepost) && milepost.selection.only !== null,
  run(milepost) {
    milepost.renaming = milepost.selection.only;
  },
};

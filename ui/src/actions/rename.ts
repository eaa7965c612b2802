import { type Action, editable } from "./action";
import { openAtTitle } from "./inspect";

export const rename: Action = {
  id: "rename",
  label: "Rename",
  keys: ["F2"],
  available: (milepost) =>
    editable(milepost) && (milepost.selection.only !== null || milepost.selection.milestone !== null),
  run(milepost) {
    // A milestone is a diamond on which nothing can be typed.
    if (milepost.selection.milestone !== null) openAtTitle(milepost);
    else milepost.renaming = milepost.selection.only;
  },
};

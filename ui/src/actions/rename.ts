import { type Action, editable } from "./action";
import { openAtTitle } from "./inspect";

export const rename: Action = {
  id: "rename",
  label: "Rename",
  keys: ["F2"],
  ofSelected: true,
  available: (milepost) =>
    editable(milepost) && (milepost.selection.only !== null || milepost.selection.milestone !== null),
  async run(milepost) {
    const { only, ready } = milepost.selection;
    // A milestone is a diamond on which nothing can be typed, and what waits in the tray has no bar.
    await milepost.keysAhead.during(async () => {
      if (only !== null && (await milepost.rename(only))) return true;
      await ready;
      return await openAtTitle(milepost, true);
    });
  },
};

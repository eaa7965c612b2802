import { placedAnewOf } from "../gestures/taken-along";
import { type Action, hasTimeline, withItems } from "./action";

export const unschedule: Action = {
  id: "unschedule",
  label: "Take off the timeline",
  keys: [],
  available: withItems,
  async run(milepost) {
    const taken = await milepost.selection.taken();
    const { ids, words } = placedAnewOf(taken.ids, taken.stays);
    const edit = { field: "schedule", value: { kind: "none" } } as const;
    if (!(await milepost.commit({ operation: "edit_items", ids, edit }, words))) return;
    if (hasTimeline(milepost)) milepost.view.trayOpen = true;
  },
};

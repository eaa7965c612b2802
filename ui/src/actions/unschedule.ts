import { type Action, hasTimeline, withItems } from "./action";

export const unschedule: Action = {
  id: "unschedule",
  label: "Take off the timeline",
  keys: [],
  available: withItems,
  async run(milepost) {
    const ids = [...milepost.selection.items];
    const edit = { field: "schedule", value: { kind: "none" } } as const;
    if (!(await milepost.commit({ operation: "edit_items", ids, edit }))) return;
    if (hasTimeline(milepost)) milepost.view.trayOpen = true;
  },
};

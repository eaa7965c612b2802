/** Lanes that are collapsed and expanded, as by a press on their names. */
import { isCollapsed, toggled } from "../state/collapsed";
import { type Action, withPlan } from "./action";
import { laneMeant } from "./select";

export const toggleLane: Action = {
  id: "toggle-lane",
  label: "Collapse or expand the lane of the selected item",
  menuLabel(milepost) {
    const lane = laneMeant(milepost);
    return lane && isCollapsed(milepost.view.settings.collapsed, lane)
      ? "Expand the lane"
      : "Collapse the lane";
  },
  keys: ["C"],
  available: (milepost) => withPlan(milepost) && laneMeant(milepost)?.by === "items",
  run(milepost) {
    const { view } = milepost;
    const lane = laneMeant(milepost);
    if (lane) view.change({ collapsed: toggled(view.settings.collapsed, lane) });
  },
};

export const expandLanes: Action = {
  id: "expand-lanes",
  label: "Expand all lanes",
  keys: [],
  available: (milepost) => withPlan(milepost) && milepost.view.settings.collapsed.length > 0,
  run: ({ view }) => view.change({ collapsed: [] }),
};

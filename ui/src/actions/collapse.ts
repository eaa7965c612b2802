/** Lanes that are collapsed and expanded, as by a press on their names. */
import { toggled } from "../state/collapsed";
import { type Action, withChart, withPlan } from "./action";

export const toggleLane: Action = {
  id: "toggle-lane",
  label: "Collapse or expand the lane of the selected item",
  keys: ["C"],
  available: (milepost) => withChart(milepost) && milepost.selection.items.size > 0,
  run({ chart, selection, view }) {
    const bar = [...selection.items].flatMap((id) => chart?.item(id)?.bounds ?? [])[0];
    const lane = bar && chart?.laneAt(bar.y)?.lane;
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

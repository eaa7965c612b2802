/** Lanes that are collapsed and expanded, as by a press on their names. */
import type { LaneKey } from "../bindings/LaneKey";
import type { Milepost } from "../milepost.svelte";
import { folds, isCollapsed, toggled } from "../state/collapsed";
import { type Action, withPlan } from "./action";
import { laneMeant } from "./select";

export const toggleLane: Action = {
  id: "toggle-lane",
  label: "Collapse or expand the lane of the selected item",
  menuLabel(milepost) {
    const lane = laneMeant(milepost);
    return lane && isCollapsed(milepost.view.settings, lane) ? "Expand the lane" : "Collapse the lane";
  },
  keys: ["C"],
  ofSelected: true,
  available: (milepost) => withPlan(milepost) && folds(laneMeant(milepost)),
  run(milepost) {
    const { view } = milepost;
    const lane = laneMeant(milepost);
    if (lane) view.change(toggled(view.settings, lane));
  },
};

export const expandLanes: Action = {
  id: "expand-lanes",
  label: "Expand all lanes",
  keys: [],
  available: (milepost) => withPlan(milepost) && foldable(milepost).some(isFolded(milepost)),
  run(milepost) {
    if (milepost.onBudget) milepost.view.change({ unfolded: linesOf(milepost) });
    else milepost.view.change({ collapsed: [] });
  },
};

const linesOf = ({ lists }: Milepost): string[] => lists.budgetLines.map(({ id }) => id);

/** The lanes that the view may have collapsed. */
const foldable = (milepost: Milepost): LaneKey[] =>
  milepost.onBudget
    ? linesOf(milepost).map((line) => ({ by: "line", line }))
    : milepost.view.settings.collapsed.map((values) => ({ by: "items", values }));

const isFolded =
  ({ view }: Milepost) =>
  (lane: LaneKey): boolean =>
    isCollapsed(view.settings, lane);

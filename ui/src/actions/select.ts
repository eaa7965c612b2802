/** Choosing many at once: the keyboard's twins of the rectangle and of clicks with Ctrl. */
import type { LaneKey } from "../bindings/LaneKey";
import type { Milepost } from "../milepost.svelte";
import { type Action, withPlan } from "./action";

const canChoose = (milepost: Milepost): boolean => withPlan(milepost) && milepost.chart !== null;

/** Selects all that stands on the timeline, or on one lane, in sight or not. */
async function selectShown({ backend, chart, selection, view }: Milepost, lane: LaneKey | null) {
  if (!chart) return;
  const query = { view: view.settings, scale: chart.scale };
  await selection.selectComing(backend.call("shown", { chart: query, lane }));
}

export const selectAll: Action = {
  id: "select-all",
  label: "Select all",
  keys: ["Mod+A"],
  available: canChoose,
  run: (milepost) => selectShown(milepost, null),
};

/**
 * The lane that is meant: where a menu was opened, else the one whose name was focused last, else that of what is selected
 * and near, first of what has the focus.
 */
export function laneMeant({ chart, table, selection, spot }: Milepost): LaneKey | null {
  if (spot) return spot.lane;
  if (selection.lane) return selection.lane;
  for (const id of selection.led) {
    const bar = table ? undefined : chart?.item(id)?.bounds;
    const lane = table ? table.laneOf(id) : bar && chart?.laneAt(bar.y)?.lane;
    if (lane) return lane;
  }
  return null;
}

export const selectLane: Action = {
  id: "select-lane",
  label: "Select all in the lane",
  keys: ["Mod+Shift+A"],
  ofSelected: true,
  available: (milepost) => canChoose(milepost) && (laneMeant(milepost)?.by ?? "milestones") !== "milestones",
  run: (milepost) => selectShown(milepost, laneMeant(milepost)),
};

export const selectChain: Action = {
  id: "select-chain",
  label: "Select what it waits for and what waits for it",
  menuLabel: () => "Select its chain",
  keys: ["Mod+Shift+C"],
  ofSelected: true,
  available: ({ selection }) => {
    const { chain } = selection;
    return chain !== null && chain.before.length + chain.after.length > 0;
  },
  run({ selection }) {
    const { chain, only } = selection;
    if (chain && only !== null) selection.select([only, ...chain.before, ...chain.after]);
  },
};

export const toggleFocused: Action = {
  id: "toggle-focused",
  label: "Select or deselect the focused bar",
  keys: ["Mod+Space"],
  available: ({ chart }) => chart?.mirror.focused?.entity === "item",
  run({ chart, selection }) {
    const focused = chart?.mirror.focused;
    if (focused?.entity === "item") selection.toggle(focused.id);
  },
};

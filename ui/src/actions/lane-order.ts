/** The order of lanes by hand: the twins of dragging their names up and down. */
import type { AspectValue } from "../bindings/AspectValue";
import type { LaneKey } from "../bindings/LaneKey";
import type { Milepost } from "../milepost.svelte";
import { type Side, type Values, neighbour, orderWith } from "../state/lane-order";
import { type Action, withPlan } from "./action";
import { laneMeant } from "./select";

/** The lane that is meant, if it stands for something, so that it has a place among others. */
function movable(milepost: Milepost): (LaneKey & { by: "items" }) | null {
  const lane = laneMeant(milepost);
  return lane?.by === "items" && lane.values.length > 0 ? lane : null;
}

/** All lanes that stand for something, from the top. */
async function lanesOf({ backend, chart, view }: Milepost): Promise<Values[]> {
  const scale = chart?.scale ?? view.scale;
  const lanes = await backend.call("lanes", { view: view.settings, scale });
  return lanes.flatMap(({ lane }) => (lane.by === "items" ? [lane.values] : []));
}

/** Puts a lane before or after another one. */
export async function placeLane(
  milepost: Milepost,
  moved: AspectValue[],
  side: Side,
  beside: Values,
): Promise<void> {
  const lanes = await lanesOf(milepost);
  const { view } = milepost;
  view.change({ lane_order: orderWith(lanes, view.settings.lane_order, moved, side, beside) });
}

const move = (id: string, label: string, direction: -1 | 1): Action => ({
  id,
  label,
  keys: [],
  available: (milepost) => withPlan(milepost) && movable(milepost) !== null,
  async run(milepost) {
    const lane = movable(milepost);
    const lanes = lane ? await lanesOf(milepost) : [];
    const beside = lane && neighbour(lanes, lane.values, direction);
    if (!lane || !beside) return;
    const { view, notices } = milepost;
    const side = direction < 0 ? "before" : "after";
    view.change({ lane_order: orderWith(lanes, view.settings.lane_order, lane.values, side, beside) });
    notices.say(direction < 0 ? "The lane went up." : "The lane went down.");
  },
});

export const moveLaneUp = move("move-lane-up", "Move lane up", -1);
export const moveLaneDown = move("move-lane-down", "Move lane down", 1);

export const usualLaneOrder: Action = {
  id: "usual-lane-order",
  label: "Usual order of lanes",
  keys: [],
  available: (milepost) => withPlan(milepost) && milepost.view.settings.lane_order.length > 0,
  run: ({ view }) => view.change({ lane_order: [] }),
};

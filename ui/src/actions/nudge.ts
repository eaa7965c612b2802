import type { Edge } from "../bindings/Edge";
import type { Chart } from "../chart/chart";
import { type Area, areaOf, intersection } from "../chart/geometry";
import { movedTo, placedOn } from "../gestures/lanes";
import { movedOf, placedOf, resizedOf } from "../gestures/taken-along";
import type { Milepost } from "../milepost.svelte";
import { numberOf } from "../state/days";
import { type Action, onFeatures, withChart, withItems } from "./action";
import { commitHeld } from "./held";
import { moveMilestone, withMilestone } from "./move-milestone";

/** Points of a bar that are enough to be seen of it. */
const LEAST = 24;

/** The keyboard's twin of dragging: by a day, or a week where days are too fine to see. */
const unit = ({ view }: Milepost): number => (["day", "week"].includes(view.level) ? 1 : 7);

const move = (id: string, label: string, key: string, direction: -1 | 1): Action => ({
  id,
  label,
  keys: [`Alt+${key}`],
  ofSelected: true,
  keepsPace: true,
  available: (milepost) => withItems(milepost) || withMilestone(milepost),
  async run(milepost, again = false) {
    const days = direction * unit(milepost);
    if (withMilestone(milepost)) return await moveMilestone(milepost, days, again);
    const taken = await milepost.selection.taken();
    const { ids, words } = movedOf(taken.ids, taken.stays);
    if (await commitHeld(milepost, again, { operation: "move_items", ids, days, lane: [] }, words))
      await follow(milepost, ids);
  },
});

const resize = (id: string, label: string, key: string, edge: Edge, direction: -1 | 1): Action => ({
  id,
  label,
  keys: [`Alt+Shift+${key}`],
  ofSelected: true,
  keepsPace: true,
  available: withItems,
  async run(milepost, again = false) {
    const taken = await milepost.selection.taken();
    const { ids, words } = resizedOf(taken.ids, taken.stays);
    const days = direction * unit(milepost);
    if (await commitHeld(milepost, again, { operation: "resize_items", ids, edge, days }, words))
      await follow(milepost, ids);
  },
});

/** Nobody moves what they do not see: the first of what was moved comes into sight. */
async function follow(milepost: Milepost, [id]: readonly string[]): Promise<void> {
  const { backend, chart, view } = milepost;
  if (!chart || !withChart(milepost) || id === undefined) return;
  await milepost.attempt(async () => {
    const place = await backend.call("place", { chart: { view: view.settings, scale: chart.scale }, id });
    const bar = place && areaOf(place);
    if (bar && !isInSight(chart, bar)) chart.reveal(bar);
  });
}

/** Whether enough of a bar is seen, and not behind what floats over the timeline. */
function isInSight({ visible, covered }: Chart, bar: Area): boolean {
  const shown = intersection(bar, { ...visible, width: visible.width - covered });
  return shown !== null && shown.width >= Math.min(LEAST, bar.width);
}

/** Moves to the lane above or below, however far its ends are; what waits in a horizon starts today in a lane of days. */
const changeLane = (id: string, label: string, key: string, direction: -1 | 1): Action => ({
  id,
  label,
  keys: [`Alt+${key}`],
  ofSelected: true,
  keepsPace: true,
  available: (milepost) => withItems(milepost) && withChart(milepost) && onFeatures(milepost),
  async run(milepost, again = false) {
    const { selection, plan, notices } = milepost;
    const { ids, stays } = await selection.taken();
    const at = await laneOfFirst(milepost, ids);
    if (!at || !plan.state) return notices.say("What is selected stands in no lane.");
    const to = at.lanes[at.index + direction];
    const none = `No lane ${direction < 0 ? "above" : "below"} takes it.`;
    if (!to) return notices.say(none);
    const isUndated = at.lanes[at.index]?.by === "horizon";
    const placed = isUndated && placedOn(to, placedOf(at.item, ids, stays), numberOf(plan.state.today));
    const moved = isUndated ? placed && { operation: placed, words: null } : movedTo(to, ids, 0, stays);
    if (!moved) notices.say(none);
    else if (await commitHeld(milepost, again, moved.operation, moved.words)) await milepost.reveal(at.item);
  },
});

/** The first of some items that stands in a lane, and where that is among all lanes, near or far. */
async function laneOfFirst({ backend, chart, view }: Milepost, ids: readonly string[]) {
  if (!chart) return null;
  const query = { view: view.settings, scale: chart.scale };
  const lanes = await backend.call("lanes", query);
  for (const item of ids) {
    const y = (await backend.call("place", { chart: query, id: item }))?.[1];
    if (y === undefined) continue;
    const index = lanes.findIndex(({ top, height }) => y >= top && y < top + height);
    return { item, index, lanes: lanes.map(({ lane }) => lane) };
  }
  return null;
}

export const nudges: readonly Action[] = [
  move("move-earlier", "Move earlier", "ArrowLeft", -1),
  move("move-later", "Move later", "ArrowRight", 1),
  changeLane("lane-up", "Move to the lane above", "ArrowUp", -1),
  changeLane("lane-down", "Move to the lane below", "ArrowDown", 1),
  resize("end-earlier", "End earlier", "ArrowLeft", "end", -1),
  resize("end-later", "End later", "ArrowRight", "end", 1),
  resize("start-earlier", "Start earlier", "ArrowUp", "start", -1),
  resize("start-later", "Start later", "ArrowDown", "start", 1),
];

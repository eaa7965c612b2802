/** The order of lanes by hand: the twins of dragging their names up and down. */
import type { LaneKey } from "../bindings/LaneKey";
import type { Milepost } from "../milepost.svelte";
import { type Side, type Values, neighbour, orderWith } from "../state/lane-order";
import { type Action, editable, withPlan } from "./action";
import { tellReadOnly } from "./read-only";
import { laneMeant } from "./select";

/** A lane that has a place among others: by hand in the view, or that of its budget line in the plan. */
export type Movable = LaneKey & { by: "items" | "line" };

/** The lane, if it stands for something, so that it has a place among others. */
export const movable = (lane: LaneKey | null | undefined): Movable | null =>
  lane?.by === "line" || (lane?.by === "items" && lane.values.length > 0) ? lane : null;

/** All lanes that stand for something, from the top. */
async function lanesOf({ backend, chart, view }: Milepost): Promise<Values[]> {
  const scale = chart?.scale ?? view.scale;
  const lanes = await backend.call("lanes", { view: view.settings, scale });
  return lanes.flatMap(({ lane }) => (lane.by === "items" ? [lane.values] : []));
}

/** What was asked for last: what comes next finds the lanes as that leaves them. */
const last = new WeakMap<Milepost, Promise<void>>();

function inTurn(milepost: Milepost, work: () => Promise<void>): Promise<void> {
  const done = (last.get(milepost) ?? Promise.resolve()).then(work, work);
  last.set(milepost, done);
  return done;
}

/** Puts a lane before or after another one. */
export const placeLane = (milepost: Milepost, moved: Movable, side: Side, beside: Movable): Promise<void> =>
  inTurn(milepost, () => place(milepost, moved, side, beside));

async function place(milepost: Milepost, moved: Movable, side: Side, beside: Movable): Promise<void> {
  if (moved.by === "line" && beside.by === "line") return placeLine(milepost, moved.line, side, beside.line);
  if (moved.by === "line" || beside.by === "line") return;
  const lanes = await lanesOf(milepost);
  const { laneSteps, view } = milepost;
  laneSteps.put(orderWith(lanes, view.settings.lane_order, moved.values, side, beside.values));
}

/** Puts a budget line before or after another one, in the plan. */
async function placeLine(milepost: Milepost, id: string, side: Side, beside: string): Promise<void> {
  const others = milepost.lists.budgetLines.map((line) => line.id).filter((line) => line !== id);
  if (id === beside) return;
  if (!editable(milepost)) return tellReadOnly(milepost);
  const before = side === "before" ? beside : (others[others.indexOf(beside) + 1] ?? null);
  await milepost.commit({ operation: "reorder_budget_line", id, before });
  await milepost.plan.followed;
}

/** The budget line above or below. */
function lineBeside({ lists }: Milepost, line: string, direction: -1 | 1): Movable | null {
  const ids = lists.budgetLines.map(({ id }) => id);
  const beside = ids[ids.indexOf(line) + direction];
  return beside === undefined ? null : { by: "line", line: beside };
}

/** The lane above or below among those that it can change places with. */
async function laneBeside(milepost: Milepost, lane: Movable, direction: -1 | 1): Promise<Movable | null> {
  if (lane.by === "line") return lineBeside(milepost, lane.line, direction);
  const values = neighbour(await lanesOf(milepost), lane.values, direction);
  return values ? { by: "items", values: [...values] } : null;
}

async function moveBeside(milepost: Milepost, lane: Movable, direction: -1 | 1): Promise<void> {
  const beside = await laneBeside(milepost, lane, direction);
  if (beside) await place(milepost, lane, direction < 0 ? "before" : "after", beside);
}

const move = (id: string, label: string, direction: -1 | 1): Action => ({
  id,
  label,
  keys: [],
  keepsPace: true,
  available: (milepost) => {
    const lane = movable(laneMeant(milepost));
    return lane?.by === "line" ? editable(milepost) : withPlan(milepost) && lane !== null;
  },
  async run(milepost) {
    const lane = movable(laneMeant(milepost));
    if (lane) await inTurn(milepost, () => moveBeside(milepost, lane, direction));
  },
});

export const moveLaneUp = move("move-lane-up", "Move lane up", -1);
export const moveLaneDown = move("move-lane-down", "Move lane down", 1);

export const usualLaneOrder: Action = {
  id: "usual-lane-order",
  label: "Usual order of lanes",
  keys: [],
  available: (milepost) => withPlan(milepost) && milepost.view.settings.lane_order.length > 0,
  run: ({ laneSteps }) => laneSteps.put([]),
};

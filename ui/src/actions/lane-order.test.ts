import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { BudgetLine } from "../bindings/BudgetLine";
import type { LaneKey } from "../bindings/LaneKey";
import { fakeMilepost, patch } from "../screens/fakes";
import { actionNamed, perform } from ".";

const WAIT = 50;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const later = <T>(answer: () => T): Promise<T> =>
  new Promise((resolve) => setTimeout(() => resolve(answer()), WAIT));

it("goes on with each press from where the one before has put the lane", async () => {
  const laneOf = (theme: string): LaneKey => ({ by: "items", values: [{ field: "theme", value: theme }] });
  const { milepost } = fakeMilepost({
    lanes({ view }) {
      const order = view.lane_order.flatMap(([value]) => value?.value ?? []);
      const shown = order.length > 0 ? order : ["t1", "t2", "t3", "t4"];
      return later(() => shown.map((theme) => ({ lane: laneOf(theme) }) as never));
    },
  });
  const order = () => milepost.view.settings.lane_order.map(([value]) => value?.value);
  const press = (direction: "up" | "down", again = false) =>
    perform(milepost, actionNamed(`move-lane-${direction}`), again);
  milepost.selection.lane = laneOf("t1");
  press("down");
  press("down");
  // Whatever has the focus by the time that it is its turn.
  milepost.selection.lane = laneOf("t4");
  await vi.runAllTimersAsync();
  expect(order()).toEqual(["t2", "t3", "t1", "t4"]);
  // A key that is held goes no further than is seen.
  press("up");
  press("up", true);
  await vi.runAllTimersAsync();
  expect(order()).toEqual(["t2", "t3", "t4", "t1"]);
});

it("goes on with each press from where the one before has put the budget line", async () => {
  let ids = ["l1", "l2", "l3", "l4"];
  const { milepost } = fakeMilepost({
    budget_lines: () => later(() => ids.map((id) => ({ id }) as BudgetLine)),
    apply({ operation }) {
      if (operation.operation !== "reorder_budget_line") throw new Error(operation.operation);
      const { id, before } = operation;
      const others = ids.filter((each) => each !== id);
      const at = before === null ? others.length : others.indexOf(before);
      ids = [...others.slice(0, at), id, ...others.slice(at)];
      return later(() => ({ ...patch, touched: ["budget_line"] }));
    },
  });
  milepost.plan.enter({ ...patch, touched: ["budget_line"] });
  await vi.runAllTimersAsync();
  milepost.selection.lane = { by: "line", line: "l1" };
  perform(milepost, actionNamed("move-lane-down"));
  perform(milepost, actionNamed("move-lane-down"));
  await vi.runAllTimersAsync();
  expect(ids).toEqual(["l2", "l3", "l1", "l4"]);
});

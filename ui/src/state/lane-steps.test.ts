import { expect, it } from "vitest";

import { actionNamed, perform } from "../actions";
import { undoes } from "../actions/undo";
import { fakeMilepost, patch, planState, settle } from "../screens/fakes";

const order = (...themes: string[]) => themes.map((value) => [{ field: "theme" as const, value }]);

function begin() {
  const fake = fakeMilepost({
    apply: () => patch,
    undo: () => patch,
    redo: () => patch,
    tally: () => null as never,
  });
  const { milepost } = fake;
  milepost.plan.state = { ...planState, undo: "Edit theme", redo: null };
  const act = (id: string) => perform(milepost, actionNamed(id));
  const shown = () => milepost.view.settings.lane_order.map(([value]) => value?.value).join("");
  return { ...fake, act, shown };
}

it("takes the order of lanes back and does it again, step by step, before anything of the plan", () => {
  const { milepost, act, shown, asked } = begin();
  milepost.laneSteps.put(order("b", "a"));
  milepost.laneSteps.put(order("c", "b", "a"));
  milepost.laneSteps.put(order("c", "b", "a"));
  expect(undoes(milepost)).toBe("Move lane");
  const seen = ["undo", "undo", "redo", "redo", "undo"].map((id) => {
    act(id);
    return shown();
  });
  expect(seen).toEqual(["ba", "", "ba", "cba", "ba"]);
  expect(asked("undo")).toEqual([]);
  act("undo");
  expect(undoes(milepost)).toBe("Edit theme");
  act("undo");
  expect(asked("undo")).toHaveLength(1);
});

it("does so in a plan that can only be read, but not where nobody sees the lanes", () => {
  const { milepost } = begin();
  const available = () => actionNamed("undo").available(milepost);
  milepost.plan.state = { ...planState, read_only: true, undo: null };
  milepost.laneSteps.put(order("b", "a"));
  expect(available()).toBe(true);
  milepost.screen.current = "budget";
  expect(available()).toBe(false);
});

it("means the plan again once that has changed, or the lanes stand in an order that came otherwise", async () => {
  const { milepost } = begin();
  milepost.laneSteps.put(order("b", "a"));
  milepost.view.choose(null);
  expect(undoes(milepost)).toBe("Edit theme");
  milepost.laneSteps.put(order("b", "a"));
  // Another filter is no other order.
  milepost.view.filter({ text: "report" });
  expect(undoes(milepost)).toBe("Move lane");
  await milepost.commit({ operation: "delete_items", ids: ["i1"] });
  await settle();
  expect(milepost.laneSteps.mayUndo).toBe(false);
});

it("takes nothing back of other lanes than are shown, nor what was done before what is being saved", () => {
  const { milepost, act } = begin();
  milepost.laneSteps.put(order("b", "a"));
  act("undo");
  expect(milepost.notices.spoken?.text).toBe("Undid: Move lane");
  act("redo");
  milepost.view.change({ lanes_by: "owner" });
  expect(undoes(milepost)).toBe("Edit theme");
  milepost.view.change({ lanes_by: "theme" });
  expect(undoes(milepost)).toBe("Move lane");
  void milepost.commit({ operation: "delete_items", ids: ["i1"] });
  expect(undoes(milepost)).toBe("Edit theme");
});

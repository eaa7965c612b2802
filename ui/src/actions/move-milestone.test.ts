import { expect, it, vi } from "vitest";

import { fakeChart, thing } from "../chart/fake-chart";
import { fakeMilepost, patch, planState } from "../screens/fakes";
import { actionFor } from ".";

const milestone = { id: "m1", name: "Spring", day: "2027-04-23", note: "" };

it("moves the selected milestone by the zoom's unit, and nothing else", async () => {
  const { milepost, asked } = fakeMilepost({ apply: () => patch, item: () => Promise.reject(new Error()) });
  milepost.plan.state = { ...planState, milestones: [milestone] };
  const pressed = new KeyboardEvent("keydown", { key: "ArrowRight", altKey: true });
  expect(actionFor(milepost, pressed, false)).toBeUndefined();
  milepost.selection.selectMilestone("m1");
  const action = actionFor(milepost, pressed, false);
  await action?.run(milepost);
  const edit = { field: "day", value: "2027-04-30" };
  expect(asked("apply")).toEqual([{ operation: { operation: "edit_milestone", id: "m1", edit } }]);
});

it("counts every press of a key that is pressed faster than the plan follows", async () => {
  const { milepost, asked } = fakeMilepost({
    apply({ operation }) {
      const { state } = milepost.plan;
      const day = operation.operation === "edit_milestone" ? String(operation.edit.value) : "";
      return { ...patch, state: { ...state!, milestones: [{ ...milestone, day }] } };
    },
  });
  milepost.plan.state = { ...planState, milestones: [milestone] };
  milepost.selection.selectMilestone("m1");
  const pressed = new KeyboardEvent("keydown", { key: "ArrowRight", altKey: true });
  const action = actionFor(milepost, pressed, false);
  await Promise.all([1, 2, 3].map(() => action?.run(milepost)));
  expect(asked("apply").map(({ operation }) => "edit" in operation && operation.edit.value)).toEqual([
    "2027-04-30",
    "2027-05-07",
    "2027-05-14",
  ]);
});

/** Moves a milestone one week later, which then stands `near` what is in sight if it does, and tells what is brought into sight. */
async function moved(near: ReturnType<typeof thing> | null, settings = {}) {
  const { milepost } = fakeMilepost({ apply: () => patch });
  milepost.plan.state = { ...planState, milestones: [milestone] };
  const chart = fakeChart(near ? [near] : []);
  const reveal = vi.fn();
  milepost.chart = Object.assign(chart, { reveal });
  milepost.view.change(settings);
  milepost.selection.selectMilestone("m1");
  const pressed = new KeyboardEvent("keydown", { key: "ArrowRight", altKey: true });
  await actionFor(milepost, pressed, false)?.run(milepost);
  chart.body.remove();
  return reveal.mock.calls.map(([area]: unknown[]) => area);
}

it("keeps the milestone in sight, in whichever row it comes to stand", async () => {
  expect(await moved(thing("milestone", "m1", 1_010, 30))).toEqual([
    { x: 1_010, y: 30, width: 14, height: 14 },
  ]);
  // Far from what was in sight nothing is known but its day.
  expect(await moved(null)).toEqual([{ x: 209_378, y: 0, width: 14, height: 26 }]);
});

it("scrolls nowhere in a view that shows no milestones", async () => {
  expect(await moved(null, { show_milestones: false })).toEqual([]);
  expect(await moved(null, { arrangement: "table" })).toEqual([]);
});

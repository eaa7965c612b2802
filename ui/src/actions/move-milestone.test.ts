import { expect, it } from "vitest";

import { fakeMilepost, patch, planState } from "../screens/fakes";
import { actionFor } from ".";

it("moves the selected milestone by the zoom's unit, and nothing else", async () => {
  const { milepost, asked } = fakeMilepost({ apply: () => patch, item: () => Promise.reject(new Error()) });
  const milestone = { id: "m1", name: "Spring", day: "2027-04-23", note: "" };
  milepost.plan.state = { ...planState, milestones: [milestone] };
  const pressed = new KeyboardEvent("keydown", { key: "ArrowRight", altKey: true });
  expect(actionFor(milepost, pressed, false)).toBeUndefined();
  milepost.selection.selectMilestone("m1");
  const action = actionFor(milepost, pressed, false);
  await action?.run(milepost);
  const edit = { field: "day", value: "2027-04-30" };
  expect(asked("apply")).toEqual([{ operation: { operation: "edit_milestone", id: "m1", edit } }]);
});

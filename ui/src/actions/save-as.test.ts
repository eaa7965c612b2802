import { afterEach, beforeEach, expect, it } from "vitest";

import Dialogs from "../screens/Dialogs.svelte";
import { fakeMilepost, planState, refusal, settle, show } from "../screens/fakes";
import { keepLook, readLook } from "../state/kept-look";
import { usualView } from "../state/look";
import { actionNamed } from "./index";

let shown: ReturnType<typeof show> | null = null;
beforeEach(() => localStorage.clear());
afterEach(async () => {
  await shown?.leave();
  shown = null;
});

/** Saves under a name that somebody has typed, where another plan is. */
async function saved(typed: string) {
  const fake = fakeMilepost(
    {
      save_as({ path, replace }) {
        if (!replace) throw refusal("exists", "It exists already.");
        return { ...planState, path };
      },
    },
    { chooseTarget: () => Promise.resolve(typed) },
  );
  shown = show(Dialogs, { milepost: fake.milepost });
  await actionNamed("save-as").run(fake.milepost);
  await settle();
  return { ...fake, shown };
}

it("looks at a copy as at the plan that it was saved from", async () => {
  const look = { settings: { ...usualView, lanes_by: null }, chosen: null };
  keepLook(planState.path, look);
  await saved("/plans/copy.milepost");
  expect(readLook("/plans/copy.milepost")).toEqual(look);
});

it("saves no other plan under the name that was asked for this one", async () => {
  const chooseTarget = () => {
    milepost.plan.show({ ...planState, path: "/plans/other.milepost", opening: 2 });
    return Promise.resolve("/plans/q3.milepost");
  };
  const { milepost, asked } = fakeMilepost({}, { chooseTarget });
  await actionNamed("save-as").run(milepost);
  expect(asked("save_as")).toEqual([]);
  expect(milepost.notices.notices[0]?.message).toContain("nothing was saved");
});

it("replaces what the system has asked about", async () => {
  const { asked, milepost } = await saved("/plans/q3.milepost");
  expect(asked("save_as")).toEqual([{ path: "/plans/q3.milepost", replace: true }]);
  expect(milepost.dialogs.open).toBeNull();
});

it("asks before it replaces a plan whose ending was not typed", async () => {
  const { asked, milepost, shown } = await saved("/plans/q3");
  expect(asked("save_as")).toEqual([{ path: "/plans/q3.milepost", replace: false }]);
  expect(shown.text()).toContain("“q3.milepost” is there already.");
  await shown.click("[data-action=plan-replace]");
  expect(asked("save_as")[1]).toEqual({ path: "/plans/q3.milepost", replace: true });
  expect(milepost.plan.state?.path).toBe("/plans/q3.milepost");
});

it("goes on in the plan as before if the other one is kept", async () => {
  const { asked, milepost, shown } = await saved("/plans/q3");
  await shown.click("[data-action=plan-keep]");
  expect(asked("save_as")).toHaveLength(1);
  expect(milepost.plan.state?.path).toBe(planState.path);
});

import { afterEach, expect, it, vi } from "vitest";

import { fakeMilepost, itemDetail, patch, settle, show } from "../screens/fakes";
import Inspector from "../screens/roadmap/Inspector.svelte";

let shown: ReturnType<typeof show> | undefined;
afterEach(() => shown?.leave());

it("is followed by all others where one of them fails to, which is told", async () => {
  const { milepost } = fakeMilepost({ apply: () => patch });
  const fail = vi.spyOn(milepost, "fail");
  const thrown = new Error("no");
  let follow = () => {};
  let isFollowed = false;
  milepost.plan.onChange(() => Promise.reject(thrown));
  milepost.plan.onChange(() => new Promise<void>((resolve) => (follow = resolve)));
  milepost.plan.enter(patch);
  void milepost.plan.followed.then(() => (isFollowed = true));
  await settle();
  expect([isFollowed, fail.mock.calls]).toEqual([false, [[thrown]]]);
  follow();
  await settle();
  expect(isFollowed).toBe(true);
});

it("is changed by fields again where something has failed to follow", async () => {
  const { milepost, asked } = fakeMilepost({ apply: () => patch, item: () => itemDetail });
  milepost.plan.onChange(() => Promise.reject(new Error("no")));
  milepost.selection.select(["i1"]);
  await settle();
  shown = show(Inspector, { milepost });
  const now = [...document.querySelectorAll<HTMLButtonElement>(".when button")].find(
    ({ textContent }) => textContent.trim() === "Now",
  )!;
  for (let times = 1; times <= 2; times++) {
    now.click();
    await settle();
    await settle();
    await shown.type("[data-field=owner]", "Bo");
    await settle();
    expect(asked("apply")).toHaveLength(2 * times);
  }
});

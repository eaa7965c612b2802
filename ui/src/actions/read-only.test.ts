import { expect, it, vi } from "vitest";

import { fakeMilepost, planState, settle } from "../screens/fakes";
import { isForEditable } from ".";
import { placeLane } from "./lane-order";
import { tellReadOnly } from "./read-only";

function begin() {
  const chooseTarget = vi.fn(() => Promise.resolve(null));
  const fake = fakeMilepost({}, { chooseTarget });
  fake.milepost.plan.state = { ...planState, read_only: true };
  return { ...fake, chooseTarget };
}

it("says once that nothing can be changed, and offers a copy", async () => {
  const { milepost, chooseTarget } = begin();
  tellReadOnly(milepost);
  tellReadOnly(milepost);
  const [notice, ...others] = milepost.notices.notices;
  expect([notice?.message, others]).toEqual(["This plan can only be read. A copy of it can be changed.", []]);
  notice?.action?.run();
  await settle();
  expect(chooseTarget).toHaveBeenCalledTimes(1);
});

it("is said to who drags a budget line among the others", async () => {
  const { milepost, asked } = begin();
  const line = (id: string) => ({ by: "line", line: id }) as const;
  await placeLane(milepost, line("l1"), "after", line("l2"));
  expect([milepost.notices.notices.length, asked("apply")]).toEqual([1, []]);
});

it("is what a key stands for that would change something, and none that does not", () => {
  const { milepost } = begin();
  const asks = (key: string, held: KeyboardEventInit = {}) =>
    isForEditable(milepost, new KeyboardEvent("keydown", { key, ...held }), false);
  const later = () => asks("ArrowRight", { altKey: true });
  expect(later()).toBe(false);
  milepost.selection.select(["i1"]);
  expect([later(), asks("Delete"), asks("n"), asks("d", { ctrlKey: true })]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([asks("a", { ctrlKey: true }), asks("e", { ctrlKey: true }), asks("x")]).toEqual([
    false,
    false,
    false,
  ]);
  milepost.plan.state = planState;
  expect(later()).toBe(false);
});

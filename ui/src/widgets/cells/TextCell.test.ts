import { afterEach, expect, it, vi } from "vitest";

import { settle, show } from "../../screens/fakes";
import TextCell from "./TextCell.svelte";

let shown: ReturnType<typeof show>;
afterEach(() => shown.leave());

function edit(value: string, begun: boolean) {
  const [save, onleave] = [vi.fn((_: string) => null), vi.fn()];
  shown = show(TextCell, { label: "Statement", value, begun, isNumber: false, save, onleave });
  return { save, onleave };
}

it("does nothing with a text that nobody has typed", async () => {
  const { save, onleave } = edit("Reports", false);
  await shown.press("[data-field=cell]", "Enter");
  expect([save.mock.calls, onleave.mock.calls.length]).toEqual([[], 1]);
});

it("takes a text that one key has begun, by leaving it or by going", async () => {
  const { save } = edit("7", true);
  await shown.leave();
  await settle();
  expect(save.mock.calls).toEqual([["7"]]);
});

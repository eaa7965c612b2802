import { afterEach, beforeEach, expect, it } from "vitest";

import type { Patch } from "../bindings/Patch";
import { fakeChart, thing } from "../chart/fake-chart";
import type { Milepost } from "../milepost.svelte";
import { fakeMilepost, patch, planState } from "../screens/fakes";
import { actionNamed } from ".";

let milepost: Milepost;
let undone: Patch;
beforeEach(() => {
  undone = { ...patch, label: "Change theme", changed: ["a"] };
  ({ milepost } = fakeMilepost({ undo: () => undone, redo: () => undone }));
  milepost.plan.state = { ...planState, undo: "Change theme", redo: "Change theme" };
  milepost.chart = fakeChart([thing("item", "a", 300, 40), thing("item", "far", 3_000, 40)]);
});
afterEach(() => milepost.chart?.body.remove());

async function told(id: "undo" | "redo" = "undo"): Promise<string[]> {
  await actionNamed(id).run(milepost);
  expect(milepost.notices.spoken?.text).toMatch(/^(Undid|Redid): Change theme/);
  return milepost.notices.notices.map(({ message }) => message);
}

it("leaves it to the change itself to be seen, where that is in sight before it or after", async () => {
  expect(await told()).toEqual([]);
  undone = { ...undone, changed: [], removed: ["new"] };
  const chart = milepost.chart!;
  const before = chart.items();
  chart.items = () => [...before, thing("item", "new", 10, 10)];
  chart.painted = () => Promise.resolve(void (chart.items = () => before));
  expect(await told()).toEqual([]);
  undone = { ...undone, removed: [], added: ["new"] };
  chart.painted = () => Promise.resolve(void (chart.items = () => [thing("item", "new", 10, 10)]));
  expect(await told()).toEqual([]);
  // Of a milestone it is not known where it stands.
  undone = { ...undone, added: [], touched: ["milestone"] };
  expect(await told("redo")).toEqual([]);
});

it("tells what is taken back or done again out of sight", async () => {
  undone = { ...undone, changed: ["far"] };
  expect(await told()).toEqual(["Undid: Change theme."]);
  expect(await told("redo")).toContain("Redid: Change theme.");
});

it("tells what is of another screen", async () => {
  milepost.screen.current = "needs";
  expect(await told()).toEqual(["Undid: Change theme."]);
  milepost.notices.close(milepost.notices.notices[0]!.id);
  undone = { ...undone, touched: ["need", "item"] };
  expect(await told()).toEqual([]);
});

import { afterEach, beforeEach, expect, it } from "vitest";

import type { ItemId } from "../bindings/ItemId";
import { fakeChart } from "../chart/fake-chart";
import { fakeMilepost, itemDetail, patch, settle } from "../screens/fakes";
import { actionNamed, perform } from ".";

let give: (ids: ItemId[]) => void;

const begin = () => {
  const fake = fakeMilepost({
    item: ({ id }) => ({ ...itemDetail, item: { ...itemDetail.item, id } }),
    shown: () => new Promise<ItemId[]>((done) => (give = done)),
    needs_between: () => new Promise<ItemId[]>((done) => (give = done)),
    need: () => ({}) as never,
    apply: () => patch,
  });
  fake.milepost.chart = fakeChart([]);
  return fake;
};
let fake: ReturnType<typeof begin>;
beforeEach(() => void (fake = begin()));
afterEach(() => fake.milepost.chart?.body.remove());

it("selects all, unless something else has been selected meanwhile", async () => {
  const { milepost } = fake;
  const { selection } = milepost;
  selection.select(["a"]);
  perform(milepost, actionNamed("select-all"));
  give(["a", "b", "c"]);
  await settle();
  expect([...selection.items]).toEqual(["a", "b", "c"]);
  for (const choose of [() => selection.select(["a"]), () => selection.clear()]) {
    perform(milepost, actionNamed("select-all"));
    choose();
    const { items } = selection;
    give(["a", "b", "c"]);
    await settle();
    expect(selection.items).toBe(items);
  }
});

it.each([
  { action: "delete", operation: { operation: "delete_items", ids: ["a", "b"] } },
  { action: "move-later", operation: { operation: "move_items", ids: ["a", "b"] } },
  { action: "duplicate", operation: { operation: "duplicate_items", ids: ["a", "b"] } },
])("lets $action mean all that is about to be selected", async ({ action, operation }) => {
  const { milepost, asked } = fake;
  milepost.selection.select(["b"]);
  perform(milepost, actionNamed("select-all"));
  perform(milepost, actionNamed(action));
  give(["a", "b"]);
  await settle();
  expect(asked("apply")).toMatchObject([{ operation }]);
});

it("selects all needs, unless something else has been selected meanwhile", async () => {
  const { milepost } = fake;
  milepost.screen.current = "needs";
  perform(milepost, actionNamed("select-all-needs"));
  milepost.needs.select(["n1"]);
  give(["n1", "n2"]);
  await settle();
  expect([...milepost.needs.selected]).toEqual(["n1"]);
});

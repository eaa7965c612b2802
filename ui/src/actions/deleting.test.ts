import { expect, it } from "vitest";

import type { Patch } from "../bindings/Patch";
import { actualEntry, cell, costEntry } from "../screens/budget/fake-budget";
import { type Answers, fakeMilepost, itemDetail, patch, settle } from "../screens/fakes";
import { detailOf } from "../screens/needs/fake-needs";
import { actionNamed, perform } from ".";

/** The program with a plan whose changes wait until `answer` says what became of them. */
function begin(answers: Answers) {
  let resolve: (answer: Patch) => void = () => {};
  const fake = fakeMilepost({
    item: ({ id }) => ({ ...itemDetail, item: { ...itemDetail.item, id } }),
    need: ({ id }) => detailOf({ id }),
    apply: () => new Promise<Patch>((done) => (resolve = done)),
    ...answers,
  });
  const { milepost } = fake;
  return {
    milepost,
    async remove(action: string): Promise<void> {
      await settle();
      perform(milepost, actionNamed(action));
      await settle();
    },
    async answer(change: Partial<Patch>): Promise<void> {
      resolve({ ...patch, ...change });
      await settle();
      expect(milepost.notices.notices).toHaveLength(1);
    },
  };
}

it("lets go of items that it deletes, and of nothing that was selected since", async () => {
  const { milepost, remove, answer } = begin({});
  const { selection } = milepost;
  selection.select(["a"]);
  await remove("delete");
  selection.select(["b"]);
  await answer({ removed: ["a"] });
  expect([...selection.items]).toEqual(["b"]);
  await remove("delete");
  await answer({ removed: ["b"] });
  expect([selection.items.size, selection.detail, selection.dependency]).toEqual([0, null, null]);
});

it("lets go of needs that it deletes, and of nothing that was selected since", async () => {
  const { milepost, remove, answer } = begin({});
  milepost.screen.current = "needs";
  milepost.needs.select(["n1"]);
  await remove("delete-needs");
  milepost.needs.select(["n2"]);
  await answer({ removed_needs: ["n1"] });
  expect([...milepost.needs.selected]).toEqual(["n2"]);
  await remove("delete-needs");
  await answer({ removed_needs: ["n2"] });
  expect([milepost.needs.selected.size, milepost.needs.detail]).toEqual([0, null]);
});

it("lets go of costs that it deletes, and of nothing that was selected since", async () => {
  const costs = ["k1", "k2"].map((id) => ({ ...costEntry, cost: { ...costEntry.cost, id } }));
  const { milepost, remove, answer } = begin({
    cost_list: ({ place_of }) => ({
      total: 2,
      rows: costs,
      sums: cell,
      place: ["k1", "k2"].indexOf(place_of ?? ""),
    }),
    cost: ({ id }) => costs.find(({ cost }) => cost.id === id) ?? costEntry,
    actual: () => actualEntry,
  });
  const { entries } = milepost;
  milepost.screen.current = "budget";
  milepost.budget.part = "entries";
  await entries.open();
  await entries.selectAt(0);
  await remove("delete-entries");
  await entries.selectAt(1);
  await answer({ touched: ["cost"] });
  expect([...entries.ids]).toEqual(["k2"]);
  await remove("delete-entries");
  await answer({ touched: ["cost"] });
  expect(entries.ids.size).toBe(0);
});

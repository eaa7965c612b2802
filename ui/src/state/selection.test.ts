import { expect, it } from "vitest";

import type { ErrorCode } from "../bindings/ErrorCode";
import { fakeMilepost, itemDetail, otherPlan, patch, planState, refusal, settle } from "../screens/fakes";

const other = { ...itemDetail, item: { ...itemDetail.item, id: "i2" } };

/** Selects one item after another; the second cannot be had. */
async function selectAfter(code: ErrorCode) {
  const { milepost } = fakeMilepost({
    item({ id }) {
      if (id === "i1") throw refusal(code, "It cannot be had.");
      return other;
    },
  });
  const { selection, notices } = milepost;
  selection.select(["i2"]);
  await settle();
  expect(selection.detail).toBe(other);
  selection.select(["i1"]);
  await settle();
  return { selection, notices };
}

it("lets an item that is gone fall out of the selection without a word", async () => {
  const { selection, notices } = await selectAfter("rule");
  expect(selection.items.size).toBe(0);
  expect(selection.detail).toBeNull();
  expect(notices.notices).toEqual([]);
});

it("tells any other failure and keeps the selection, without the details of another item", async () => {
  const { selection, notices } = await selectAfter("file");
  expect([...selection.items]).toEqual(["i1"]);
  expect(selection.detail).toBeNull();
  expect(notices.notices).toMatchObject([{ message: "It cannot be had." }]);
});

it("keeps the details that are shown when they cannot be fetched anew", async () => {
  let broken = false;
  const { milepost } = fakeMilepost({
    item() {
      if (broken) throw refusal("defect", "It cannot be had.");
      return itemDetail;
    },
  });
  const { selection, notices } = milepost;
  selection.select(["i1"]);
  await settle();
  broken = true;
  await selection.refresh();
  expect(selection.detail).toBe(itemDetail);
  expect(notices.notices).toHaveLength(1);
});

it("lets go of all that a change has taken away, however much that is", () => {
  const { milepost } = fakeMilepost({});
  const { selection } = milepost;
  const gone = Array.from({ length: 150 }, (_, number) => `n${number}`);
  selection.select([...gone, "i1", "i2"]);
  selection.follow({ ...patch, removed: gone });
  expect([...selection.items]).toEqual(["i1", "i2"]);
});

it("lets go of a milestone that a change has taken away", () => {
  const { selection } = fakeMilepost({}).milepost;
  const milestones = [{ id: "m1", name: "Launch", day: "2027-03-01", note: "" }];
  selection.selectMilestone("m1");
  selection.follow({ ...patch, state: { ...patch.state, milestones } });
  expect(selection.milestone).toBe("m1");
  selection.follow(patch);
  expect(selection.milestone).toBeNull();
});

it("lets go of needs that a change has taken away, on the roadmap and in their table", () => {
  const { milepost } = fakeMilepost({});
  const { needs, selection } = milepost;
  milepost.selectNeed("n1");
  milepost.plan.enter({ ...patch, removed_needs: ["n2"] });
  expect([selection.need, needs.only]).toEqual(["n1", "n1"]);
  milepost.plan.enter({ ...patch, state: { ...patch.state, revision: 3 }, removed_needs: ["n1"] });
  expect([selection.need, needs.only]).toEqual([null, null]);

  needs.select(["n1", "n2", "n3"]);
  milepost.plan.enter({ ...patch, state: { ...patch.state, revision: 4 }, removed_needs: ["n2", "n3"] });
  expect([...needs.selected]).toEqual(["n1"]);
});

it("knows no lane of the plan that was open before", () => {
  const { milepost } = fakeMilepost({});
  milepost.selection.lane = { by: "items", values: [{ field: "theme", value: "t1" }] };
  milepost.plan.show(otherPlan);
  expect(milepost.selection.lane).toBeNull();
});

it("selects again what went out of the plan while it was selected, once that comes back", async () => {
  const milestone = { id: "m", name: "Beta", day: "2027-01-01", note: "" };
  const { selection } = fakeMilepost({ item: () => itemDetail }).milepost;
  const held = { ...planState, milestones: [milestone] };
  selection.select(["i1"]);
  selection.follow({ ...patch, removed: ["i1", "story"] });
  expect([...selection.items]).toEqual([]);
  selection.select(["i2"]);
  selection.follow({ ...patch, added: ["i1", "story"] });
  expect([...selection.items]).toEqual(["i1"]);
  selection.selectMilestone("m");
  selection.follow(patch);
  expect(selection.milestone).toBeNull();
  selection.follow({ ...patch, state: held });
  expect([selection.milestone, selection.items.size]).toEqual(["m", 0]);
  selection.select(["i2"]);
  selection.follow({ ...patch, state: held, added: ["i1"] });
  expect([...selection.items]).toEqual(["i2"]);
  await settle();
});

it("lets go of the dependency along with the item that waits, and of what several could not do", async () => {
  const dependency = {
    id: "d1",
    predecessor: "i1",
    successor: "i2",
    kind: "finish_to_start",
    lag_days: 0,
  } as const;
  const related = (id: string) => ({ ...itemDetail.item, id });
  const { milepost } = fakeMilepost({
    stays: () => ({ undated: ["i1"], spanning: [] }),
    dependency: () => ({
      dependency,
      predecessor: related("i1"),
      successor: related("i2"),
      conflict: false,
    }),
  });
  const { selection } = milepost;
  selection.select(["i1", "i2"]);
  await selection.ready;
  await selection.follow({ ...patch, removed: ["i1", "i2"] });
  expect(selection.stays).toBeNull();
  await selection.selectDependency("d1");
  await selection.follow({ ...patch, removed: ["i2"] });
  expect(selection.dependency).toBeNull();
});

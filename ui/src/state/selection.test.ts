import { expect, it } from "vitest";

import type { ErrorCode } from "../bindings/ErrorCode";
import { fakeMilepost, itemDetail, patch, planState, refusal, settle } from "../screens/fakes";

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

it("knows no lane of the plan that was open before", () => {
  const { milepost } = fakeMilepost({});
  milepost.selection.lane = { by: "items", values: [{ field: "theme", value: "t1" }] };
  milepost.plan.show({ ...planState, path: "/plans/other.milepost" });
  expect(milepost.selection.lane).toBeNull();
});

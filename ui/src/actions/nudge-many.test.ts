import { expect, it } from "vitest";

import type { LaneKey } from "../bindings/LaneKey";
import type { Operation } from "../bindings/Operation";
import { fakeChart } from "../chart/fake-chart";
import { fakeMilepost, itemDetail, patch, settle } from "../screens/fakes";
import { actionNamed, perform } from ".";

const horizon: LaneKey = { by: "horizon", horizon: "now" };
const theme: LaneKey = { by: "items", values: [{ field: "theme", value: "t1" }] };

const act = async (id: string, stays = { undated: ["chip"], spanning: ["epic"] }) => {
  const fake = fakeMilepost({
    apply: () => ({ ...patch, label: "Move 2 items", changed: ["a", "epic"] }),
    stays: () => stays,
    item: () => itemDetail,
  });
  fake.milepost.selection.select(["a", "chip", "epic"]);
  await actionNamed(id).run(fake.milepost);
  await settle();
  return { operation: fake.asked("apply")[0]?.operation, said: fake.milepost.notices.spoken?.text };
};

it("moves what can be moved of what is selected, and says how many have no days", async () => {
  const { operation, said } = await act("move-later");
  expect(operation).toEqual({ operation: "move_items", ids: ["a", "epic"], days: 7, lane: [] });
  expect(said).toBe("Done: Move 2 items; 1 has no days");
});

it("resizes what has ends of its own", async () => {
  const { operation, said } = await act("end-later");
  expect(operation).toMatchObject({ operation: "resize_items", ids: ["a"] });
  expect(said).toContain("1 has no days, 1 spans what is in it");
});

it("takes off the timeline what does not span what is in it", async () => {
  const { operation, said } = await act("unschedule");
  expect(operation).toMatchObject({
    operation: "edit_items",
    ids: ["a", "chip"],
    edit: { field: "schedule" },
  });
  expect(said).toContain("1 spans what is in it");
});

it("gives days only to what has none when the first of them leaves its horizon", async () => {
  const { milepost, asked } = fakeMilepost({
    apply: () => patch,
    stays: () => ({ undated: ["chip", "other chip"], spanning: [] }),
    lanes: () => [
      { lane: theme, top: 0, height: 100 } as never,
      { lane: horizon, top: 100, height: 40 } as never,
    ],
    place: () => [0, 110, 100, 24],
  });
  milepost.chart = fakeChart([]);
  milepost.selection.select(["chip", "a", "other chip"]);
  await actionNamed("lane-up").run(milepost);
  const ids = ["chip", "other chip"];
  expect(asked("apply")).toMatchObject([{ operation: { operations: [{ ids }, { ids }] } }]);
});

it.each(["move-later", "end-later", "lane-up", "unschedule"])(
  "means what was selected when it was asked to %s, whatever is by the time that its details are there",
  async (id) => {
    const { milepost, asked } = fakeMilepost({
      apply: () => patch,
      stays: ({ ids }) => ({ undated: ids, spanning: [] }),
      item: () => itemDetail,
      lanes: () => [
        { lane: theme, top: 0, height: 100 } as never,
        { lane: horizon, top: 100, height: 40 } as never,
      ],
      place: () => [0, 110, 100, 24],
    });
    milepost.chart = fakeChart([]);
    for (const ids of [["a"], ["a", "b"]]) {
      milepost.selection.select(ids);
      const done = actionNamed(id).run(milepost);
      milepost.selection.select(["c"]);
      await done;
      const [{ operation }] = asked("apply").splice(-1) as [{ operation: Operation }];
      const first = operation.operation === "batch" ? operation.operations[0] : operation;
      expect(first).toMatchObject({ ids });
    }
  },
);

it("goes on with a key that is held as each step is done, and no further once that is let go", async () => {
  const steps: (() => void)[] = [];
  const { milepost } = fakeMilepost({
    apply: () => new Promise((resolve) => steps.push(() => resolve(patch))),
    item: () => itemDetail,
  });
  milepost.selection.select(["a"]);
  await settle();
  const act = async (again: boolean) => {
    perform(milepost, actionNamed("move-later"), again);
    await settle();
    return steps.length;
  };
  // Who presses it again means that, however long it takes.
  expect([await act(false), await act(true), await act(true), await act(false)]).toEqual([1, 1, 1, 2]);
  for (const step of steps.splice(0)) step();
  await settle();
  expect(await act(true)).toBe(1);
  steps[0]?.();
  await settle();
});

it("makes one step of what a key does while it is held, and another of the next press", async () => {
  let revision = 4;
  const moved = { ...patch, touched: ["item" as const] };
  const { milepost, asked } = fakeMilepost({
    apply: () => ({ ...moved, state: { ...patch.state, revision: ++revision } }),
    item: () => itemDetail,
  });
  milepost.selection.select(["a"]);
  await settle();
  for (const again of [false, true, true, false]) {
    perform(milepost, actionNamed("move-later"), again);
    await settle();
  }
  expect(asked("apply").map((request) => request.goes_on_from)).toEqual([undefined, 5, 6, undefined]);
});

it("goes on from nothing where the press before has changed nothing", async () => {
  const { milepost, asked } = fakeMilepost({
    apply: () => ({ ...patch, touched: [] }),
    item: () => itemDetail,
  });
  milepost.selection.select(["a"]);
  await settle();
  for (const again of [false, true]) {
    perform(milepost, actionNamed("move-later"), again);
    await settle();
  }
  expect(asked("apply").map((request) => request.goes_on_from)).toEqual([undefined, undefined]);
});

it("leaves it to the rules to refuse what holds nothing that can be moved", async () => {
  const { operation } = await act("move-earlier", { undated: ["a", "chip", "epic"], spanning: [] });
  expect(operation).toMatchObject({ ids: ["a", "chip", "epic"] });
});

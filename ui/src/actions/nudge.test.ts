import { beforeEach, expect, it, vi } from "vitest";

import type { LaneKey } from "../bindings/LaneKey";
import type { Rect } from "../bindings/Rect";
import { fakeChart } from "../chart/fake-chart";
import type { Milepost } from "../milepost.svelte";
import { fakeMilepost, itemDetail, patch, planState } from "../screens/fakes";
import { actionNamed } from "./index";

const theme = (value: string): LaneKey => ({ by: "items", values: [{ field: "theme", value }] });
const LANES = (
  [{ by: "milestones" }, theme("t1"), theme("t2"), { by: "horizon", horizon: "now" }] as LaneKey[]
).map(
  // The first lane with bars is thousands of points high.
  (lane, index) => ({ lane, top: [0, 30, 5_030, 5_100][index]!, height: [30, 5_000, 70, 40][index]! }),
);

let milepost: Milepost;
let asked: ReturnType<typeof fakeMilepost>["asked"];
/** Where the bar of “i1” stands. */
let y: number;
beforeEach(() => {
  y = 40;
  ({ milepost, asked } = fakeMilepost({
    item: ({ id }) => ({ ...itemDetail, item: { ...itemDetail.item, id } }),
    lanes: () => LANES as never,
    place: ({ id }) => (id === "i1" ? ([0, y, 100, 24] as Rect) : null),
    apply: () => patch,
  }));
  milepost.chart = fakeChart([]);
});

const operations = () => asked("apply").map(({ operation }) => operation);
const press = async (id: "lane-up" | "lane-down") => await actionNamed(id).run(milepost);

it("moves to the lane below or above, however high the lane is", async () => {
  milepost.selection.select(["hidden", "i1"]);
  await press("lane-down");
  y = 5_040;
  await press("lane-up");
  const moved = (value: string) => ({
    operation: "move_items",
    ids: ["hidden", "i1"],
    days: 0,
    lane: [{ field: "theme", value }],
  });
  expect(operations()).toEqual([moved("t2"), moved("t1")]);
});

it("takes an item into a horizon, and out of it onto days from today", async () => {
  milepost.selection.select(["i1"]);
  y = 5_040;
  await press("lane-down");
  y = 5_110;
  await press("lane-up");
  const [into, out] = operations();
  expect(into).toEqual({
    operation: "edit_items",
    ids: ["i1"],
    edit: { field: "schedule", value: { kind: "horizon", horizon: "now" } },
  });
  expect(out).toMatchObject({
    operation: "batch",
    operations: [
      { operation: "edit_items", edit: { value: { kind: "dated", first: planState.today } } },
      { operation: "move_items", lane: [{ field: "theme", value: "t2" }] },
    ],
  });
});

it("stays where it is at both ends, and where there is no lane for items, and says so", async () => {
  milepost.selection.select(["i1"]);
  const said = async (id: "lane-up" | "lane-down") => {
    await press(id);
    return milepost.notices.spoken?.text;
  };
  expect(await said("lane-up")).toBe("No lane above takes it.");
  y = 5_110;
  expect(await said("lane-down")).toBe("No lane below takes it.");
  milepost.selection.select(["hidden"]);
  expect(await said("lane-down")).toBe("What is selected stands in no lane.");
  expect(operations()).toEqual([]);
});

it("brings a bar back that moves out of sight, and behind what floats over the timeline", async () => {
  const reveal = vi.fn();
  const shownAt = async (...[x, width]: [x: number, width: number]) => {
    const chart = { ...fakeChart([]), reveal, covered: 300 };
    const fake = fakeMilepost({
      apply: () => patch,
      place: () => [x, 40, width, 24],
      item: () => itemDetail,
    });
    fake.milepost.chart = chart as typeof chart & Milepost["chart"];
    fake.milepost.selection.select(["i1"]);
    reveal.mockClear();
    await actionNamed("move-later").run(fake.milepost);
    return reveal.mock.calls.length === 0;
  };
  expect(await shownAt(600, 200)).toBe(true);
  expect(await shownAt(-300, 330)).toBe(true);
  // Too little of it is left, be it that of a short one.
  expect(await shownAt(690, 200)).toBe(false);
  expect(await shownAt(690, 15)).toBe(false);
  expect(await shownAt(750, 200)).toBe(false);
});

import { beforeEach, expect, it, vi } from "vitest";

import type { ItemDetail } from "../bindings/ItemDetail";
import type { LaneKey } from "../bindings/LaneKey";
import type { TableLane } from "../bindings/TableLane";
import type { Chart } from "../chart/chart";
import { fakeMilepost, fakeTable, itemDetail, settle } from "../screens/fakes";
import { nextSort } from "./arrangement";
import { actionNamed, perform } from "./index";

beforeEach(() => localStorage.clear());

const laneOf = (theme: string | null): LaneKey & { by: "items" } => ({
  by: "items",
  values: [{ field: "theme", value: theme }],
});
const told = (lane: LaneKey): TableLane => ({
  lane,
  name: "",
  hue: 0,
  count: 1,
  top: 0,
  height: 30,
  is_collapsed: false,
});

it("arranges the items as bars, as rows, and as both", () => {
  const { milepost } = fakeMilepost({});
  perform(milepost, actionNamed("arrange-both"));
  expect(milepost.view.settings.arrangement).toBe("both");
  perform(milepost, actionNamed("arrange-table"));
  // Where there is no timeline in sight, there is nothing to zoom.
  milepost.chart = { refresh() {} } as unknown as Chart;
  expect(actionNamed("zoom-week").available(milepost)).toBe(false);
  perform(milepost, actionNamed("arrange-timeline"));
  expect(actionNamed("zoom-week").available(milepost)).toBe(true);
  perform(milepost, actionNamed("columns"));
  expect(milepost.view).toMatchObject({ panel: "columns", settings: { arrangement: "both" } });
});

it("sorts by a column up, down, and as usual again", () => {
  const up = nextSort({ by: "title", descending: true }, "end");
  expect(up).toEqual({ by: "end", descending: false });
  const down = nextSort(up, "end");
  expect(down).toEqual({ by: "end", descending: true });
  expect(nextSort(down, "end")).toBeNull();
});

it("moves the lane whose name was focused last, among all lanes there are", async () => {
  const lanes = [{ by: "milestones" } as const, laneOf("t1"), laneOf("t2"), laneOf(null)];
  const { milepost } = fakeMilepost({ lanes: () => lanes.map(told) });
  expect(actionNamed("move-lane-up").available(milepost)).toBe(false);
  milepost.selection.lane = laneOf("t2");
  perform(milepost, actionNamed("move-lane-up"));
  await settle();
  const order = () => milepost.view.settings.lane_order.map(([value]) => value?.value);
  expect(order()).toEqual(["t2", "t1", null]);
  milepost.selection.lane = laneOf("t1");
  perform(milepost, actionNamed("usual-lane-order"));
  expect(order()).toEqual([]);
  perform(milepost, actionNamed("move-lane-down"));
  await settle();
  expect(order()).toEqual(["t2", "t1", null]);
  milepost.selection.clear();
  milepost.selection.select([]);
  expect(actionNamed("move-lane-up").available(milepost)).toBe(false);
});

it("collapses the epic that is selected, or that holds what is selected", async () => {
  const parent = { id: "e1", kind: "epic", title: "", theme: null, schedule: { kind: "none" } } as const;
  const detail: ItemDetail = { ...itemDetail, parent };
  const { milepost } = fakeMilepost({ item: () => detail });
  milepost.selection.select(["i1"]);
  await settle();
  perform(milepost, actionNamed("collapse-epic"));
  expect(milepost.view.settings.collapsed_epics).toEqual(["e1"]);
  expect(milepost.selection.only).toBe("e1");
  perform(milepost, actionNamed("expand-epics"));
  expect(milepost.view.settings.collapsed_epics).toEqual([]);
});

it("brings a row into sight where there is a table alone", async () => {
  const { milepost } = fakeMilepost({ place: () => [0, 330, 0, 24] });
  const reveal = vi.fn();
  milepost.chart = { refresh() {}, reveal, scale: 2 } as unknown as Chart;
  milepost.table = { ...fakeTable, reveal };
  milepost.view.change({ arrangement: "table" });
  expect(await milepost.reveal("i1")).toBe(true);
  expect(reveal.mock.calls).toEqual([[330, 24]]);
});

it("offers neither tray nor overview where a table alone has no place for them", () => {
  const { milepost } = fakeMilepost({});
  const offered = () => ["tray", "toggle-overview"].map((id) => actionNamed(id).available(milepost));
  expect(offered()).toEqual([true, true]);
  milepost.view.change({ arrangement: "both" });
  expect(offered()).toEqual([true, true]);
  milepost.view.change({ arrangement: "table" });
  expect(offered()).toEqual([false, false]);
});

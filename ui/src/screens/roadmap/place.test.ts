import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { chooseView } from "../../actions/views";
import type { Chart } from "../../chart/chart";
import { usualView } from "../../state/look";
import { fakeMilepost, planState } from "../fakes";
import { rememberPlace } from "./place";

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

const chart = {
  visible: { x: 0, y: 0, width: 1000, height: 500 },
  extent: {},
  scale: 2,
  zoomTo: vi.fn(),
  scrollTo: vi.fn(),
  refresh() {},
} as unknown as Chart;

const other = { ...planState, path: "/plans/other.milepost" };

it("looks at each plan as it was looked at last, and at a new one as usual", () => {
  const { milepost } = fakeMilepost({});
  milepost.chart = chart;
  const stop = rememberPlace(milepost);
  milepost.view.choose({ id: "v1", name: "Board", settings: usualView, range: null, rank: 1 });
  milepost.view.change({ lanes_by: "owner" });

  milepost.plan.show(other);
  expect(milepost.view.look).toEqual({ settings: usualView, chosen: null });
  milepost.view.change({ lanes_by: null });

  milepost.plan.show(planState);
  expect(milepost.view.look).toEqual({ settings: { ...usualView, lanes_by: "owner" }, chosen: "v1" });
  milepost.plan.show(other);
  expect(milepost.view.settings.lanes_by).toBeNull();
  stop();
});

it("looks as usual when what was kept is of another version", () => {
  localStorage.setItem(
    `milepost.place:${planState.path}`,
    JSON.stringify({ settings: { lanes_by: "team" } }),
  );
  const { milepost } = fakeMilepost({});
  milepost.chart = chart;
  milepost.plan.show(planState);
  expect(milepost.view.settings).toEqual(usualView);
});

/** A chart that says where it was taken. */
function movingChart() {
  const moving = {
    visible: { x: 40_000, y: 8, width: 1000, height: 500 },
    extent: {},
    scale: 2,
    refresh() {},
    zoomTo(scale: number) {
      this.scale = scale;
    },
    scrollTo(x: number, y: number) {
      this.visible = { ...this.visible, x, y };
    },
  };
  return moving;
}

const range = { first: "2027-01-01", last: "2027-01-10" };
const saved = { id: "v1", name: "Board", settings: usualView, range, rank: 1 };
const withoutDays = { ...saved, id: "v2", name: "Owners", range: null };

it("shows a view that is chosen at the days that it was saved with, and others where they were looked at last", () => {
  const { milepost } = fakeMilepost({});
  const moving = movingChart();
  milepost.chart = moving as unknown as Chart;
  milepost.plan.state = { ...planState, views: [saved, withoutDays] };

  chooseView(milepost, saved);
  expect(moving).toMatchObject({ scale: 100, visible: { x: 2_081_900, y: 8 } });
  moving.scrollTo(2_090_000, 20);
  chooseView(milepost, null);
  expect(moving).toMatchObject({ scale: 2, visible: { x: 40_000, y: 8 } });
  chooseView(milepost, withoutDays);
  expect(moving).toMatchObject({ scale: 2, visible: { x: 40_000, y: 8 } });
  moving.scrollTo(50_000, 30);
  // The days are those saved at once, at the lanes where it was left.
  chooseView(milepost, saved);
  expect(moving).toMatchObject({ scale: 100, visible: { x: 2_081_900, y: 20 } });
  chooseView(milepost, withoutDays);
  expect(moving).toMatchObject({ scale: 2, visible: { x: 50_000, y: 30 } });
});

it("opens a plan again where it was left, in a view that was saved with other days, too", () => {
  const { milepost } = fakeMilepost({});
  const moving = movingChart();
  milepost.chart = moving as unknown as Chart;
  milepost.plan.state = { ...planState, views: [saved] };
  const stop = rememberPlace(milepost);
  chooseView(milepost, saved);
  moving.scrollTo(2_090_000, 20);
  stop();

  const again = movingChart();
  milepost.chart = again as unknown as Chart;
  const stopAgain = rememberPlace(milepost);
  expect(again).toMatchObject({ scale: 100, visible: { x: 2_090_000, y: 20 } });
  stopAgain();
});

it("keeps how the roadmap is looked at when that is changed from another screen", () => {
  const { milepost } = fakeMilepost({});
  milepost.view.change({ baseline: "b1" });
  milepost.chart = movingChart() as unknown as Chart;
  const stop = rememberPlace(milepost);
  expect(milepost.view.settings.baseline).toBe("b1");
  stop();
});

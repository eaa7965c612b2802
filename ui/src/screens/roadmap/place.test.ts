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
  milepost.view.change({ lanes_by: null });
  const stop = rememberPlace(milepost);
  expect(milepost.view.settings).toEqual(usualView);
  stop();
});

it("goes back to where each view was looked at last, and to the days of one that was not looked at yet", () => {
  const { milepost } = fakeMilepost({});
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
  milepost.chart = moving as unknown as Chart;
  const range = { first: "2027-01-01", last: "2027-01-10" };
  const view = { id: "v1", name: "Board", settings: usualView, range, rank: 1 };
  milepost.plan.state = { ...planState, views: [view] };

  chooseView(milepost, view);
  expect(moving).toMatchObject({ scale: 100, visible: { x: 2_081_900, y: 8 } });
  moving.scrollTo(2_090_000, 20);
  chooseView(milepost, null);
  expect(moving).toMatchObject({ scale: 2, visible: { x: 40_000, y: 8 } });
  chooseView(milepost, view);
  expect(moving).toMatchObject({ scale: 100, visible: { x: 2_090_000, y: 20 } });
  // Chosen once more, it is as it was saved.
  chooseView(milepost, view);
  expect(moving).toMatchObject({ scale: 100, visible: { x: 2_081_900 } });
});

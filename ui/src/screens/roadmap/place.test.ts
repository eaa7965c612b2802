import { afterEach, beforeEach, expect, it, vi } from "vitest";

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
} as unknown as Chart;

const other = { ...planState, path: "/plans/other.milepost" };

it("looks at each plan as it was looked at last, and at a new one as usual", () => {
  const { milepost } = fakeMilepost({});
  const stop = rememberPlace(milepost, chart);
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
  milepost.view.change({ lanes_by: null });
  const stop = rememberPlace(milepost, chart);
  expect(milepost.view.settings).toEqual(usualView);
  stop();
});

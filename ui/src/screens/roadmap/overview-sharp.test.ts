import { afterEach, expect, it, vi } from "vitest";

import { movingChart } from "../../chart/fake-chart";
import { REST } from "../../state/following.svelte";
import { fakeMilepost, settle, show } from "../fakes";
import Overview from "./Overview.svelte";

let shown: ReturnType<typeof show>;
afterEach(async () => {
  await shown.leave();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("has as many pixels to the point as the chart, also when that changes", async () => {
  vi.useFakeTimers();
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(private readonly onResized: () => void) {}
      observe = () => this.onResized();
      disconnect() {}
    },
  );
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(400);
  const context = new Proxy({}, { get: () => () => {}, set: () => true });
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(context as never);
  const overview = { first: "2027-01-01", last: "2027-12-31", counts: [1], milestones: [] };
  const { milepost } = fakeMilepost({ overview: () => overview });
  const moving = movingChart();
  moving.ratio = 1.5;
  milepost.chart = moving.asChart;
  shown = show(Overview, { milepost });
  await vi.advanceTimersByTimeAsync(REST);
  await settle();
  const canvas = shown.find<HTMLCanvasElement>("canvas");
  expect(canvas.width).toBe(600);
  moving.ratio = 2;
  moving.fit();
  await settle();
  expect(canvas.width).toBe(800);
});

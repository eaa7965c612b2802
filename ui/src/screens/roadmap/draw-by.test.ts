import { beforeEach, expect, it } from "vitest";

import { type Backing, type CanvasSize, rememberBacking } from "../../chart/backing";
import type { Chart } from "../../chart/chart";
import { DrawBy } from "./draw-by";

beforeEach(() => localStorage.clear());

const SMALL = { width: 1100, height: 700, ratio: 1 };
const LARGE = { width: 1700, height: 950, ratio: 2 };

function fakeChart(size: CanvasSize) {
  const used: Backing[] = [];
  const chart = { canvasSize: size, useBacking: (backing: Backing) => used.push(backing) };
  return { chart, used, asChart: chart as unknown as Chart };
}

it("draws by what was found for a chart of that size, or by what the user wants", () => {
  rememberBacking(SMALL, "processor");
  rememberBacking(LARGE, "graphics");
  const { chart, used, asChart } = fakeChart(SMALL);
  const drawBy = new DrawBy(asChart, "automatic");
  chart.canvasSize = LARGE;
  drawBy.follow();
  drawBy.choose("processor");
  drawBy.choose("automatic");
  drawBy.stop();
  expect(used).toEqual(["processor", "graphics", "processor", "graphics"]);
});

it("waits until the chart has a size", () => {
  const { used, asChart } = fakeChart({ width: 0, height: 0, ratio: 1 });
  new DrawBy(asChart, "graphics").stop();
  expect(used).toEqual([]);
});

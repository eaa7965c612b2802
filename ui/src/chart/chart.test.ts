/** Where the timeline is on its surface, by itself: what it paints is others'. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Extent } from "../bindings/Extent";
import type { Scene } from "../bindings/Scene";
import { LATEST } from "../state/days";
import { Chart } from "./chart";
import type { Area } from "./geometry";
import { AXIS_HEIGHT, LINE, NAMES_WIDTH, SCROLL_BAR } from "./sizes";

vi.mock("./layers", () => {
  const nothing = () => {};
  return {
    Layers: class {
      setPicture = nothing;
      setPalette = nothing;
      show = nothing;
      resize = nothing;
      destroy = nothing;
    },
  };
});
vi.mock("./shown-frame", () => ({ shownFrame: () => Promise.resolve() }));

const WIDTH = 1_000;
/** Points per day before anybody zooms. */
const SCALE = 2.5;

let chart: Chart;
/** Why no scene can be had; null if one can. */
let refuses: Error | null;
/** Why scenes could not be had. */
let failed: unknown[];
/** From where to where the surface of the plan and the view goes. */
let surface: readonly [left: number, right: number];
const extentOf = ([left, right]: typeof surface): Extent => ({
  left,
  right,
  height: 200,
  axis_height: AXIS_HEIGHT,
  names_width: NAMES_WIDTH,
  strip_height: 0,
});
const scene = ({ x, y, width, height }: Area): Scene => ({
  regions: [],
  covers: [x, y, width, height],
  extent: extentOf(surface),
});

beforeEach(() => {
  const host = document.body.appendChild(document.createElement("div"));
  const size = { width: WIDTH + NAMES_WIDTH + LINE + SCROLL_BAR, height: 500 };
  host.getBoundingClientRect = () => new DOMRect(0, 0, size.width, size.height);
  [refuses, failed] = [null, []];
  chart = new Chart(host, (_, area) => (refuses ? Promise.reject(refuses) : Promise.resolve(scene(area))), {
    onFailed: (thrown) => failed.push(thrown),
    onMoved() {},
    onFocused() {},
    onLane() {},
    isCollapsed: () => false,
    onNamed() {},
    onPeriod() {},
  });
});
afterEach(() => {
  chart.destroy();
  expect(failed).toEqual([]);
});

async function begin(first: typeof surface): Promise<void> {
  surface = first;
  chart.fit();
  await chart.painted();
}

/** The plan or the view has changed, and the surface with it. */
async function become(next: typeof surface, isEdit: boolean): Promise<void> {
  surface = next;
  chart.refresh(isEdit);
  await chart.painted();
}

it("begins where the surface does, and keeps within it", async () => {
  await begin([500, 4_000]);
  expect(chart.visible.x).toBe(500);
  chart.scrollTo(9_000, 0);
  expect(chart.visible.x).toBe(3_000);
  chart.scrollTo(0, 0);
  expect(chart.visible.x).toBe(500);
});

it("stays at the days in sight after an edit, however near the surface ends by then", async () => {
  await begin([0, 5_000]);
  chart.scrollTo(4_000, 0);
  await become([0, 3_000], true);
  expect([chart.visible.x, chart.extent?.right]).toEqual([4_000, 5_000]);
  // A turn of the wheel down the lanes does not take it elsewhere, and nobody goes on beyond.
  chart.scrollBy(0, 10);
  chart.scrollBy(40, 0);
  expect(chart.visible.x).toBe(4_000);
  chart.scrollBy(-500, 0);
  expect([chart.visible.x, chart.extent?.right]).toEqual([3_500, 4_500]);
  chart.scrollBy(-2_000, 0);
  expect([chart.visible.x, chart.extent?.right]).toEqual([1_500, 3_000]);
});

it("stays there where the whole surface is narrower, as that of an empty plan is when its first feature comes", async () => {
  await begin([400, 1_200]);
  expect(chart.visible.x).toBe(400);
  await become([350, 1_250], true);
  expect(chart.visible.x).toBe(400);
});

it("comes to the surface of another plan, and of another way to look at it", async () => {
  await begin([0, 5_000]);
  chart.scrollTo(4_000, 0);
  await become([0, 3_000], false);
  expect(chart.visible.x).toBe(2_000);
  // An edit that comes before that is painted changes nothing in it.
  surface = [0, 2_500];
  chart.refresh();
  chart.refresh(true);
  await chart.painted();
  expect(chart.visible.x).toBe(1_500);
});

it("lets nobody wait for it once it is gone, and says nothing any more", async () => {
  await begin([0, 5_000]);
  chart.refresh();
  const painted = chart.painted();
  let moved = 0;
  chart.follow(() => (moved += 1));
  chart.destroy();
  await painted;
  chart.showDay(400);
  await chart.painted();
  expect(moved).toBe(0);
});

it("lets nobody wait for what cannot be had, and asks for it again for who waits next", async () => {
  await begin([0, 5_000]);
  refuses = new Error("It cannot be drawn.");
  chart.refresh();
  await chart.painted();
  // Nothing else asks for it.
  await chart.painted();
  expect([failed.splice(0), chart.complete]).toEqual([[refuses, refuses], false]);
  refuses = null;
  await chart.painted();
  expect(chart.complete).toBe(true);
});

it("goes to any day that plans take, and no further", async () => {
  await begin([0, 5_000]);
  chart.showDay(LATEST + 3_000_000);
  expect(chart.extent?.right).toBeCloseTo(LATEST * SCALE + WIDTH);
  expect(chart.sight.from).toBeCloseTo(LATEST - WIDTH / SCALE / 3);
});

it("fills its width with days that are asked for, however far they are from all that stands there", async () => {
  await begin([0, 5_000]);
  chart.showSpan(21_000, 21_365, 30);
  await chart.painted();
  expect([chart.sight.from, chart.sight.to]).toEqual([expect.closeTo(21_000), expect.closeTo(21_365)]);
  await become([0, 6_000], false);
  expect(chart.sight.from).toBeCloseTo(21_000);
  // What was asked for before them is not kept.
  chart.showSpan(100, 200, 0);
  await chart.painted();
  expect(chart.sight.from).toBeCloseTo(100);
  expect(chart.extent?.right).toBe(6_000);
});

it("comes to the surface from a place beyond it at another scale, such as one that was kept", async () => {
  await begin([500, 4_000]);
  chart.zoomTo(5, 0);
  chart.scrollTo(90_000, 0);
  await chart.painted();
  expect(chart.visible.x).toBe(3_000);
});

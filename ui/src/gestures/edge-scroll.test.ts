import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Chart } from "../chart/chart";
import { clamp } from "../chart/geometry";
import { EdgeScroll } from "./edge-scroll";

/** A chart of 1000 by 300 points on a surface of 3000 by 600. */
function fakeChart() {
  const chart = {
    end: 2000,
    visible: { x: 1000, y: 100, width: 1000, height: 300 },
    onScreen: () => ({ x: 0, y: 0, width: 1000, height: 300 }),
    scrollBy(dx: number, dy: number) {
      const { x, y } = chart.visible;
      chart.visible = { ...chart.visible, x: clamp(x + dx, 0, chart.end), y: clamp(y + dy, 0, 300) };
    },
  };
  return chart;
}

let chart: ReturnType<typeof fakeChart>;
let scrolled: number;
let scroll: EdgeScroll;

const at = (clientX: number, clientY: number) => scroll.follow({ clientX, clientY });
const frames = (count: number) => {
  for (let frame = 0; frame < count; frame++) vi.advanceTimersToNextFrame();
};

beforeEach(() => {
  vi.useFakeTimers();
  chart = fakeChart();
  scrolled = 0;
  scroll = new EdgeScroll(chart as unknown as Chart, () => (scrolled += 1));
  scroll.begin("both");
  at(500, 150);
});

afterEach(() => vi.useRealTimers());

it("begins near an edge and is faster further out", () => {
  at(960, 150);
  frames(10);
  expect(chart.visible.x).toBe(1000);
  const ways = [990, 1000, 1040].map((x) => {
    const before = chart.visible.x;
    at(x, 150);
    frames(10);
    return chart.visible.x - before;
  });
  expect(ways[0]).toBeGreaterThan(10);
  expect(ways[1]).toBeGreaterThan(ways[0]!);
  expect(ways[2]).toBeGreaterThan(ways[1]!);
  expect(chart.visible.y).toBe(100);
  expect(scrolled).toBeGreaterThan(20);
});

it("goes on without the pointer moving until the end of the surface, and back", () => {
  at(1020, 400);
  frames(200);
  expect([chart.visible.x, chart.visible.y]).toEqual([2000, 300]);
  const until = scrolled;
  frames(10);
  expect(scrolled).toBe(until);
  at(-20, 150);
  frames(200);
  expect([chart.visible.x, chart.visible.y]).toEqual([0, 300]);
});

it("rests away from the edges and after the gesture", () => {
  at(1010, 150);
  frames(5);
  at(500, 150);
  const { x } = chart.visible;
  frames(5);
  expect(chart.visible.x).toBe(x);
  at(1010, 150);
  scroll.stop();
  frames(5);
  expect([chart.visible.x, vi.getTimerCount()]).toEqual([x, 0]);
});

it("stays still for what begins near an edge until it comes nearer", () => {
  scroll.begin("both");
  at(985, 150);
  at(990, 150);
  frames(10);
  const near = chart.visible.x;
  expect(near).toBeLessThan(1020);
  at(980, 150);
  frames(10);
  expect(chart.visible.x).toBe(near);
  at(995, 150);
  frames(10);
  expect(chart.visible.x).toBeGreaterThan(near);
});

it("leaves the height alone for what only goes sideways", () => {
  scroll.begin("sideways");
  at(500, 150);
  at(1010, 320);
  frames(10);
  expect(chart.visible.x).toBeGreaterThan(1000);
  expect(chart.visible.y).toBe(100);
});

it("goes on beyond the end of the surface with what is to stand there, and with nothing else", () => {
  const endless = Object.assign(chart, {
    goOn(dx: number) {
      chart.end = Math.max(chart.end, chart.visible.x + dx);
      chart.scrollBy(dx, 0);
    },
  });
  scroll = new EdgeScroll(endless as unknown as Chart, () => (scrolled += 1));
  scroll.begin("both", true);
  at(500, 150);
  at(1020, 320);
  frames(200);
  expect(chart.visible.x).toBeGreaterThan(2000);
  expect(chart.visible.y).toBe(300);
  const { end } = chart;
  scroll.begin("both");
  at(500, 150);
  at(1020, 150);
  frames(20);
  expect(chart.visible.x).toBe(end);
});

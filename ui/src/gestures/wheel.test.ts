import { afterEach, beforeEach, expect, it } from "vitest";

import type { Chart } from "../chart/chart";
import { followWheel } from "./wheel";

let host: HTMLElement;
let stop: () => void;
let held = false;
const chart = {
  visible: { x: 1000, y: 0, width: 800, height: 400 },
  scale: 10,
  zoomed: [] as number[][],
  scrolled: [] as number[][],
  body: document.createElement("div"),
  pointAt: ({ clientX, clientY }: MouseEvent) => ({ x: 1000 + clientX - 50, y: clientY }),
  zoomTo(scale: number, anchor: number) {
    this.zoomed.push([scale, anchor]);
    this.scale = scale;
  },
  scrollBy(dx: number, dy: number) {
    this.scrolled.push([dx, dy]);
  },
};

beforeEach(() => {
  host = document.body.appendChild(document.createElement("div"));
  host.append(chart.body);
  Object.assign(chart, { scale: 10, zoomed: [], scrolled: [] });
  stop = followWheel(chart as unknown as Chart, () => held);
});
afterEach(() => {
  stop();
  host.remove();
});

/** Sends an event to the chart; true if the web view is kept from doing what it would. */
function send(type: string, fields: Record<string, unknown>): boolean {
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.assign(event, { clientX: 250, clientY: 20, ...fields });
  chart.body.dispatchEvent(event);
  return event.defaultPrevented;
}
const turn = (fields: Record<string, unknown>) =>
  send("wheel", { deltaMode: 0, deltaX: 0, deltaY: 0, ...fields });

it("scrolls, pans with Shift, and zooms about the pointer with Ctrl", () => {
  turn({ deltaX: 3, deltaY: 40 });
  turn({ deltaY: 40, shiftKey: true });
  turn({ deltaY: 2, deltaMode: 1 });
  expect(chart.scrolled).toEqual([
    [3, 40],
    [40, 0],
    [0, 80],
  ]);
  expect(turn({ deltaY: -100, ctrlKey: true })).toBe(true);
  expect(chart.zoomed).toEqual([[10 * Math.exp(0.22), 200]]);
});

it("zooms about the fingers while they pinch, where the web view has events of its own for it", () => {
  expect(send("gesturestart", { scale: 1 })).toBe(true);
  expect(send("gesturechange", { scale: 1.5 })).toBe(true);
  send("gesturechange", { scale: 2, clientX: 350 });
  send("gestureend", { scale: 2 });
  expect(chart.zoomed).toEqual([
    [15, 200],
    [20, 300],
  ]);
  // The next pinch begins at the scale where this one has ended.
  send("gesturestart", { scale: 1 });
  send("gesturechange", { scale: 0.5 });
  expect(chart.zoomed.at(-1)).toEqual([10, 200]);
  expect(chart.scrolled).toEqual([]);
});

it("keeps the scale while something is dragged, which it only scrolls under", () => {
  held = true;
  expect(turn({ deltaY: -100, ctrlKey: true })).toBe(true);
  send("gesturestart", { scale: 1 });
  expect(send("gesturechange", { scale: 2 })).toBe(true);
  send("gestureend", { scale: 2 });
  turn({ deltaY: 40 });
  held = false;
  expect([chart.zoomed, chart.scrolled]).toEqual([[], [[0, 40]]]);
});

it("lets go of the chart when it is told to", () => {
  stop();
  turn({ deltaY: 40 });
  send("gesturestart", { scale: 1 });
  send("gesturechange", { scale: 2 });
  expect([chart.scrolled, chart.zoomed]).toEqual([[], []]);
});

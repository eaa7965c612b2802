import { afterEach, beforeEach, expect, it } from "vitest";

import type { Chart } from "../chart/chart";
import { followWheel } from "./wheel";

let calls: [string, ...number[]][];
let host: HTMLElement;
let stop: () => void;
let zoomed: number;

beforeEach(() => {
  calls = [];
  zoomed = 0;
  host = document.createElement("div");
  const body = host.appendChild(document.createElement("div"));
  const chart = {
    body,
    scale: 2,
    visible: { x: 500, y: 0, width: 1000, height: 300 },
    pointAt: ({ clientX }: { clientX: number }) => ({ x: clientX + 500, y: 0 }),
    scrollBy: (dx: number, dy: number) => calls.push(["scroll", dx, dy]),
    zoomTo: (scale: number, anchor: number) => calls.push(["zoom", scale, anchor]),
  };
  stop = followWheel(chart as unknown as Chart, () => (zoomed += 1));
});
afterEach(() => stop());

/** Turns the wheel over the chart; false if the page does not scroll by it. */
function turn(turned: WheelEventInit): boolean {
  const event = new WheelEvent("wheel", { bubbles: true, cancelable: true, ...turned });
  // Some test pages leave these out of what an event is made from.
  for (const [name, value] of Object.entries(turned))
    Object.defineProperty(event, name, { value, configurable: true });
  return host.firstElementChild!.dispatchEvent(event);
}

it("scrolls by what the wheel counts in, and not the page", () => {
  expect(turn({ deltaX: 3, deltaY: 12 })).toBe(false);
  turn({ deltaY: 3, deltaMode: 1 });
  turn({ deltaY: 1, deltaMode: 2 });
  expect(calls).toEqual([
    ["scroll", 3, 12],
    ["scroll", 0, 120],
    ["scroll", 0, 600],
  ]);
});

it("pans with Shift, also where the system has turned the wheel sideways for it", () => {
  turn({ deltaY: 50, shiftKey: true });
  turn({ deltaX: 50, shiftKey: true });
  expect(calls).toEqual([
    ["scroll", 50, 0],
    ["scroll", 50, 0],
  ]);
});

it("zooms about the pointer with Ctrl, in when it is turned up", () => {
  turn({ deltaY: -100, ctrlKey: true, clientX: 300 });
  turn({ deltaY: 100, metaKey: true, clientX: 700 });
  const [[, closer, at] = [], [, wider, then] = []] = calls;
  expect([at, then, zoomed]).toEqual([300, 700, 2]);
  expect(closer).toBeGreaterThan(2);
  expect(closer! * wider!).toBeCloseTo(4);
});

it("lets go of the chart", () => {
  stop();
  expect(turn({ deltaY: 12 })).toBe(true);
  expect(calls).toEqual([]);
});

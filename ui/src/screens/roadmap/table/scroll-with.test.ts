import { expect, it } from "vitest";

import type { Chart } from "../../../chart/chart";
import { scrollWith } from "./scroll-with";

/** A timeline of a thousand points. */
function fakeChart() {
  const followers = new Set<() => void>();
  return {
    visible: { x: 0, y: 0, width: 500, height: 300 },
    follow(follower: () => void) {
      followers.add(follower);
      return () => followers.delete(follower);
    },
    scrollBy(_: number, dy: number) {
      this.visible = { ...this.visible, y: Math.max(0, Math.min(this.visible.y + dy, 1000)) };
      for (const follower of followers) follower();
    },
  };
}

it("goes where the timeline goes, and takes it along", () => {
  const chart = fakeChart();
  const scroller = document.createElement("div");
  const tops: number[] = [];
  const stop = scrollWith(chart as unknown as Chart, scroller, (top) => tops.push(top));

  chart.scrollBy(0, 120);
  expect(scroller.scrollTop).toBe(120);
  const wheel = new WheelEvent("wheel", { deltaY: 30, cancelable: true });
  scroller.dispatchEvent(wheel);
  expect(wheel.defaultPrevented).toBe(true);
  expect([chart.visible.y, scroller.scrollTop]).toEqual([150, 150]);

  scroller.scrollTop = 400;
  scroller.dispatchEvent(new Event("scroll"));
  expect(chart.visible.y).toBe(400);
  // Beyond what the timeline has, the table comes back.
  scroller.scrollTop = 5000;
  scroller.dispatchEvent(new Event("scroll"));
  expect(scroller.scrollTop).toBe(1000);
  expect(tops).toEqual([120, 150, 400, 1000]);

  stop();
  chart.scrollBy(0, -10);
  expect(scroller.scrollTop).toBe(1000);
});

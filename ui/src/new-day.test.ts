import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Chart } from "./chart/chart";
import { followDay } from "./new-day";
import { fakeMilepost, planState } from "./screens/fakes";

let stop: () => void;
let now: string;
beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 23, 23, 50) });
  now = planState.today;
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function begin() {
  const fake = fakeMilepost({
    today: () => now,
    actual_list: () => ({ total: 0, first: 0, rows: [] }) as never,
  });
  const refresh = vi.fn();
  fake.milepost.chart = { refresh } as unknown as Chart;
  stop = followDay(fake.milepost);
  return { ...fake, refresh };
}

it("tells the plan of the new day at midnight, and the timeline draws its line there", async () => {
  const { milepost, asked, refresh } = begin();
  await vi.advanceTimersByTimeAsync(9 * 60_000);
  expect(asked("today")).toEqual([]);
  now = "2026-11-24";
  await vi.advanceTimersByTimeAsync(60_000);
  expect(milepost.plan.state).toEqual({ ...planState, today: "2026-11-24" });
  expect(asked("today")).toHaveLength(1);
  expect(refresh).toHaveBeenCalledOnce();
});

it("sees within a minute that a night was slept through, for which its timer stood still", async () => {
  const { milepost } = begin();
  vi.setSystemTime(new Date(2026, 10, 27, 8, 0));
  now = "2026-11-27";
  await vi.advanceTimersByTimeAsync(60_000);
  expect(milepost.plan.state?.today).toBe("2026-11-27");
});

it("asks when the window comes to the front, and leaves everything if the day is the same", async () => {
  const { milepost, asked, refresh } = begin();
  window.dispatchEvent(new Event("focus"));
  await vi.advanceTimersByTimeAsync(0);
  expect(asked("today")).toHaveLength(1);
  expect(milepost.plan.state).toBe(planState);
  expect(refresh).not.toHaveBeenCalled();
  now = "2026-11-24";
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(0);
  expect(milepost.plan.state?.today).toBe("2026-11-24");
  expect(refresh).toHaveBeenCalledOnce();
});

it("needs no plan", async () => {
  const { milepost } = begin();
  milepost.plan.state = null;
  now = "2026-11-24";
  window.dispatchEvent(new Event("focus"));
  await vi.advanceTimersByTimeAsync(0);
  expect(milepost.plan.state).toBeNull();
});

import { expect, it } from "vitest";

import type { Overview } from "../../bindings/Overview";
import { movingChart, thing } from "../../chart/fake-chart";
import { numberOf } from "../../state/days";
import { fakeMilepost, planState } from "../fakes";
import { showFirst } from "./first-sight";

const TODAY = numberOf(planState.today);

/** A plan of bars of fifty days, each so many days after today and so far down. */
function planOf(...bars: [after: number, y: number][]) {
  const moving = movingChart({}, 2);
  moving.things = bars.map(([after, y], index) => thing("item", `i${index}`, (TODAY + after) * 2, y));
  const from = Math.min(...bars.map(([after]) => after), 0);
  const days = Math.max(...bars.map(([after]) => after), 0) + 50 - from;
  const counts = Array.from({ length: days }, (_, day) =>
    bars.some(([after]) => day >= after - from && day < after - from + 50) ? 1 : 0,
  );
  const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  const overview: Overview = {
    first: iso(TODAY + from),
    last: iso(TODAY + from + days - 1),
    counts,
    milestones: [],
  };
  const { milepost, asked } = fakeMilepost({ overview: () => overview });
  milepost.chart = moving.asChart;
  return { moving, milepost, asked };
}

it("shows the days around today where something stands there", async () => {
  const { moving, milepost, asked } = planOf([30, 40], [-3000, 40]);
  await showFirst(milepost);
  expect(moving).toMatchObject({ scale: 2, visible: { x: (TODAY - 24) * 2, y: 0 } });
  expect(asked("overview")).toEqual([]);
});

it("shows the nearest days with bars where nothing stands near today", async () => {
  const past = planOf([-3500, 40], [-600, 40], [900, 40]);
  await showFirst(past.milepost);
  // The bar ends 170 points before the right edge.
  expect(past.moving).toMatchObject({ scale: 2, visible: { x: (TODAY - 550) * 2 + 170 - 1000, y: 0 } });
  const future = planOf([-3500, 40], [700, 40]);
  await showFirst(future.milepost);
  expect(future.moving).toMatchObject({ scale: 2, visible: { x: (TODAY + 700) * 2 - 40, y: 0 } });
});

it("shows the whole plan where that leaves it readable", async () => {
  const { moving, milepost } = planOf([-900, 40], [-400, 40]);
  await showFirst(milepost);
  const scale = (1000 - 40 - 170) / 550;
  expect(moving.scale).toBeCloseTo(scale);
  expect(moving.visible.x).toBeCloseTo((TODAY - 900) * scale - 40);
  // No larger than it was.
  const few = planOf([-900, 40]);
  await showFirst(few.milepost);
  expect(few.moving).toMatchObject({ scale: 2, visible: { x: (TODAY - 900) * 2 - 40 } });
});

it("goes down to the first bars of the days in sight", async () => {
  const near = planOf([30, 2040], [60, 3000]);
  await showFirst(near.milepost);
  expect(near.moving).toMatchObject({ scale: 2, visible: { x: (TODAY - 24) * 2, y: 2000 } });
  const far = planOf([-900, 1040]);
  await showFirst(far.milepost);
  expect(far.moving.visible).toMatchObject({ x: (TODAY - 900) * 2 - 40, y: 1000 });
});

it("stays where somebody has gone meanwhile, and where nothing stands at all", async () => {
  const { moving, milepost } = planOf([-900, 40]);
  const shown = showFirst(milepost);
  moving.scrollTo(123, 0);
  await shown;
  expect(moving.visible.x).toBe(123);

  const none = planOf();
  none.moving.things = [];
  await showFirst(none.milepost);
  expect(none.moving.visible.x).toBe((TODAY - 24) * 2);
});

import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { goToRoadmap } from "../../actions/roadmaps";
import { chooseView } from "../../actions/views";
import { movingChart } from "../../chart/fake-chart";
import { usualView } from "../../state/look";
import { fakeMilepost, otherPlan, planState, settle } from "../fakes";
import { rememberPlace } from "./place";

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

it("looks at each plan as it was looked at last, and at a new one as usual", () => {
  const { milepost } = fakeMilepost({});
  milepost.chart = movingChart().asChart;
  const stop = rememberPlace(milepost);
  milepost.view.choose({ id: "v1", name: "Board", settings: usualView, range: null, rank: 1 });
  milepost.view.change({ lanes_by: "owner" });

  milepost.plan.show(otherPlan);
  expect(milepost.view.look).toEqual({ settings: usualView, chosen: null });
  milepost.view.change({ lanes_by: null });

  milepost.plan.show({ ...planState, opening: 3 });
  expect(milepost.view.look).toEqual({ settings: { ...usualView, lanes_by: "owner" }, chosen: "v1" });
  milepost.plan.show(otherPlan);
  expect(milepost.view.settings.lanes_by).toBeNull();
  stop();
});

it("looks as usual when what was kept is of another version", () => {
  localStorage.setItem(
    `milepost.place:${planState.path}`,
    JSON.stringify({ settings: { lanes_by: "team" } }),
  );
  const { milepost } = fakeMilepost({});
  milepost.chart = movingChart().asChart;
  milepost.plan.show({ ...planState, opening: 3 });
  expect(milepost.view.settings).toEqual(usualView);
});

const range = { first: "2027-01-01", last: "2027-01-10" };
const saved = { id: "v1", name: "Board", settings: usualView, range, rank: 1 };
const withoutDays = { ...saved, id: "v2", name: "Owners", range: null };

it("shows a view that is chosen at the days that it was saved with, and others where they were looked at last", () => {
  const { milepost } = fakeMilepost({});
  const moving = movingChart();
  milepost.chart = moving.asChart;
  milepost.plan.state = { ...planState, views: [saved, withoutDays] };

  chooseView(milepost, saved);
  expect(moving).toMatchObject({ scale: 100, visible: { x: 2_081_900, y: 8 } });
  moving.scrollTo(2_090_000, 20);
  chooseView(milepost, null);
  expect(moving).toMatchObject({ scale: 2, visible: { x: 40_000, y: 8 } });
  chooseView(milepost, withoutDays);
  expect(moving).toMatchObject({ scale: 2, visible: { x: 40_000, y: 8 } });
  moving.scrollTo(50_000, 30);
  // The days are those saved at once, at the lanes where it was left.
  chooseView(milepost, saved);
  expect(moving).toMatchObject({ scale: 100, visible: { x: 2_081_900, y: 20 } });
  chooseView(milepost, withoutDays);
  expect(moving).toMatchObject({ scale: 2, visible: { x: 50_000, y: 30 } });
});

it("opens a plan again where it was left, in a view that was saved with other days, too", () => {
  const { milepost } = fakeMilepost({});
  const moving = movingChart();
  milepost.chart = moving.asChart;
  milepost.plan.state = { ...planState, views: [saved] };
  const stop = rememberPlace(milepost);
  chooseView(milepost, saved);
  moving.scrollTo(2_090_000, 20);
  stop();

  const again = movingChart();
  milepost.chart = again.asChart;
  const stopAgain = rememberPlace(milepost);
  expect(again).toMatchObject({ scale: 100, visible: { x: 2_090_000, y: 20 } });
  stopAgain();
});

it("keeps where a plan is looked at until another one is opened", async () => {
  const { milepost } = fakeMilepost({
    open_plan: ({ path }) => (path === planState.path ? { ...planState, opening: 3 } : otherPlan),
  });
  const moving = movingChart();
  milepost.chart = moving.asChart;
  const stop = rememberPlace(milepost);
  moving.scrollTo(50_000, 30);
  await milepost.open(otherPlan.path);
  moving.scrollTo(41_000, 0);
  await milepost.open(planState.path);
  expect(moving.visible).toMatchObject({ x: 50_000, y: 30 });
  stop();
});

it("fills the width that the timeline has in the view that is chosen, as soon as it has one", async () => {
  const { milepost } = fakeMilepost({});
  const moving = movingChart();
  milepost.chart = moving.asChart;
  milepost.plan.state = { ...planState, views: [saved, withoutDays] };
  // A table beside the timeline takes half of the width.
  moving.nextWidth = 500;
  chooseView(milepost, saved);
  await settle();
  expect(moving).toMatchObject({ scale: 50, visible: { x: 20_819 * 50, y: 8 } });

  // A table alone takes all of it, and the days wait for the timeline to come back.
  moving.nextWidth = 0;
  chooseView(milepost, saved);
  await settle();
  moving.scrollBy(0, 30);
  moving.nextWidth = 2000;
  moving.fit();
  expect(moving).toMatchObject({ scale: 200, visible: { x: 20_819 * 200, y: 38 } });
  moving.scrollBy(900, 0);
  moving.fit();
  expect(moving.visible.x).toBe(20_819 * 200 + 900);
});

it("does not go to the days of a view that was left before the timeline came into sight", async () => {
  const { milepost } = fakeMilepost({});
  const moving = movingChart({ width: 0 });
  milepost.chart = moving.asChart;
  milepost.plan.state = { ...planState, views: [saved, withoutDays] };
  chooseView(milepost, saved);
  await settle();
  // The first of its days is all that can be shown so far.
  expect(moving).toMatchObject({ scale: 2, visible: { x: 20_819 * 2 } });
  chooseView(milepost, withoutDays);
  await settle();
  moving.nextWidth = 1000;
  moving.fit();
  expect(moving.scale).toBe(2);
});

it("keeps where each roadmap is looked at, at the same days", () => {
  const { milepost } = fakeMilepost({});
  const moving = movingChart();
  milepost.chart = moving.asChart;
  const stop = rememberPlace(milepost);
  moving.scrollTo(41_000, 300);
  goToRoadmap(milepost, "needs");
  expect(moving.visible).toMatchObject({ x: 41_000, y: 0 });
  moving.scrollTo(42_000, 70);
  goToRoadmap(milepost, "features");
  expect(moving.visible).toMatchObject({ x: 42_000, y: 300 });
  goToRoadmap(milepost, "needs");
  expect(moving.visible).toMatchObject({ x: 42_000, y: 70 });
  stop();

  // Neither takes the other's place when the plan is opened again.
  milepost.chart = movingChart().asChart;
  const stopAgain = rememberPlace(milepost);
  goToRoadmap(milepost, "features");
  expect(milepost.chart?.visible.y).toBe(300);
  stopAgain();
});

it("keeps where a table is looked at that stands in the place of the timeline", () => {
  const { milepost } = fakeMilepost({});
  const hidden = movingChart({ width: 0 });
  milepost.chart = hidden.asChart;
  const stop = rememberPlace(milepost);
  hidden.scrollTo(41_000, 300);
  stop();
  const again = movingChart({ width: 0 });
  milepost.chart = again.asChart;
  const stopAgain = rememberPlace(milepost);
  expect(again.visible).toMatchObject({ x: 41_000, y: 300 });
  stopAgain();
});

it("keeps how the roadmap is looked at when that is changed from another screen", () => {
  const { milepost } = fakeMilepost({});
  milepost.view.change({ baseline: "b1" });
  milepost.chart = movingChart().asChart;
  const stop = rememberPlace(milepost);
  expect(milepost.view.settings.baseline).toBe("b1");
  stop();
});

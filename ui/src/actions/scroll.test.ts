import { tick } from "svelte";
import { afterEach, beforeEach, expect, it } from "vitest";

import type { Chart } from "../chart/chart";
import type { Milepost } from "../milepost.svelte";
import { fakeMilepost, settle } from "../screens/fakes";
import { numberOf, spokenSpan } from "../state/days";
import { actionFor, perform } from ".";
import { goToDay } from "./go";

const visible = { x: 200_000, y: 600, width: 1000, height: 400 };
let milepost: Milepost;
let host: HTMLElement;

beforeEach(() => {
  const span = { first: "2027-01-01", last: "2027-12-31" };
  ({ milepost } = fakeMilepost({ health: () => ({ span }) as never }));
  host = document.body.appendChild(document.createElement("div"));
  const chart = {
    body: host.appendChild(document.createElement("div")),
    visible: { ...visible },
    scale: 10,
    get sight() {
      const { x, y: top, width } = this.visible;
      return { from: x / this.scale, to: (x + width) / this.scale, top };
    },
    extent: { height: 5000 },
    scrollTo(x: number, y: number) {
      this.visible = { ...this.visible, x, y };
    },
    scrollBy(dx: number, dy: number) {
      this.scrollTo(this.visible.x + dx, this.visible.y + dy);
    },
    showDay(day: number) {
      this.scrollTo(day * this.scale, this.visible.y);
    },
    showDays() {},
    refresh() {},
  };
  milepost.chart = chart as unknown as Chart;
});
afterEach(() => host.remove());

/** Presses a key on an element; true if that was for the timeline. */
async function press(key: string, held: KeyboardEventInit = {}, on: HTMLElement = document.body) {
  const event = new KeyboardEvent("keydown", { key, ...held });
  Object.defineProperty(event, "target", { value: on });
  const action = actionFor(milepost, event, on.tagName === "INPUT");
  if (action) perform(milepost, action);
  await settle();
  return action !== undefined;
}

const place = () => [milepost.chart!.visible.x, milepost.chart!.visible.y];

it("scrolls by pages of lanes and pans by pages of days, and says which days are in sight", async () => {
  await press("PageDown");
  expect(place()).toEqual([200_000, 960]);
  await press("PageUp");
  expect(place()).toEqual([200_000, 600]);
  await press("PageDown", { shiftKey: true });
  expect(place()).toEqual([200_900, 600]);
  expect(milepost.notices.spoken?.text).toBe(spokenSpan("2025-01-02", "2025-04-11"));
  await press("PageUp", { shiftKey: true });
  expect(place()).toEqual([200_000, 600]);
});

it("goes to both ends of the plan's days, and of its lanes", async () => {
  await press("Home");
  expect(place()).toEqual([numberOf("2027-01-01") * 10 - 40, 600]);
  await press("End");
  expect(place()).toEqual([numberOf("2028-01-01") * 10 + 170 - 1000, 600]);
  await press("Home", { ctrlKey: true });
  expect(place()[1]).toBe(0);
  await press("End", { ctrlKey: true });
  expect(place()[1]).toBe(5000);
});

it("goes to both ends of the money, where that stands on the timeline", async () => {
  const span = { first: "2027-01-01", last: "2027-12-31" };
  const money = { first: "2026-06-01", last: "2028-02-29" };
  const { chart } = milepost;
  ({ milepost } = fakeMilepost({ health: () => ({ span, money }) as never }));
  milepost.chart = chart;
  for (const [show_budget, roadmap, from] of [
    [true, "features", money.first],
    [false, "features", span.first],
    [true, "needs", span.first],
    [false, "budget", money.first],
  ] as const) {
    milepost.view.change({ show_budget, roadmap });
    await press("Home");
    expect(place()[0]).toBe(numberOf(from) * 10 - 40);
  }
});

it("leaves the keys to lists, panels and fields that have the focus", async () => {
  const [button, field] = ["button", "input"].map((tag) =>
    document.body.appendChild(document.createElement(tag)),
  ) as [HTMLElement, HTMLElement];
  for (const key of ["PageUp", "PageDown", "Home", "End"]) {
    expect(await press(key, {}, button)).toBe(false);
    expect(await press(key, {}, field)).toBe(false);
    expect(await press(key, {}, milepost.chart!.body)).toBe(true);
  }
  expect(await press("Home", { ctrlKey: true }, field)).toBe(false);
  button.remove();
  field.remove();
});

it("says which days are in sight at today, at a date that is gone to, and of the whole plan", async () => {
  const said = () => milepost.notices.spoken?.text;
  await press("t");
  expect(said()).toBe(spokenSpan("2026-11-23", "2027-03-02"));
  goToDay(milepost, "2027-01-01");
  expect(said()).toBe(spokenSpan("2027-01-01", "2027-04-10"));
  await press("0");
  await tick();
  await settle();
  expect(said()).toBe(`${spokenSpan("2027-01-01", "2027-12-31")}, by ${milepost.view.level}`);
});

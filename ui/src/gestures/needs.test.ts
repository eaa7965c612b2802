/** Hands on the needs roadmap, where an item may stand several times. */
import { beforeEach, expect, it } from "vitest";

import { isoOf } from "../state/days";
import { FakeSurroundings, hand } from "./fake-surroundings";
import { gestureFor } from "./gesture-for";
import { Marquee } from "./marquee";
import { MoveBar } from "./move-bar";
import { PlanFeature } from "./plan-feature";
import { marksOf } from "./shown";

let around: FakeSurroundings;
beforeEach(() => {
  around = new FakeSurroundings();
  around.onFeatures = false;
});

it("moves a feature by days alone, wherever it is dragged to", () => {
  around.bar("a", 200, 10);
  const gesture = new MoveBar(around, "a", ["a"], hand(250, 20));
  gesture.move(hand(250, 120));
  gesture.move(hand(280, 220));
  expect(around.previewed).toEqual([{ operation: "move_items", ids: ["a"], days: 3, lane: [] }]);
});

it("draws nothing on empty ground, and selects with Shift", () => {
  expect(gestureFor(around, { what: "ground" }, hand(10, 10))).toBeNull();
  expect(gestureFor(around, { what: "need", id: "n", key: "need:n" }, hand(10, 10))).toBeNull();
  expect(gestureFor(around, { what: "ground" }, hand(10, 10, { shift: true }))).toBeInstanceOf(Marquee);
});

it("lifts whole needs, and shows every place of what is held", () => {
  around.bar("need:n@one", 100, 10, 300);
  const rects: [number, number, number, number][] = [
    [230, 28, 100, 22],
    [230, 88, 100, 22],
  ];
  const schedule = { kind: "none" } as const;
  const item = { id: "a", schedule, span: null, is_above: false, theme: null, rects, conflict: null };
  const preview = { nodes: [], items: [item], lifted: ["need:n@one", "need:far@one"], troubled: [] };
  const marks = marksOf(around.chart, { preview, refused: null }, new Set(["a"]), null);
  expect(marks.lifted?.map(({ x, width }) => [x, width])).toEqual([[100, 300]]);
  expect(marks.selected?.map(({ y }) => y)).toEqual([28, 88]);
  // What lies beneath is painted again, with the need itself faint in it.
  expect(marks.beneath?.patches.map(({ area: { x, width } }) => [x, width])).toEqual([[99, 302]]);
  expect(marks.beneath?.faint.has("need:n@one")).toBe(true);
});

it("makes a feature for a need from the day where it is dropped, in one step", async () => {
  const gesture = new PlanFeature(around, "n", "Reports before nine");
  gesture.move(hand(205, 50));
  expect(around.marks.drawn).toMatchObject({ x: 200, width: 280 });
  await gesture.drop(hand(205, 50));
  gesture.cancel();
  const schedule = { kind: "dated", first: isoOf(20), last: isoOf(47) };
  const needs = [{ need: "n", fulfilment: "fully" }];
  expect(around.committed).toMatchObject([
    {
      operation: "batch",
      label: "Plan feature for need",
      operations: [{ operation: "add_item", item: { title: "Reports before nine", schedule, needs } }],
    },
  ]);
  expect(around.chosen).toHaveLength(1);
  expect(around.marks.drawn).toBeNull();
});

it.each([
  ["beside", -40, 50],
  ["above", 500, -20],
  ["below", 500, 340],
])("makes nothing where a need is dropped %s the timeline, and says so", (_, x, y) => {
  const gesture = new PlanFeature(around, "n", "Reports before nine");
  gesture.move(hand(x, y));
  expect(around.tips.at(-1)?.text).toBe("Reports before nine: drop it on a day");
  gesture.drop(hand(x, y));
  expect(around.committed).toEqual([]);
});

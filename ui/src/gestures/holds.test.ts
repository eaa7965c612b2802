import { expect, it } from "vitest";

import type { Placed } from "../chart/part";
import { FakeSurroundings } from "./fake-surroundings";
import { dotOf, holdAt } from "./holds";

const around = new FakeSurroundings();
const bar = around.bar("a", 200, 10);
around.bar("before", 120, 10, 80);

const held = (x: number, y = 22, hovered = true) => {
  const hold = holdAt(around.chart, hovered ? { item: "a", bar, key: "bar:a" } : null, { x, y });
  return [hold.what, "item" in hold ? hold.item : null, hold.what === "dot" ? hold.end : null];
};

it("takes a bar by its middle and by its edges", () => {
  expect([held(203), held(250), held(297)]).toEqual([
    ["start", "a", null],
    ["bar", "a", null],
    ["end", "a", null],
  ]);
});

it("takes a dot at either end of the bar that shows them", () => {
  expect(held(312)).toEqual(["dot", "a", "end"]);
  expect(held(305)).toEqual(["dot", "a", "end"]);
  expect(held(189)).toEqual(["dot", "a", "start"]);
  expect(held(312, 22, false)).toEqual(["ground", null, null]);
});

it("has the dot below a name that stands beside the bar, and on the way to it", () => {
  const { chart } = around;
  const { partsOf } = chart;
  const name = { key: "bar:a/name", shape: { text: {} }, bounds: { x: 307, y: 14, width: 60, height: 16 } };
  chart.partsOf = (key) => [...partsOf(key), { node: name, bounds: name.bounds } as unknown as Placed];
  expect(dotOf(chart, { bar, key: "bar:a" }, "end")).toEqual({ x: 311, y: 34 });
  expect([held(312, 38), held(305, 20), held(312, 12)]).toEqual([
    ["dot", "a", "end"],
    ["dot", "a", "end"],
    ["ground", null, null],
  ]);
  expect(dotOf(chart, { bar, key: "bar:a" }, "start")).toEqual({ x: 189, y: 22 });
  chart.partsOf = partsOf;
  expect(dotOf(chart, { bar, key: "bar:a" }, "end")).toEqual({ x: 311, y: 22 });
});

it("leaves another bar its edge beside a dot that lies on it", () => {
  expect(held(197)).toEqual(["end", "before", null]);
  expect(held(189, 12)).toEqual(["bar", "before", null]);
});

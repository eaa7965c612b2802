import { describe, expect, it } from "vitest";

import { FakeSurroundings, SCALE } from "./fake-surroundings";
import { type Edges, edgesOf, snapped, targetsAt } from "./snap";

const at = (...days: number[]): Edges => ({ start: days, end: days });
const bar = (x: number, width: number) => ({ x, y: 0, width, height: 24 });

describe("snapping", () => {
  const held = edgesOf(bar(20, 10), 2);

  it("takes the edge that is nearest, within six points", () => {
    expect(held).toEqual({ start: [10], end: [15] });
    expect(snapped(held, at(30), 25, 2)).toEqual({ days: 15, at: 30 });
    expect(snapped(held, at(30), 39, 2)).toEqual({ days: 20, at: 30 });
    expect(snapped(held, at(30), 46, 2)).toEqual({ days: 20, at: 30 });
    expect(snapped(held, at(30), 47, 2)).toBeNull();
    expect(snapped(held, at(30, 31), 34, 2)).toEqual({ days: 16, at: 31 });
    expect(snapped(held, at(), 30, 2)).toBeNull();
  });

  it("meets the first day of a day with the start and its last moment with the end", () => {
    expect(snapped(held, { start: [30], end: [31] }, 40, 2)).toEqual({ days: 20, at: 30 });
    expect(snapped(held, { start: [30], end: [31] }, 33, 2)).toEqual({ days: 16, at: 31 });
  });

  it("moves the held edge only", () => {
    expect(edgesOf(bar(20, 10), 2, "end")).toEqual({ start: [], end: [15] });
    expect(edgesOf(bar(20, 10), 2, "start")).toEqual({ start: [10], end: [] });
  });

  it("does not trust the end of a bar that is drawn wider than its days", () => {
    expect(edgesOf(bar(20, 5), 2)).toEqual({ start: [10], end: [] });
  });
});

it("looks for today, milestones and the bars around the pointer that are in sight", () => {
  const around = new FakeSurroundings();
  around.bar("dragged", 100, 10);
  around.bar("beside", 300, 40);
  around.bar("far below", 500, 120);
  around.bar("out of sight", 1200, 10);
  around.bar("later", 700, 205);
  around.milestone("spring", 450);
  const targets = targetsAt(around.chart, 20, 77, new Set(["dragged"]));
  expect(targets).toEqual({ start: [77, 45, 30, 40], end: [78, 46, 30, 40] });
  expect(targetsAt(around.chart, 190, 77, new Set(["far below"])).start).toEqual([77, 45]);
  expect(SCALE).toBe(10);
});

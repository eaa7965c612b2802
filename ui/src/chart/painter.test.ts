import { expect, it } from "vitest";

import type { Node as SceneNode } from "../bindings/Node";
import type { PathStep } from "../bindings/PathStep";
import type { TextRun } from "../bindings/TextRun";
import { Painter } from "./painter";
import { ready } from "./part";

/** A canvas that only notes how texts are painted. */
function paper() {
  const painted: unknown[] = [];
  const context = {
    direction: "inherit",
    textAlign: "start",
    fillText(text: string, ...where: number[]) {
      painted.push([text, context.direction, context.textAlign, ...where]);
    },
    measureText: (text: string) => ({ width: 8 * text.length }),
    fillRect: (...area: number[]) => painted.push(area),
    beginPath: () => painted.push("path"),
    rect: (...area: number[]) => painted.push(["within", ...area]),
    clip() {},
    save() {},
    restore() {},
    moveTo() {},
    lineTo() {},
    stroke() {},
  };
  const from = (left: number | null) =>
    new Painter(
      context as unknown as CanvasRenderingContext2D,
      () => "#000",
      10,
      0,
      left === null ? null : { x: left, y: 0 },
    );
  return { painter: from(null), from, painted };
}

const run = (text: string, direction?: "ltr" | "rtl"): TextRun => ({
  at: [5, 20],
  text,
  size: 12,
  weight: 500,
  colour: "ink",
  width: 60,
  direction,
});

it("begins every text at its left, whichever way it is read", () => {
  const { painter, painted } = paper();
  painter.text(run("דוחות (beta)", "rtl"));
  painter.text(run("Plan 路线图", "ltr"));
  painter.text(run("Plain"));
  expect(painted).toEqual([
    ["דוחות (beta)", "rtl", "left", 15, 20, 60],
    ["Plan 路线图", "ltr", "left", 15, 20, 60],
    ["Plain", "ltr", "left", 15, 20],
  ]);
});

it("paints a name that slides with what goes along, as far as there is room, and nothing of what has none", () => {
  const { from, painted } = paper();
  const node = (key: string, text: string, x: number): SceneNode => {
    return { key, shape: { text: { ...run(text), at: [x, 20], ...(x === 5 && { slides_to: 40 }) } } };
  };
  const bar = { rect: { rect: [0, 0, 140, 24] as [number, number, number, number], radius: 6 } };
  const target = { entity: "item", id: "a" } as const;
  const placed = ready([
    { key: "bar:a", shape: bar, target },
    node("bar:a/name", "Reports", 5),
    node("bar:a/name/amount", "€5", 70),
  ]).slice(1);
  const all = { x: 0, y: 0, width: 300, height: 50 };
  from(20).paintPlaced(placed, all);
  expect(painted.splice(0)).toEqual([
    ["Reports", "ltr", "left", 38, 20],
    ["€5", "ltr", "left", 103, 20],
  ]);
  from(50).paintPlaced(placed, all);
  expect(painted.filter((each) => Array.isArray(each) && each[0] !== "within")).toEqual([
    ["Reports", "ltr", "left", 68, 20],
    ["€5", "ltr", "left", 133, 20],
  ]);
  const within = painted
    .splice(0)
    .filter((each) => Array.isArray(each) && each[0] === "within") as number[][];
  // From where it stands to where its bar has no more room.
  expect(within.map(([, x]) => x)).toEqual([68, 68]);
  expect(within.map(([, x, , width]) => x! + width!)).toEqual([183, 183]);
  from(180).paintPlaced(placed, all);
  expect(painted).toEqual([]);
});

it("ends a name that has no room for all of itself with the last letter that has, and “…”", () => {
  const { from, painted } = paper();
  const bar = { rect: { rect: [0, 0, 70, 24] as [number, number, number, number], radius: 6 } };
  const text = { ...run("Report"), width: 48, slides_to: 17 };
  const placed = ready([
    { key: "bar:a", shape: bar, target: { entity: "item", id: "a" } },
    { key: "bar:a/name", shape: { text } },
  ]).slice(1);
  // From 28 on there are 37 points: three letters and the dots have 32.
  from(20).paintPlaced(placed, { x: 0, y: 0, width: 300, height: 50 });
  const [within, ...texts] = painted.filter((each) => Array.isArray(each)) as unknown[][];
  expect([within![1], within![3]]).toEqual([38, 24]);
  expect(texts).toEqual([
    ["Report", "ltr", "left", 38, 20],
    ["…", "ltr", "left", 62, 20],
  ]);
});

it("leaves no dashes to whoever strokes next", () => {
  let dashes: number[] = [];
  const context = {
    beginPath() {},
    moveTo() {},
    lineTo() {},
    stroke: () => stroked.push(dashes),
    setLineDash: (now: number[]) => (dashes = now),
  };
  const stroked: number[][] = [];
  const steps: PathStep[] = [{ move: [0, 0] }, { line: [20, 5] }];
  const path = (dash?: [number, number]) => ({
    key: "need:n/late",
    shape: { path: { steps, stroke: { colour: "danger" as const, width: 1, ...(dash && { dash }) } } },
  });
  const painter = new Painter(context as unknown as CanvasRenderingContext2D, () => "#000", 0, 0);
  painter.paint([path([2, 3]), path(), path([2, 3])]);
  expect([...stroked, dashes]).toEqual([[2, 3], [], [2, 3], []]);
});

const line = (...steps: PathStep[]) => ({
  node: { key: "link:d", shape: { path: { steps, stroke: { colour: "ink-3" as const, width: 2 } } } },
  bounds: { x: 0, y: 0, width: 100, height: 100 },
});
const down: PathStep[] = [{ move: [0, 0] }, { line: [20, 0] }, { line: [20, 80] }, { line: [60, 80] }];

it("paints lines of right angles as rectangles, with whole corners, and only those that show", () => {
  const { painter, painted } = paper();
  painter.paintPlaced([line(...down)], { x: -9, y: -9, width: 109, height: 109 });
  expect(painted.splice(0)).toEqual([
    [10, -1, 21, 2],
    [29, -1, 2, 82],
    [29, 79, 41, 2],
  ]);
  painter.paintPlaced([line(...down)], { x: 0, y: 30, width: 100, height: 10 });
  // No more than what shows, since all that is painted on counts as changed.
  expect(painted.splice(0)).toEqual([[29, 30, 2, 10]]);
  painter.paintPlaced([line({ move: [0, 0] }, { line: [20, 30] })], { x: 0, y: 0, width: 100, height: 100 });
  expect(painted).toEqual(["path"]);
});

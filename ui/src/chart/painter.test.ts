import { expect, it } from "vitest";

import type { PathStep } from "../bindings/PathStep";
import type { TextRun } from "../bindings/TextRun";
import { Painter } from "./painter";

/** A canvas that only notes how texts are painted. */
function paper() {
  const painted: unknown[] = [];
  const context = {
    direction: "inherit",
    textAlign: "start",
    fillText(text: string, ...where: number[]) {
      painted.push([text, context.direction, context.textAlign, ...where]);
    },
    fillRect: (...area: number[]) => painted.push(area),
    beginPath: () => painted.push("path"),
    moveTo() {},
    lineTo() {},
    stroke() {},
  };
  const painter = new Painter(context as unknown as CanvasRenderingContext2D, () => "#000", 10, 0);
  return { painter, painted };
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

import { expect, it } from "vitest";

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

import { expect, it } from "vitest";

import type { Scene } from "../bindings/Scene";
import { ChainMarks } from "./chain-marks";
import { Part } from "./part";
import { Picture } from "./picture";

const line = (id: string, colour: "ink-3" | "danger") => ({
  key: `link:${id}`,
  shape: {
    path: {
      steps: [{ move: [0, 0] as [number, number] }, { line: [9, 0] as [number, number] }],
      stroke: { colour, width: 1.2 },
    },
  },
});

const bar = (id: string, x: number) => ({
  key: `bar:${id}`,
  shape: { rect: { rect: [x, 0, 50, 24] as [number, number, number, number], radius: 6 } },
  target: { entity: "item" as const, id },
});

const picture = new Picture([
  new Part({
    covers: [0, 0, 100, 100],
    extent: {},
    regions: [
      {
        kind: "body",
        nodes: [line("l1", "ink-3"), line("l2", "danger"), bar("a", 0), bar("b", 60), bar("c", 120)],
      },
    ],
  } as unknown as Scene),
]);

it("lights up bars and lines of the chain that are near, and keeps conflicts red", () => {
  const marks = new ChainMarks();
  expect(marks.on(picture)).toEqual({ bars: [], lines: [] });
  const chain = { before: ["a", "far"], after: ["b"], dependencies: ["l1", "l2", "far"] };
  expect([marks.set(chain), marks.set(chain)]).toEqual([true, false]);
  const lit = marks.on(picture);
  expect(lit.bars.map(({ x }) => x)).toEqual([0, 60]);
  const strokes = lit.lines.map(({ shape }) => ("path" in shape ? shape.path.stroke : null));
  expect(strokes.map((stroke) => stroke?.colour)).toEqual(["accent", "danger"]);
  expect(strokes.every((stroke) => stroke!.width > 2)).toBe(true);
  expect(marks.on(picture)).toBe(lit);
  expect(marks.set(chain, "l1")).toBe(true);
  const widths = marks.on(picture).lines.map(({ shape }) => ("path" in shape ? shape.path.stroke!.width : 0));
  expect(widths[0]).toBeGreaterThan(widths[1]!);
  marks.set(null);
  expect(marks.on(picture).bars).toEqual([]);
});

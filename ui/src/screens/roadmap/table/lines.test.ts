import { expect, it } from "vitest";

import { bandOf, laneOfTheme, rowOf } from "./fake-rows";
import { laneOf, lineAt, linesOf, near } from "./lines";

const { lanes, rows } = bandOf(["a", "b", "c"].map((id) => rowOf({ id })));
const milestones = { ...laneOfTheme(null), lane: { by: "milestones" as const }, height: 36, top: -36 };
const lines = linesOf([...lanes, milestones], rows, 30);

it("puts lanes and rows in one order, and tells what stands where", () => {
  expect(lines.map(({ key }) => key)).toEqual(["lane:milestones", 'lane:[["theme","t1"]]', "a", "b", "c"]);
  expect(lines[0]).toMatchObject({ top: -36, height: 36 });
  expect(lineAt(lines, 61)?.key).toBe("b");
  expect(lineAt(lines, 9_000)?.key).toBe("c");
  expect(laneOf(lines, "c")).toEqual(lanes[0]?.lane);
  expect(laneOf(lines, "elsewhere")).toBeUndefined();
});

it("keeps only what is near what is in sight", () => {
  const many = Array.from({ length: 1000 }, (_, index) => rowOf({ id: `i${index}` }));
  const all = bandOf(many);
  const shown = near(linesOf(all.lanes, all.rows, 30), 15_000, 15_600);
  expect(shown).toHaveLength((600 + 2 * 240) / 30);
  expect(shown.at(0)?.top).toBe(14_760);
});

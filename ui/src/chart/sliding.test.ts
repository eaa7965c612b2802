import { expect, it } from "vitest";

import type { SlidingName } from "./part";
import { slidAcross, slidTo } from "./sliding";

/** A name 60 points wide in a bar from 100 to 240, with 9 points free around it. */
const name = (more: Partial<SlidingName> = {}): SlidingName => ({
  bar: { x: 100, y: 10, width: 140, height: 24 },
  run: {
    ...{ at: [109, 26], text: "Report templates", size: 12, weight: 500, colour: "ink", width: 60 },
    slides_to: 171,
  },
  around: { before: 0, after: 0 },
  isCut: true,
  ...more,
});
const at = (left: number, more?: Partial<SlidingName>) => slidTo(name(more), left)?.x ?? null;

it("slides to stay in sight", () => {
  expect([0, 101, 120, 163].map((left) => at(left))).toEqual([109, 109, 128, 171]);
});

it("keeps the beginning of a name in sight as long as there is room for some of it", () => {
  expect([170, 189, 190, 260].map((left) => at(left))).toEqual([178, 197, null, null]);
  expect(slidTo(name(), 170)).toMatchObject({ whole: 171, end: 231 });
  // What comes after the name has its room there, too.
  expect(slidTo(name({ around: { before: 0, after: 20 } }), 170)?.end).toBe(251);
});

it("lets what says nothing without its end go at once", () => {
  expect([163, 164].map((left) => at(left, { isCut: false }))).toEqual([171, null]);
});

it("tells where something is to be painted anew, and of nothing that has gone or still stands", () => {
  const area = slidAcross(name(), 120, 130)!;
  expect([area.x, area.y, area.height]).toEqual([126, 10, 24]);
  expect(area.x + area.width).toBeGreaterThanOrEqual(138 + 60);
  expect(slidAcross(name(), 189, 260)!.x).toBe(195);
  for (const [from, to] of [
    [0, 50],
    [210, 900],
  ] as const)
    expect(slidAcross(name(), from, to)).toBeNull();
});

import { expect, it } from "vitest";

import type { Node as SceneNode } from "../bindings/Node";
import { ready } from "./part";
import { slidAcross, slidTo } from "./sliding";
import { withFlag } from "./today-flag";

const label = (key: string, x: number, y: number, width: number, slides_to?: number): SceneNode => {
  const shape = {
    at: [x, y] as [number, number],
    text: key,
    size: 11.5,
    weight: 400,
    colour: "ink" as const,
    width,
  };
  return { key, shape: { text: slides_to === undefined ? shape : { ...shape, slides_to } } };
};

/** A flag from 160 to 205 in the lower row, over November, which is 20 points wide and goes from 108 to 300. */
const axis = ready([
  label("axis/upper/2026-10-01", 8, 19, 50, 500),
  label("axis/lower/2026-11-01", 108, 44, 20, 272),
  { key: "today/flag", shape: { rect: { rect: [160, 27, 45, 18], radius: 4, fill: "danger" } } },
  label("today/word", 167, 39.8, 31),
]);
const names = withFlag(
  axis,
  axis.flatMap(({ slides }) => slides ?? []),
);
const at = (name: number, left: number) => slidTo(names[name]!, left)?.x ?? null;

it("goes as a whole as soon as the left edge would cut it", () => {
  const [flag, word] = axis.slice(-2);
  expect(flag!.slides).toBe(word!.slides);
  expect([0, 159, 160, 190].map((left) => at(2, left))).toEqual([167, 167, null, null]);
  // All of it is painted anew then.
  const { x, y, width, height } = slidAcross(names[2]!, 150, 170)!;
  expect([x <= 160, x + width >= 205, y <= 27, y + height >= 45]).toEqual([true, true, true, true]);
});

it("is passed over by the labels of its row, and by no others", () => {
  expect([0, 110, 127, 129, 150, 200, 204, 264, 265].map((left) => at(1, left))).toEqual([
    108,
    118,
    135,
    209,
    209,
    209,
    212,
    272,
    null,
  ]);
  expect(at(0, 150)).toBe(158);
  const { x, width } = slidAcross(names[1]!, 127, 129)!;
  expect([x <= 135, x + width >= 229]).toEqual([true, true]);
});

it("leaves an axis without one as it is", () => {
  const plain = ready([label("axis/lower/2026-11-01", 108, 44, 20, 272)]);
  const its = plain.flatMap(({ slides }) => slides ?? []);
  expect(withFlag(plain, its)).toEqual(its);
});

import { describe, expect, it } from "vitest";

import { hull, intersection, revealed, type Area, without } from "./geometry";

const area = (x: number, y: number, width: number, height: number): Area => ({ x, y, width, height });

describe("without", () => {
  it("gives the whole where nothing is shared", () => {
    expect(without(area(0, 0, 10, 10), null)).toEqual([area(0, 0, 10, 10)]);
    expect(without(area(0, 0, 10, 10), area(20, 0, 5, 5))).toEqual([area(0, 0, 10, 10)]);
  });

  it("gives nothing where all is shared", () => {
    expect(without(area(0, 0, 10, 10), area(-1, -1, 20, 20))).toEqual([]);
  });

  it("gives one strip after a scroll along one axis and two along both", () => {
    expect(without(area(0, 5, 10, 10), area(0, 0, 10, 10))).toEqual([area(0, 10, 10, 5)]);
    const strips = without(area(3, 5, 10, 10), area(0, 0, 10, 10));
    expect(strips).toHaveLength(2);
    const size = strips.reduce((sum, strip) => sum + strip.width * strip.height, 0);
    const shared = intersection(area(3, 5, 10, 10), area(0, 0, 10, 10))!;
    expect(size).toBe(100 - shared.width * shared.height);
  });
});

it("finds the smallest area around others", () => {
  expect(hull([area(0, 5, 10, 10), area(-3, 8, 5, 20)])).toEqual(area(-3, 5, 13, 23));
  expect(hull([])).toBeNull();
});

it("scrolls as little as needed to show a stretch", () => {
  expect(revealed(0, 500, 100, 50)).toBe(0);
  expect(revealed(300, 500, 100, 50)).toBe(76);
  expect(revealed(0, 500, 900, 50)).toBe(474);
  expect(revealed(0, 500, 900, 800)).toBe(876);
});

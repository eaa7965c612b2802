import { expect, it } from "vitest";

import { tipPlace } from "./tip-place";

const WINDOW = { width: 1024, height: 700 };
const TALL = { width: 320, height: 120 };

it("stands under the pointer and to its right", () => {
  expect(tipPlace({ x: 100, y: 100 }, TALL, WINDOW)).toEqual({ left: 114, top: 120 });
});

it("stands above the pointer where its whole height has no room below", () => {
  expect(tipPlace({ x: 100, y: 600 }, TALL, WINDOW).top).toBe(464);
  // Short words have room there still.
  expect(tipPlace({ x: 100, y: 640 }, { width: 90, height: 28 }, WINDOW).top).toBe(660);
});

it("stays inside a window that has room neither below nor above", () => {
  expect(tipPlace({ x: 900, y: 100 }, { width: 320, height: 160 }, { width: 1024, height: 200 })).toEqual({
    left: 696,
    top: 32,
  });
  expect(tipPlace({ x: 5, y: 5 }, TALL, { width: 200, height: 100 })).toEqual({ left: 8, top: 8 });
});

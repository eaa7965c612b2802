import { expect, it } from "vitest";

import { menuPlace } from "./menu-place";

const window = { width: 1000, height: 600 };
const size = { width: 200, height: 300 };
const at = (x: number, y: number) => ({ x, y, width: 0, height: 0 });

it("opens down and to the right where there is room, else up and to the left", () => {
  expect(menuPlace(at(100, 100), size, window)).toMatchObject({ left: 100, top: 100 });
  expect(menuPlace(at(990, 590), size, window)).toMatchObject({ left: 790, top: 290 });
  expect(menuPlace({ x: 100, y: 400, width: 50, height: 30 }, size, window)).toMatchObject({ top: 100 });
});

it("stays in the window where there is room neither above nor below", () => {
  expect(menuPlace(at(100, 295), size, window)).toMatchObject({ top: 292 });
  const tall = { width: 200, height: 900 };
  expect(menuPlace(at(100, 100), tall, window)).toEqual({ left: 100, top: 8, maxHeight: 584 });
  expect(menuPlace(at(50, 100), size, { width: 180, height: 600 }).left).toBe(8);
});

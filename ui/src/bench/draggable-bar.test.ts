import { expect, it } from "vitest";

import { contains } from "../chart/geometry";
import type { Reachable } from "../chart/picture";
import { draggableBar } from "./draggable-bar";

const visible = { x: 100, y: 0, width: 600, height: 200 };
const bar = (id: string, x: number, width: number, y = 20): Reachable => ({
  key: `bar:${id}`,
  target: { entity: "item", id },
  name: id,
  bounds: { x, y, width, height: 24 },
});

/** The choice among bars of which the last one is on top. */
function chosen(...bars: Reachable[]) {
  return draggableBar(bars, visible, (point) => bars.findLast(({ bounds }) => contains(bounds, point)));
}

it("takes the first bar that is whole, wide and has room", () => {
  expect(chosen(bar("cut off", 90, 80), bar("narrow", 120, 20), bar("good", 200, 100))).toEqual({
    id: "good",
    center: { x: 250, y: 32 },
  });
  expect(chosen(bar("far right", 360, 100))).toBeNull();
});

it("leaves out bars whose middle is under another", () => {
  expect(chosen(bar("below", 200, 100), bar("above", 220, 100))?.id).toBe("above");
});

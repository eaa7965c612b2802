import { expect, it } from "vitest";

import type { Reachable } from "../../chart/picture";
import { nearest } from "./focus";

const bar = (id: string, x: number, y: number): Reachable => ({
  target: { entity: "item", id },
  name: id,
  bounds: { x, y, width: 100, height: 24 },
});

const idOf = (found: Reachable | undefined) =>
  found?.target.entity === "item" ? found.target.id : undefined;

it("goes along the row first, and to the nearest bar of the next row", () => {
  const all = [bar("a", 0, 0), bar("b", 300, 0), bar("c", 120, 30), bar("d", 20, 60)];
  expect(idOf(nearest(all[0]!, all, [1, 0]))).toBe("b");
  expect(idOf(nearest(all[0]!, all, [0, 1]))).toBe("c");
  expect(idOf(nearest(all[3]!, all, [0, -1]))).toBe("c");
  expect(nearest(all[0]!, all, [-1, 0])).toBeUndefined();
});

import { expect, it } from "vitest";

import { beforeAt, placeAt } from "./order";

it("says what to stand before for a place", () => {
  const ids = ["a", "b", "c"];
  expect(beforeAt(ids, 0, 1)).toBe("c");
  expect(beforeAt(ids, 0, 2)).toBeNull();
  expect(beforeAt(ids, 2, 0)).toBe("a");
  expect(beforeAt(ids, 1, 1)).toBeUndefined();
  expect(beforeAt(ids, 0, -1)).toBeUndefined();
  expect(beforeAt(ids, 2, 9)).toBeUndefined();
});

it("finds the place under a pointer", () => {
  const rows = [0, 40, 80].map((top) => ({ top, height: 40 }));
  expect(placeAt(rows, 0, 10)).toBe(0);
  expect(placeAt(rows, 0, 70)).toBe(1);
  expect(placeAt(rows, 0, 200)).toBe(2);
  expect(placeAt(rows, 2, 10)).toBe(0);
});

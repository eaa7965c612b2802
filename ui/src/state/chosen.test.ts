import { expect, it } from "vitest";

import { leftOf } from "./chosen";

const list = ["a", "b", "c", "d", "e"];

it("keeps what the list has, and the lead where it stands now", () => {
  expect(leftOf(list, new Set(["e", "gone", "b"]), { id: "b", index: 4 })).toEqual({
    lead: { id: "b", index: 1 },
    ids: ["b", "e"],
  });
});

it("lets the nearest lead where the lead is not in the list, or not selected", () => {
  expect(leftOf(list, new Set(["a", "d", "x"]), { id: "x", index: 4 })?.lead).toEqual({ id: "d", index: 3 });
  expect(leftOf(list, new Set(["a", "e"]), { id: "b", index: 1 })?.lead).toEqual({ id: "a", index: 0 });
  expect(leftOf(list, new Set(["x"]), { id: "x", index: 2 })).toBeNull();
});

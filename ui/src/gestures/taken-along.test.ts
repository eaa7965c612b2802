import { expect, it } from "vitest";

import { movedOf, placedAnewOf, placedOf, resizedOf } from "./taken-along";

const stays = { undated: ["u", "v"], spanning: ["e"] };

it("moves what has days, and tells how many have none", () => {
  expect(movedOf(["a", "u", "e"], stays)).toEqual({ ids: ["a", "e"], others: ["u"], words: "1 has no days" });
  expect(movedOf(["a", "u", "v"], stays).words).toBe("2 have no days");
  expect(movedOf(["a", "b"], stays)).toEqual({ ids: ["a", "b"], others: [], words: null });
});

it("resizes what has ends of its own", () => {
  expect(resizedOf(["a", "u", "e"], stays)).toEqual({
    ids: ["a"],
    others: ["u", "e"],
    words: "1 has no days, 1 spans what is in it",
  });
});

it("gives another place to what has one of its own, with days or without", () => {
  expect(placedAnewOf(["a", "u", "e"], stays)).toMatchObject({
    ids: ["a", "u"],
    words: "1 spans what is in it",
  });
});

it("takes all where none can go or nothing is known, so that the rules say why not", () => {
  expect(movedOf(["u", "v"], stays)).toEqual({ ids: ["u", "v"], others: [], words: null });
  expect(resizedOf(["e"], stays).ids).toEqual(["e"]);
  expect(movedOf(["a", "u"], null).ids).toEqual(["a", "u"]);
});

it("gives days only to what has none, and to nothing but what is held while that is not known", () => {
  expect(placedOf("u", ["a", "u", "v", "e"], stays)).toEqual(["u", "v"]);
  expect(placedOf("u", ["a", "u", "v"], null)).toEqual(["u"]);
});

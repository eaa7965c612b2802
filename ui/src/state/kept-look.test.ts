import { beforeEach, expect, it } from "vitest";

import { copyKept, keep, readLook, readPlace } from "./kept-look";
import { usualView } from "./look";

beforeEach(() => localStorage.clear());

const place = { scale: 2, day: 20_000.5, top: 30 };
const look = { settings: { ...usualView, lanes_by: "owner" as const }, chosen: "v1" };

it("keeps the place and the look of each plan apart", () => {
  keep("/a", place);
  keep("/a", look);
  expect(readPlace("/a")).toEqual(place);
  expect(readLook("/a")).toEqual(look);
  expect(readLook("/b")).toBeNull();
  copyKept("/a", "/b");
  expect(readLook("/b")).toEqual(look);
});

it("reads a place that an older version kept, and nothing that is damaged", () => {
  localStorage.setItem("milepost.place:/a", JSON.stringify(place));
  expect(readPlace("/a")).toEqual(place);
  expect(readLook("/a")).toBeNull();
  for (const damaged of ["{", "7", '{"scale":"x","settings":{"lanes_by":"team"}}']) {
    localStorage.setItem("milepost.place:/a", damaged);
    expect(readPlace("/a")).toBeNull();
    expect(readLook("/a")).toBeNull();
  }
});

import { beforeEach, expect, it } from "vitest";

import { copyKept, keepLook, keepPlace, readLook, readPlace } from "./kept-look";
import { usualOf, usualView } from "./look";

beforeEach(() => localStorage.clear());

const place = { scale: 2, day: 20_000.5, top: 30 };
const look = { settings: { ...usualView, lanes_by: "owner" as const }, chosen: "v1" };

const usual = { settings: usualView, chosen: null };
const onNeeds = { settings: usualOf("needs"), chosen: null };

it("keeps the look of each plan and the place in each of its views and roadmaps apart", () => {
  keepPlace("/a", usual, place);
  keepPlace("/a", onNeeds, { ...place, top: 7 });
  keepPlace("/a", look, { ...place, scale: 9 });
  keepLook("/a", look);
  expect(readPlace("/a", usual)).toEqual(place);
  expect(readPlace("/a", onNeeds)).toEqual({ ...place, top: 7 });
  expect(readPlace("/a", look)).toEqual({ ...place, scale: 9 });
  expect(readPlace("/a", { ...look, chosen: "v2" })).toBeNull();
  expect(readLook("/a")).toEqual(look);
  expect(readLook("/b")).toBeNull();
  copyKept("/a", "/b");
  expect(readLook("/b")).toEqual(look);
});

it("reads nothing that is damaged", () => {
  for (const damaged of [
    "{",
    "7",
    '{"places":7}',
    '{"places":{"features":7},"settings":{"lanes_by":"team"}}',
  ]) {
    localStorage.setItem("milepost.place:/a", damaged);
    expect(readPlace("/a", usual)).toBeNull();
    expect(readLook("/a")).toBeNull();
  }
});

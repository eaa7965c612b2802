import { beforeEach, expect, it } from "vitest";

import { copyKept, keepLook, keepPlace, readLook, readPlace } from "./kept-look";
import { usualView } from "./look";

beforeEach(() => localStorage.clear());

const place = { scale: 2, day: 20_000.5, top: 30 };
const look = { settings: { ...usualView, lanes_by: "owner" as const }, chosen: "v1" };

it("keeps the look of each plan and the place in each of its views apart", () => {
  keepPlace("/a", null, place);
  keepPlace("/a", "v1", { ...place, scale: 9 });
  keepLook("/a", look);
  expect(readPlace("/a", null)).toEqual(place);
  expect(readPlace("/a", "v1")).toEqual({ ...place, scale: 9 });
  expect(readPlace("/a", "v2")).toBeNull();
  expect(readLook("/a")).toEqual(look);
  expect(readLook("/b")).toBeNull();
  copyKept("/a", "/b");
  expect(readLook("/b")).toEqual(look);
});

it("reads nothing that is damaged", () => {
  for (const damaged of ["{", "7", '{"places":7}', '{"places":{"none":7},"settings":{"lanes_by":"team"}}']) {
    localStorage.setItem("milepost.place:/a", damaged);
    expect(readPlace("/a", null)).toBeNull();
    expect(readLook("/a")).toBeNull();
  }
});

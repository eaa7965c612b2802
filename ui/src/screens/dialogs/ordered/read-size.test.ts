import { expect, it } from "vitest";

import { readSize } from "./read-size";

it("reads whole numbers however their groups are kept apart", () => {
  for (const text of ["1200", "1,200", "1.200", "1 200", "1\u202f200", " 1’200 "])
    expect(readSize(text)).toBe(1200);
  expect(readSize("0")).toBe(0);
});

it("takes no fraction, no sign and no word for a number", () => {
  for (const text of ["", "1.5", "-3", "many", "12,34"]) expect(readSize(text)).toBeNull();
});

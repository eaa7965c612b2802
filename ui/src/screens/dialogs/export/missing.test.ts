import { expect, it } from "vitest";

import { aboutMissing } from "./missing";

it("lists what is missing, and counts what would be too much to list", () => {
  expect(aboutMissing("路🚀")).toMatch(/^No font on this computer can print 路 🚀\. A box stands for each\./);
  expect(aboutMissing("一二三四五六七八九十百千万億")).toContain("百 千 and 2 more. A box");
});

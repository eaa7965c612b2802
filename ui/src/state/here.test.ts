import { expect, it } from "vitest";

import { localeOf } from "./here";

it("is the system's, unless that has none to write numbers by", () => {
  expect(["de", "fr", "en-IN", "pl"].map((each) => localeOf(new Intl.NumberFormat(each)))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(localeOf(new Intl.NumberFormat("en-US-u-va-posix"))).toBe("en-GB");
});

import { expect, it } from "vitest";

import { readRate } from "./exchange-rate";

it("reads rates with either mark", () => {
  expect(readRate("0.943")).toBe(943_000_000);
  expect(readRate(" 1,0835 ")).toBe(1_083_500_000);
  expect(readRate("161")).toBe(161_000_000_000);
  expect(readRate("0.000000001")).toBe(1);
});

it("takes nothing, signs, groups and too many decimals for no rate", () => {
  for (const text of ["", "0", "0.0", "-1", "1,000.5", "one", "1e3", "0.0000000001", "12345678"])
    expect(readRate(text), text).toBeNull();
});

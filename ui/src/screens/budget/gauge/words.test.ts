import { expect, it } from "vitest";

import { leftWords, openWords } from "./words";

const cloud = { cap: 100_000, actual: 40_000, remaining: 80_000, low: 90_000, high: 150_000 };
const write = (amount: number) => `€${amount}`;

it("says what estimates leave open", () => {
  expect(leftWords({ ...cloud, cap: null }, write)).toBeNull();
  expect(leftWords({ ...cloud, cap: 120_000 }, write)).toBe("€0 left");
  expect(openWords({ ...cloud, cap: 160_000 }, write)).toBe("€10000 to €70000 left");
  expect(openWords({ ...cloud, cap: 80_000 }, write)).toBe("€10000 to €70000 over");
  expect(openWords({ ...cloud, low: 120_000, high: 120_000 }, write)).toBeNull();
});

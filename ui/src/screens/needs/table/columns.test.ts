import { expect, it } from "vitest";

import { CUSTOMER_WIDTH, FIXED, columnAt, customersInSight, extentOf, layoutFor } from "./columns";

it("gives the statement what is left over, and keeps in sight what there is room for", () => {
  const wide = layoutFor(1600, 4);
  expect(wide.widths[0]).toBe(560);
  expect(layoutFor(1100, 2).width).toBe(1100);
  const narrow = layoutFor(700, 500);
  expect(narrow.frozen).toBeLessThan(FIXED.length);
  expect(narrow.frozenWidth).toBeLessThanOrEqual(700 * 0.62);
  expect(layoutFor(300, 500).frozen).toBe(1);
});

it("has only the customers' columns that are near what is in sight", () => {
  const layout = layoutFor(1000, 500);
  const first = customersInSight(layout, 0, 1000, 500);
  expect(first.first).toBe(0);
  expect(first.end).toBeLessThan(20);
  const last = customersInSight(layout, layout.width - 1000, 1000, 500);
  expect(last.end).toBe(500);
  expect(last.first).toBeGreaterThan(470);
  expect(customersInSight(layoutFor(1000, 0), 0, 1000, 0)).toEqual({ first: 0, end: 0 });
});

it("knows where a column stands and what it sorts by", () => {
  const layout = layoutFor(1000, 2);
  expect(extentOf(layout, FIXED.length)).toEqual({
    left: layout.fixedWidth,
    right: layout.fixedWidth + CUSTOMER_WIDTH,
  });
  expect(extentOf(layout, 1).left).toBe(layout.widths[0]);
  expect(columnAt(1, [{ id: "c1" }])).toEqual({ column: "weight" });
  expect(columnAt(FIXED.length, [{ id: "c1" }])).toEqual({ column: "importance", customer: "c1" });
  expect(columnAt(FIXED.length + 1, [{ id: "c1" }])).toBeNull();
});

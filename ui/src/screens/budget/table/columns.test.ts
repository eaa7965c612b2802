import { expect, it } from "vitest";

import {
  columnName,
  columnOf,
  columnsCut,
  columnsInSight,
  columnsOf,
  extentOf,
  keyOf,
  layoutFor,
  periodAt,
} from "./columns";
import { cell, rowOf, sumsOf, tableOf } from "./fake-budget";
import { cellOf, isOver, largestOf } from "./rows";

const amounts = { period: "+75,000", total: "+100,000" };

it("has the periods of all money, of the caps and of the fiscal year, and some that follow", () => {
  const table = tableOf();
  const months = columnsOf(table, "month", 1);
  expect(months.periods[0]?.first).toBe("2026-01-01");
  expect(months.periods.at(-1)?.last).toBe("2027-12-31");
  expect(months).toMatchObject({ lead: 9, now: 10, undated: null, total: 24, count: 25 });
  expect(cellOf(table.lines[0]!.sums, months, 11).planned).toBe(50_000);
  expect(cellOf(table.lines[0]!.sums, months, 8).planned).toBe(0);
  expect(cellOf(table.lines[0]!.sums, months, 24).planned).toBe(250_000);
  const cap = { amount: 1, span: { first: "2025-12-31", last: "2028-01-01" } };
  const capped = columnsOf(tableOf([rowOf({ cap }, [0, 0, 0])]), "month", 4);
  expect(capped.periods[0]?.first).toBe("2025-12-01");
  expect(capped.periods.at(-1)?.first).toBe("2029-01-01");
});

it("has a column for what has no days, where there is such", () => {
  const row = rowOf({}, [0, 0, 0], { sums: sumsOf([cell(), cell(), cell()], cell({ planned: 700 })) });
  const table = tableOf([row]);
  const columns = columnsOf(table, "quarter", 1);
  expect(columns.undated).toBe(columns.periods.length);
  expect(columnName(columns, columns.periods.length)).toBe("No days");
  expect(columnName(columns, columns.total)).toBe("Total");
  expect(cellOf(table.lines[0]!.sums, columns, columns.undated!).planned).toBe(700);
  // It stays in sight beside the total, and periods go under both.
  const layout = layoutFor(columns, 700, amounts);
  expect(layout.beside).toBe(layout.period + layout.total);
  expect(columnsInSight(layout, columns, 9_000, 700).end).toBe(columns.periods.length);
  const cutAt = layout.period / 2 + layout.beside + layout.frozen;
  expect(columnsCut(layout, columns, 0, cutAt)).toEqual({ start: null, end: 0 });
});

it("finds a column again by what it stands for, whatever the unit", () => {
  const months = columnsOf(tableOf(), "month", 1);
  const quarters = columnsOf({ ...tableOf(), periods: [] }, "quarter", 1);
  expect(columnName(quarters, columnOf(quarters, keyOf(months, 11)))).toBe("Q4 2026");
  expect(columnOf(quarters, "total")).toBe(quarters.total);
  expect(columnOf(quarters, "undated")).toBe(quarters.total);
  expect(columnOf(months, "1990-01-01")).toBe(0);
  expect(columnOf(months, "2190-01-01")).toBe(23);
  expect(periodAt(months, 25)).toEqual({ first: "2028-02-01", last: "2028-02-29" });
});

it("has only the columns that are near what is in sight", () => {
  const cap = { amount: 1, span: { first: "1990-01-01", last: "2100-01-01" } };
  const columns = columnsOf(tableOf([rowOf({ cap }, [0, 0, 0])]), "month", 1);
  const layout = layoutFor(columns, 1200, amounts);
  expect(columns.count).toBeGreaterThan(1300);
  const { first, end } = columnsInSight(layout, columns, 50_000, 1200);
  expect(end - first).toBeLessThan(24);
  expect(extentOf(layout, first).left).toBeLessThan(50_000 + layout.frozen);
  expect(extentOf(layout, end).right).toBeGreaterThan(51_200 - layout.total);
  expect(columnsInSight(layout, columns, layout.width, 1200).end).toBe(columns.total);
  expect(layoutFor(columns, 800, amounts).name).toBeLessThan(layout.name);
  expect(layoutFor(columns, 1200, { ...amounts, period: "+123,456,789.00" }).period).toBeGreaterThan(100);
});

it("knows of which columns figures are hidden at either side", () => {
  const columns = columnsOf(tableOf(), "month", 1);
  const layout = layoutFor(columns, 1200, amounts);
  const { frozen, period, total } = layout;
  const whole = frozen + 5 * period + total;
  expect(columnsCut(layout, columns, 0, whole)).toEqual({ start: null, end: null });
  expect(columnsCut(layout, columns, 0, whole + 20)).toEqual({ start: null, end: 5 });
  expect(columnsCut(layout, columns, 2, whole)).toEqual({ start: null, end: 5 });
  expect(columnsCut(layout, columns, 2 * period + 10, whole)).toEqual({ start: 2, end: 7 });
  expect(columnsCut(layout, columns, 2 * period - 4, whole)).toEqual({ start: 1, end: null });
  expect(columnsCut(layout, columns, 0, layout.width + 500).end).toBeNull();
});

it("knows in which periods a line is over its cap", () => {
  const [row] = tableOf().lines;
  const months = columnsOf(tableOf(), "month", 1);
  expect(months.periods.map((period) => isOver(row!, period)).indexOf(true)).toBe(11);
  expect(isOver(row!, months.periods[12])).toBe(false);
  expect(isOver(row!, undefined)).toBe(false);
});

it("tells how long amounts are, and whether they have decimals", () => {
  expect(largestOf(tableOf())).toEqual({ period: 7_600_000, total: 7_750_000, isWhole: true });
  expect(largestOf(tableOf([rowOf({}, [1, 0, 0])])).isWhole).toBe(false);
});

import { expect, it } from "vitest";

import { MEASURES, type Measure } from "../../../state/budget.svelte";
import { planning } from "./changes";
import { columnsOf } from "./columns";
import { type Ground, cleared, copied, filled, hasPlanned, pasted } from "./edits";
import { tableOf } from "./fake-budget";

const table = tableOf();
const columns = columnsOf(table, "month", 1);
const OCTOBER = 9;

function ground(
  [top, left]: [number, number],
  [bottom, right]: [number, number] = [top, left],
  measures: readonly Measure[] = MEASURES,
): Ground {
  return { table, columns, measures, range: { top, bottom, left, right } };
}

const told = (changes: readonly { line: string; period: { first: string }; amount: number | null }[]) =>
  changes.map(({ line, period, amount }) => [line, period.first.slice(0, 7), amount]);

it("plans a block on as many lines and periods as it has, and in periods that follow the last", () => {
  const edit = pasted("1\t2\n\t4", ground([0, 23]));
  if ("refused" in edit) throw new Error(edit.refused);
  expect(told(edit.changes)).toEqual([
    ["cloud", "2027-12", 100],
    ["cloud", "2028-01", 200],
    ["people", "2027-12", null],
    ["people", "2028-01", 400],
  ]);
  expect(edit).toMatchObject({ rows: 5, columns: 2 });
  expect(pasted("1\t2\n\t4", ground([0, 23], [0, 23], ["planned"]))).toMatchObject({ rows: 2 });
});

it("plans one amount in all that is selected", () => {
  const edit = pasted("5", ground([0, OCTOBER], [5, OCTOBER + 1]));
  expect("changes" in edit && told(edit.changes)).toEqual([
    ["cloud", "2026-10", 500],
    ["cloud", "2026-11", 500],
    ["people", "2026-10", 500],
    ["people", "2026-11", 500],
  ]);
});

it("refuses a whole block with the reason", () => {
  const refused = (text: string, at: [number, number]) => {
    const edit = pasted(text, ground(at));
    return "refused" in edit ? edit.refused : null;
  };
  expect(refused("1\t2\n3\tApril", [0, 0])).toBe("“People”, February 2026: “April” is not an amount of EUR.");
  expect(refused("1\n2\nx", [0, 0])).toContain("Row 3, January 2026");
  expect(refused("1\n2\n3", [0, 0])).toBe(
    "The block has 3 rows, but from “Cloud” down there are only 2 lines.",
  );
  expect(refused("1\n2", [4, 0])).toContain("“People” down there is only 1 line");
  for (const at of [
    [1, 0],
    [8, 0],
    [0, columns.total],
  ] as [number, number][])
    expect(refused("1", at)).toContain("in a “Planned” row");
});

it("fills from the first of the selection, or from what is before or above one cell", () => {
  expect(told(filled("right", ground([0, OCTOBER + 2], [0, OCTOBER + 4])))).toEqual([
    ["cloud", "2027-01", 50_000],
    ["cloud", "2027-02", 50_000],
  ]);
  expect(told(filled("right", ground([4, OCTOBER + 1])))).toEqual([["people", "2026-11", null]]);
  expect(told(filled("down", ground([0, OCTOBER], [4, OCTOBER])))).toEqual([["people", "2026-10", 100_000]]);
  expect(told(filled("down", ground([4, OCTOBER])))).toEqual([["people", "2026-10", 100_000]]);
  expect(filled("down", ground([0, OCTOBER]))).toEqual([]);
  expect(filled("right", ground([0, 0]))).toEqual([]);
});

it("clears only what is planned", () => {
  expect(told(cleared(ground([0, OCTOBER - 1], [7, OCTOBER + 1])))).toEqual([
    ["cloud", "2026-10", null],
    ["cloud", "2026-11", null],
    ["people", "2026-11", null],
  ]);
  expect(hasPlanned(ground([1, OCTOBER], [3, OCTOBER]))).toBe(false);
  expect(hasPlanned(ground([0, columns.total]))).toBe(false);
});

it("copies what is selected as it stands", () => {
  expect(copied(ground([3, OCTOBER], [5, OCTOBER + 1]))).toEqual([
    [0, 0],
    [0, 7_500_000],
    [0, 0],
  ]);
  expect(copied(ground([8, columns.total]))).toEqual([[7_750_000]]);
});

it("makes one step of all changes", () => {
  const period = { first: "2027-01-01", last: "2027-01-31" };
  expect(planning([])).toBeNull();
  const one = planning([{ line: "cloud", period, amount: 5 }]);
  expect(one).toMatchObject({ operation: "plan_periods", line: "cloud", periods: [{ period, amount: 5 }] });
  const two = planning([
    { line: "cloud", period, amount: 5 },
    { line: "people", period, amount: null },
  ]);
  expect(two).toMatchObject({ operation: "batch", label: "Plan 2 amounts" });
});

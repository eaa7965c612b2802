import { expect, it } from "vitest";

import { cellsOf, tooManyRows } from "./block";

it("takes a block apart as spreadsheets put it together", () => {
  expect(cellsOf("1 Feb 2027")).toEqual([["1 Feb 2027"]]);
  expect(cellsOf("a\tb\r\n c \t\r\n")).toEqual([
    ["a", "b"],
    ["c", ""],
  ]);
  expect(cellsOf('"1,234"\t"two\nlines"\n"a ""b""\tc"\tA "quoted" word\n')).toEqual([
    ["1,234", "two\nlines"],
    ['a "b"\tc', 'A "quoted" word'],
  ]);
  expect(cellsOf('"quoted" word\n\n"open')).toEqual([['"quoted" word'], [""], ['"open']]);
  expect(cellsOf("")).toEqual([[""]]);
});

it("says where a block has more rows than there are", () => {
  expect(tooManyRows(2, "Alerts", 2, "row")).toBeNull();
  expect(tooManyRows(3, "Alerts", 1, "row")).toBe(
    "The block has 3 rows, but from “Alerts” down there is only 1 row.",
  );
});

import { expect, it } from "vitest";

import { readBlock, writeBlock } from "./block";

const euro = { code: "EUR", digits: 2 };

it("reads what spreadsheets copy, with either decimal mark and their ways to write nothing", () => {
  const text = '1234.5\t"1,234.50"\t1.234,50 €\t\r\n -   \t€ -\t0\t7\r\n';
  expect(readBlock(text, euro)).toEqual({
    rows: [
      [123_450, 123_450, 123_450, null],
      [null, null, 0, 700],
    ],
  });
});

it("says of the first cell that cannot be read where it is and why", () => {
  expect(readBlock("1\t2\n3\tApril", euro)).toEqual({
    refused: { row: 1, column: 1, why: "“April” is not an amount of EUR." },
  });
  expect(readBlock("-4", euro)).toMatchObject({ refused: { row: 0, column: 0 } });
  expect(readBlock("1.234", { code: "JPY", digits: 0 })).toEqual({ rows: [[1234]] });
  expect(readBlock("1.5", { code: "JPY", digits: 0 })).toHaveProperty("refused");
});

it("writes what it reads", () => {
  const rows = [
    [123_450, 0, 7],
    [100, 200, 300],
  ];
  const text = writeBlock(rows, euro);
  expect(text.split("\n")).toHaveLength(2);
  expect(text).not.toMatch(/1.234/);
  expect(readBlock(text, euro)).toEqual({
    rows: [
      [123_450, null, 7],
      [100, 200, 300],
    ],
  });
});

it("writes figures and signs that spreadsheets and it itself read, whatever those of the locale are", () => {
  for (const locale of ["sv", "ar-EG", "fa", "he"]) {
    const text = writeBlock([[-123_450]], euro, locale);
    expect(text, locale).toMatch(/^-1234[.,]50$/);
  }
});

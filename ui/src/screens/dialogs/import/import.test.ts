import { expect, it } from "vitest";

import type { Mapping } from "../../../bindings/Mapping";
import { noCounts } from "../../fakes";
import { readingsOf } from "./day-readings";
import { column, titlesOnly } from "./fake-mapping";
import { columnLabel, withColumn, withWord } from "./mapping";
import { countsText } from "./outcomes";

const mapping: Mapping = {
  ...titlesOnly,
  columns: { ...titlesOnly.columns, depends_on: [column("Link"), column("Link", 2)] },
};

it("puts columns in place of others, takes them away and lets none feed a field twice", () => {
  expect(withColumn(mapping, "title", 0, column("Name")).columns.title).toEqual([column("Name")]);
  expect(withColumn(mapping, "title", 1, column("Name")).columns.title).toEqual([
    column("Summary"),
    column("Name"),
  ]);
  expect(withColumn(mapping, "depends_on", 1, column("Link")).columns.depends_on).toEqual([column("Link")]);
  expect(withColumn(mapping, "title", 0, null).columns).not.toHaveProperty("title");
  expect(mapping.columns.title).toEqual([column("Summary")]);
});

it("counts columns that share a name", () => {
  const all = [column("Link"), column("Link", 2), column("Owner"), column("")];
  expect(all.map((each) => columnLabel(each, all))).toEqual(["Link (1)", "Link (2)", "Owner", "(no name)"]);
});

it("knows one meaning of a word, however it is written", () => {
  expect(withWord({ Parked: "idea", Open: "planned" }, "parked", "dropped")).toEqual({
    Open: "planned",
    parked: "dropped",
  });
});

it("shows both readings of a day in numbers", () => {
  expect(readingsOf("3/4/2027")).toEqual({ dmy: "2027-04-03", mdy: "2027-03-04" });
  expect(readingsOf("25/06/20 12:44")).toEqual({ dmy: "2020-06-25", mdy: null });
  expect(readingsOf("soon")).toEqual({ dmy: null, mdy: null });
});

it("sums up what rows came to", () => {
  expect(countsText({ ...noCounts, taken: 376, refused: 1, themes_added: 1, dependencies_added: 2 })).toBe(
    "377 rows: 376 taken, 1 refused. 1 new theme, 2 new dependencies.",
  );
  expect(countsText({ ...noCounts, taken: 1, unchanged: 2 }, "actuals")).toBe(
    "3 rows: 1 taken, 2 already there.",
  );
  expect(countsText(noCounts)).toBe("No rows.");
});

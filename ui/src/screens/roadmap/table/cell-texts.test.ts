import { expect, it } from "vitest";

import type { Column } from "../../../bindings/Column";
import type { ItemRow } from "../../../bindings/ItemRow";
import { KIND_WORDS, optionsOf } from "../../../state/words";
import { type Sources, readTexts } from "./cell-texts";
import { COLUMN_LOOKS } from "./columns";
import { rowOf } from "./fake-rows";

const dated = rowOf({ theme: "t1", schedule: { kind: "dated", first: "2027-02-01", last: "2027-02-28" } });
const undated = rowOf({ schedule: { kind: "none" } });
const themes = new Map([["t1", "Reporting"]]);

/** What texts for columns do: “field value”, “!” and why not, or “-” for nothing. */
async function read(row: ItemRow, texts: Partial<Record<Column, string>>, more: Partial<Sources> = {}) {
  const said = await readTexts(row, new Map(Object.entries(texts) as [Column, string][]), {
    today: "2026-11-23",
    locale: "en-GB",
    shown: (column, each) => COLUMN_LOOKS[column].text(each, themes),
    find: () => Promise.resolve([]),
    ...more,
  });
  return said.map(({ column, typed }) => {
    if (!typed) return [column, "-"];
    if ("refused" in typed) return [column, `!${typed.refused}`];
    if (typed.operation.operation !== "edit_items") throw new Error("It edits something else.");
    const { field, value } = typed.operation.edit;
    return [column, `${field} ${JSON.stringify(value)}`];
  });
}

it("reads each cell as if it were typed there", async () => {
  expect(await read(dated, { title: " Alerts", progress: "40 %", start: "3/1/2027", key: "" })).toEqual([
    ["start", 'start "2027-01-03"'],
    ["title", 'title "Alerts"'],
    ["progress", "progress 40"],
    ["key", "-"],
  ]);
  expect(await read(dated, { end: "rubbish" })).toEqual([
    ["end", expect.stringContaining("!“rubbish” is not a day")],
  ]);
  expect(await read(dated, { days: "" })).toEqual([["days", "!Days cannot be empty."]]);
  expect(await read(undated, { days: "" })).toEqual([["days", "-"]]);
});

it("finds what is chosen by its words alone, and takes away what is empty", async () => {
  const find: Sources["find"] = (column, _, text) =>
    Promise.resolve(
      column === "kind" ? optionsOf(KIND_WORDS).filter(({ label }) => label.includes(text)) : [],
    );
  expect(await read(dated, { kind: "Bug", theme: "" }, { find })).toEqual([
    ["kind", 'kind "bug"'],
    ["theme", "theme null"],
  ]);
  expect(await read(dated, { kind: "e", theme: "Nowhere" }, { find })).toEqual([
    ["kind", "!Nothing was chosen for “e”."],
    ["theme", "!Nothing is called “Nowhere”."],
  ]);
  expect(await read(dated, { theme: "Reporting" }, { find })).toEqual([["theme", "-"]]);
});

it("looks for a parent of what an item becomes by the same row", async () => {
  const kinds: string[] = [];
  const find: Sources["find"] = (column, { item }, text) => {
    kinds.push(`${column} of ${item.kind}`);
    return Promise.resolve([{ value: column === "kind" ? "bug" : "p1", label: text }]);
  };
  expect(await read(dated, { parent: "Reports", kind: "Bug" }, { find })).toEqual([
    ["kind", 'kind "bug"'],
    ["parent", 'parent "p1"'],
  ]);
  expect(kinds).toEqual(["kind of feature", "parent of bug"]);
});

it("sets both ends at once, so that neither has the other follow it", async () => {
  expect(await read(dated, { start: "2027-06-01", end: "2027-05-01" })).toEqual([
    ["start", 'schedule {"kind":"dated","first":"2027-06-01","last":"2027-05-01"}'],
    ["end", 'schedule {"kind":"dated","first":"2027-06-01","last":"2027-05-01"}'],
  ]);
  expect(await read(dated, { start: "2027-02-01", end: "2027-02-28", days: "28" })).toEqual([
    ["start", "-"],
    ["end", "-"],
    ["days", "-"],
  ]);
  expect(await read(dated, { start: "2027-02-01", end: "2027-02-10", days: "28" })).toEqual([
    ["start", expect.stringContaining("2027-02-10")],
    ["end", expect.stringContaining("2027-02-10")],
    ["days", "!Its start and end make 10 days."],
  ]);
  // The length that it had may be another by then.
  expect(await read(dated, { start: "2027-02-05", days: "28" })).toEqual([
    ["start", 'start "2027-02-05"'],
    ["days", "days 28"],
  ]);
});

it("takes no end without a start, and a horizon without days", async () => {
  const together = "!Start and end go together: an item has both or neither.";
  expect(await read(undated, { start: "Later", end: "", days: "" })).toEqual([
    ["start", 'schedule {"kind":"horizon","horizon":"later"}'],
    ["end", "-"],
    ["days", "-"],
  ]);
  expect(await read(dated, { start: "", end: "" })).toEqual([
    ["start", 'schedule {"kind":"none"}'],
    ["end", "-"],
  ]);
  expect(await read(dated, { start: "", end: "2027-03-01" })).toEqual([
    ["start", together],
    ["end", 'end "2027-03-01"'],
  ]);
  expect(await read(dated, { start: "2027-02-03", end: "" })).toEqual([
    ["start", 'start "2027-02-03"'],
    ["end", together],
  ]);
  expect(await read(dated, { start: "Now", end: "2027-03-01" })).toEqual([
    ["start", expect.stringContaining("now")],
    ["end", "!What has a horizon has no days."],
  ]);
});

it("refuses what comes from elsewhere, unless it says what is there", async () => {
  const epic = rowOf({ kind: "epic", schedule: dated.item.schedule }, { sums_up: true, weight: 7 });
  const [start, end] = [COLUMN_LOOKS.start.text(epic, themes), "2027-03-01"];
  expect(await read(epic, { start, weight: "7" })).toEqual([
    ["start", "-"],
    ["weight", "-"],
  ]);
  expect(await read(epic, { start, end, weight: "8" })).toEqual([
    ["start", "-"],
    ["end", expect.stringContaining("!An epic spans")],
    ["weight", expect.stringContaining("!The weight comes from")],
  ]);
});

import { expect, it } from "vitest";

import type { Column } from "../../../bindings/Column";
import type { ItemRow } from "../../../bindings/ItemRow";
import type { Schedule } from "../../../bindings/Schedule";
import { chosen, cleared, textToEdit, typed, whyFixed } from "./cell-edits";
import { rowOf } from "./fake-rows";

const dated = rowOf({});
const undated = rowOf({ schedule: { kind: "none" } });
const type = (column: Column, text: string, row: ItemRow = dated) =>
  typed(column, row, text, { today: "2026-11-23", locale: "en-GB" });
const edit = (field: string, value: unknown) => ({
  operation: { operation: "edit_items", ids: ["i1"], edit: { field, value } },
});
const schedule = (value: Schedule) => edit("schedule", value);

it("edits texts, and nothing that stays the same", () => {
  expect(type("title", " Templates ")).toEqual(edit("title", "Templates"));
  expect(type("owner", "Ada")).toEqual(edit("owner", "Ada"));
  expect(type("key", "A-1")).toEqual(edit("key", "A-1"));
  expect(type("title", dated.item.title)).toBeNull();
  expect(type("start", textToEdit("start", dated))).toBeNull();
});

it("edits what is there as well while a change may be on its way to that, but takes no day for a horizon away", () => {
  const stale = { today: "2026-11-23", isStale: true };
  expect(typed("title", dated, dated.item.title, stale)).toEqual(edit("title", dated.item.title));
  expect(typed("progress", dated, "0", stale)).toEqual(edit("progress", 0));
  expect(chosen("status", dated, "planned", true)).toEqual(edit("status", "planned"));
  expect(cleared("owner", dated, true)).toEqual(edit("owner", ""));
  const waiting = rowOf({ schedule: { kind: "horizon", horizon: "now" } });
  expect(cleared("end", waiting, true)).toBeNull();
});

it("reads days, which leave the other end where it is", () => {
  expect(type("start", "2027-01-04")).toEqual(edit("start", "2027-01-04"));
  expect(type("end", "+7")).toEqual(edit("end", "2027-04-23"));
  expect(type("end", "some time")).toEqual({ refused: expect.stringContaining("“some time” is not a day") });
});

it("gives days to what has none, and takes days away", () => {
  expect(type("start", "1 feb 2027", undated)).toEqual(edit("start", "2027-02-01"));
  expect(type("end", "28 feb 2027", undated)).toEqual(edit("end", "2027-02-28"));
  expect(type("start", "")).toEqual(schedule({ kind: "none" }));
  expect(type("start", "Later", undated)).toEqual(schedule({ kind: "horizon", horizon: "later" }));
});

it("moves the end by another number of days", () => {
  expect(textToEdit("days", dated)).toBe("74");
  expect(type("days", "80")).toEqual(edit("days", 80));
  expect(type("days", "74")).toBeNull();
  expect(type("days", "0")).toHaveProperty("refused");
  expect(type("days", "ten")).toHaveProperty("refused");
  // It may have a start by then.
  expect(type("days", "5", undated)).toEqual(edit("days", 5));
});

it("takes percentages", () => {
  expect(type("progress", "40 %")).toEqual(edit("progress", 40));
  expect(type("progress", "140")).toHaveProperty("refused");
  expect(type("progress", "0 %")).toBeNull();
});

it("sets what is chosen, and none", () => {
  expect(chosen("status", dated, "done")).toEqual(edit("status", "done"));
  expect(chosen("theme", dated, "")).toEqual(edit("theme", null));
  expect(chosen("parent", dated, "")).toBeNull();
});

it("says why an epic that spans what it holds has no days to edit", () => {
  const epic = rowOf({ kind: "epic" }, { sums_up: true });
  for (const column of ["start", "end", "days", "progress"] as const)
    expect(whyFixed(column, epic)).toContain("epic");
  expect(whyFixed("title", epic)).toBeNull();
  expect(whyFixed("start", rowOf({ kind: "epic" }))).toBeNull();
});

import { expect, it } from "vitest";

import { needOf } from "../fake-needs";
import { edited } from "./cell-edits";

const need = needOf();
const type = (column: "statement" | "wanted_by", text: string) => edited(column, need, text, "2026-11-23");

it("edits a statement and a day, and nothing that stays the same", () => {
  expect(type("statement", " Reports by eight ")).toEqual({
    edit: { field: "statement", value: "Reports by eight" },
  });
  expect(type("statement", need.statement)).toBeNull();
  expect(type("wanted_by", "2027-06-30")).toEqual({ edit: { field: "wanted_by", value: "2027-06-30" } });
  expect(type("wanted_by", "+1")).toEqual({ edit: { field: "wanted_by", value: "2027-04-01" } });
  expect(type("wanted_by", "")).toEqual({ edit: { field: "wanted_by", value: null } });
});

it("edits what is there as well while a change may be on its way to that", () => {
  expect(edited("statement", need, need.statement, "2026-11-23", true)).toEqual({
    edit: { field: "statement", value: need.statement },
  });
});

it("says why a text is no day", () => {
  expect(type("wanted_by", "soon")).toEqual({
    refused: expect.stringContaining("“soon” is not a day") as string,
  });
});

import { expect, it } from "vitest";

import { moved, toggledColumn } from "./column-order";

it("adds a column where it is offered, and takes away any but the title", () => {
  expect(toggledColumn(["title", "status", "end"], "kind")).toEqual(["title", "kind", "status", "end"]);
  expect(toggledColumn(["title", "end"], "key")).toEqual(["title", "end", "key"]);
  expect(toggledColumn(["title", "end"], "end")).toEqual(["title"]);
  expect(toggledColumn(["title", "end"], "title")).toEqual(["title", "end"]);
});

it("moves a column, but nothing before the title", () => {
  expect(moved(["title", "status", "end"], "end", 1)).toEqual(["title", "end", "status"]);
  expect(moved(["title", "status", "end"], "end", 0)).toEqual(["title", "end", "status"]);
  expect(moved(["title", "status", "end"], "status", 9)).toEqual(["title", "end", "status"]);
});

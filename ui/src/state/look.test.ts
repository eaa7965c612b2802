import { expect, it } from "vitest";

import type { ViewSettings } from "../bindings/ViewSettings";
import { isFiltering, isSame, readSettings, tidied, usualView } from "./look";

it("keeps lanes from being divided by what they stand for, and lists in their order", () => {
  expect(tidied({ ...usualView, then_by: "theme" }).then_by).toBeNull();
  expect(tidied({ ...usualView, lanes_by: null, then_by: "owner" }).then_by).toBeNull();
  const mixed = tidied({ ...usualView, lanes_by: "owner", then_by: "status", kinds: ["bug", "epic"] });
  expect(mixed).toMatchObject({ lanes_by: "owner", then_by: "status", kinds: ["epic", "bug"] });
});

it("knows the same view whatever the order of what was chosen", () => {
  const view = { ...usualView, filter: { ...usualView.filter, owners: ["Ada", "Bo"], themes: [null, "t1"] } };
  const other = {
    ...usualView,
    filter: { ...usualView.filter, owners: ["Bo", "Ada"], themes: ["t1", null] },
  };
  expect(isSame(view, other)).toBe(true);
  expect(isSame(view, { ...other, show_milestones: false })).toBe(false);
  expect(isSame(view, { ...other, filter: { ...other.filter, to: "2027-01-01" } })).toBe(false);
  // Text of spaces alone keeps nothing out.
  expect(isSame(usualView, { ...usualView, filter: { ...usualView.filter, text: " " } })).toBe(true);
});

it("tells another arrangement, another order and other epics apart", () => {
  const [a, b] = [[{ field: "owner", value: "Ada" } as const], [{ field: "owner", value: "Bo" } as const]];
  const view: ViewSettings = {
    ...usualView,
    arrangement: "both",
    columns: ["title", "end", "start"],
    sort: { by: "end", descending: true },
    lane_order: [b, a],
    collapsed: [a, b],
    collapsed_epics: ["e1", "e2"],
  };
  expect(readSettings(JSON.parse(JSON.stringify(view)))).toEqual(view);
  expect(isSame(view, { ...view, collapsed: [b, a], collapsed_epics: ["e2", "e1"] })).toBe(true);
  const others: Partial<ViewSettings>[] = [
    { arrangement: "table" },
    { columns: ["title", "start", "end"] },
    { sort: { by: "end", descending: false } },
    { sort: null },
    { lane_order: [a, b] },
    { collapsed: [a] },
    { collapsed_epics: [] },
    { show_overview: true },
  ];
  for (const other of others) expect(isSame(view, { ...view, ...other })).toBe(false);
});

it("filters as soon as one part may keep something out", () => {
  expect(isFiltering(usualView.filter)).toBe(false);
  expect(isFiltering({ ...usualView.filter, text: "  " })).toBe(false);
  expect(isFiltering({ ...usualView.filter, themes: [null] })).toBe(true);
  expect(isFiltering({ ...usualView.filter, from: "2027-01-01" })).toBe(true);
});

it("reads back what was kept, and nothing that the program does not know", () => {
  const kept = { ...usualView, kinds: ["epic", "issue"], filter: { ...usualView.filter, owners: [""] } };
  expect(readSettings(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  const collapsed = [
    [
      { field: "theme", value: null },
      { field: "status", value: "done" },
    ],
  ];
  expect(readSettings({ ...kept, collapsed })).toMatchObject({ collapsed });
  // A filter from before it could ask for epics and horizons asks for neither.
  const { parents: _, horizons: __, ...before } = kept.filter;
  expect(readSettings({ ...kept, filter: before })).toEqual(kept);
  for (const outdated of [
    null,
    "text",
    {},
    { ...kept, lanes_by: "team" },
    { ...kept, kinds: "all" },
    { ...kept, kinds: ["need"] },
    { ...kept, filter: null },
    { ...kept, filter: { ...kept.filter, from: "soon" } },
    { ...kept, filter: { ...kept.filter, statuses: [1] } },
    { ...kept, filter: { ...kept.filter, horizons: ["soon"] } },
    { ...kept, show_milestones: undefined },
    { ...kept, future: true },
    { ...kept, collapsed: [[{ field: "team", value: "a" }]] },
    { ...kept, collapsed: [[{ field: "status", value: "lost" }]] },
  ])
    expect(readSettings(outdated)).toBeNull();
});

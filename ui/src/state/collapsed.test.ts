import { expect, it } from "vitest";

import type { LaneKey } from "../bindings/LaneKey";
import { isCollapsed, toggled } from "./collapsed";
import { usualView } from "./look";

const lane = (owner: string): LaneKey => ({ by: "items", values: [{ field: "owner", value: owner }] });
const line = (id: string): LaneKey => ({ by: "line", line: id });

it("collapses a lane and expands it again, whatever the order of fields", () => {
  const once = { ...usualView, ...toggled(usualView, lane("Ada")) };
  const both = { ...once, ...toggled(once, lane("Bo")) };
  expect([isCollapsed(both, lane("Ada")), isCollapsed(both, lane("Cy"))]).toEqual([true, false]);
  const collapsed = JSON.parse('[[{"value":"Ada","field":"owner"}]]') as typeof once.collapsed;
  expect(toggled({ ...usualView, collapsed }, lane("Ada"))).toEqual({ collapsed: [] });
});

it("has budget lines collapsed until they are unfolded", () => {
  expect(isCollapsed(usualView, line("l1"))).toBe(true);
  const unfolded = { ...usualView, ...toggled(usualView, line("l1")) };
  expect([isCollapsed(unfolded, line("l1")), isCollapsed(unfolded, line("l2"))]).toEqual([false, true]);
  expect(toggled(unfolded, line("l1"))).toEqual({ unfolded: [] });
});

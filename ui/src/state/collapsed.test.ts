import { expect, it } from "vitest";

import type { LaneKey } from "../bindings/LaneKey";
import { isCollapsed, toggled } from "./collapsed";

const lane = (owner: string): LaneKey => ({ by: "items", values: [{ field: "owner", value: owner }] });

it("collapses a lane and expands it again, whatever the order of fields", () => {
  const once = toggled([], lane("Ada"));
  const both = toggled(once, lane("Bo"));
  expect([isCollapsed(both, lane("Ada")), isCollapsed(both, lane("Cy"))]).toEqual([true, false]);
  const read = JSON.parse('[[{"value":"Ada","field":"owner"}]]') as typeof once;
  expect(toggled(read, lane("Ada"))).toEqual([]);
});

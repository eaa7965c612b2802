import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Operation } from "../../bindings/Operation";
import type { Milepost } from "../../milepost.svelte";
import { fakeMilepost, itemDetail, leaveOnRemoval, patch, settle, show } from "../fakes";
import Inspector from "../roadmap/Inspector.svelte";

let shown: ReturnType<typeof show>;
let milepost: Milepost;
let operations: () => Operation[];

beforeEach(async () => {
  const fake = fakeMilepost({
    shared: () => ({ count: 2, fields: [], parent: null, highest: "feature" }),
    // Of each selection the first item has no dates, and the last one spans others.
    stays: ({ ids }) => ({ undated: ids.slice(0, 1), spanning: ids.slice(-1) }),
    item: ({ id }) => ({ ...itemDetail, item: { ...itemDetail.item, id } }),
    apply: () => patch,
  });
  ({ milepost } = fake);
  operations = () => fake.asked("apply").map(({ operation }) => operation);
  milepost.selection.select(["i1", "i2", "i3"]);
  shown = show(Inspector, { milepost });
  await settle();
});
afterEach(async () => {
  await shown.leave();
  vi.restoreAllMocks();
});

const others = { "several others": ["i4", "i5"], "one other": ["i6"] };

for (const isTold of [false, true]) {
  for (const [name, ids] of Object.entries(others)) {
    const title = `when ${name} comes under the field, ${isTold ? "told" : "not told"} that it is left`;
    it.each<[string, string, Operation]>([
      ["owner", "Bo", edit(["i1", "i2", "i3"], { field: "owner", value: "Bo" })],
      ["progress", "40", edit(["i1", "i2"], { field: "progress", value: 40 })],
      ["move-by", "5", { operation: "move_items", ids: ["i2", "i3"], days: 5, lane: [] }],
    ])(`keeps a draft for what it was typed for, ${title}: %s`, async (field, text, operation) => {
      await shown.begin(`[data-field=${field}]`, text);
      if (isTold) leaveOnRemoval();
      milepost.selection.select(ids);
      await settle();
      await settle();
      expect(operations()).toEqual([operation]);
    });
  }
}

function edit(ids: string[], change: Extract<Operation, { operation: "edit_items" }>["edit"]): Operation {
  return { operation: "edit_items", ids, edit: change };
}

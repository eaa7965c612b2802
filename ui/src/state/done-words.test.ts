import { expect, it } from "vitest";

import type { AspectValue } from "../bindings/AspectValue";
import type { ItemEdit } from "../bindings/ItemEdit";
import type { Operation } from "../bindings/Operation";
import { itemDetail, planState } from "../screens/fakes";
import { spokenSpan } from "./days";
import { doneWords } from "./done-words";

const names = {
  themes: planState.themes,
  customers: [],
  goals: [{ id: "g1", title: "Fewer calls" }],
  epics: [],
};
const patch = { label: "Move feature", changed: ["i1"] };
const dates = spokenSpan("2027-02-02", "2027-04-16");
const lane: AspectValue[] = [
  { field: "theme", value: "t2" },
  { field: "status", value: "in_progress" },
];
const moved = (days: number, to: AspectValue[]): Operation => ({
  operation: "move_items",
  ids: ["i1"],
  days,
  lane: to,
});

it("says the new dates, the new lane or both, and what was pushed", () => {
  const say = (days: number, to: AspectValue[], changed = ["i1"]) =>
    doneWords({ ...patch, changed }, moved(days, to), itemDetail, names);
  expect(say(7, [])).toBe(`Moved to ${dates}`);
  expect(say(0, lane)).toBe("Moved to lane Quality, In progress");
  expect(say(7, lane)).toBe(`Moved to ${dates}, lane Quality, In progress`);
  expect(say(0, [{ field: "owner", value: "" }])).toBe("Moved to lane No owner");
  expect(say(0, [{ field: "goal", value: "g1" }])).toBe("Moved to lane Fewer calls");
  expect(say(0, [{ field: "need", value: null }])).toBe("Moved to lane No need");
  expect(say(7, [], ["i1", "i2", "i3"])).toContain("and 2 others with it");
});

it("says a horizon, and the dates of what was resized", () => {
  const item = { ...itemDetail.item, schedule: { kind: "horizon", horizon: "next" } as const };
  const edit: ItemEdit = { field: "schedule", value: item.schedule };
  const horizon: Operation = { operation: "edit_items", ids: ["i1"], edit };
  expect(doneWords(patch, horizon, { ...itemDetail, item, span: null }, names)).toBe("Moved to Next");
  const resized: Operation = { operation: "resize_items", ids: ["i1"], edge: "end", days: 1 };
  expect(doneWords(patch, resized, itemDetail, names)).toBe(`Resized to ${dates}`);
});

it("says where something has gone that leaves a horizon, and nothing of what only gets days", () => {
  const edit: ItemEdit = { field: "schedule", value: itemDetail.item.schedule };
  const dated: Operation = { operation: "edit_items", ids: ["i1"], edit };
  const batch = (to: AspectValue[]): Operation => ({
    operation: "batch",
    label: "Schedule item",
    operations: [dated, moved(0, to)],
  });
  const say = (to: AspectValue[]) => doneWords(patch, batch(to), itemDetail, names);
  expect(say(lane)).toBe(`Moved to ${dates}, lane Quality, In progress`);
  expect(say([])).toBe("Done: Move feature");
});

it("calls everything else by its name, and several with the lane that they went to", () => {
  const several = { label: "Move 3 items", changed: ["i1", "i2", "i3"] };
  expect(doneWords(several, moved(7, []), null, names)).toBe("Done: Move 3 items");
  expect(doneWords(several, moved(0, lane), null, names)).toBe(
    "Done: Move 3 items to lane Quality, In progress",
  );
  expect(doneWords(several, moved(0, [{ field: "need", value: "n1" }]), null, names)).toBe(
    "Done: Move 3 items",
  );
});

it("says that nothing has changed of what goes to where it was", () => {
  for (const detail of [itemDetail, null]) {
    const say = doneWords({ ...patch, changed: [] }, moved(0, lane), detail, names);
    expect(say).toBe("Nothing has changed");
  }
});

it("calls what is new on a lane added, not moved", () => {
  const item = { id: "i2", kind: "feature", title: "New feature", parent: null, theme: null } as const;
  const operations: Operation[] = [{ operation: "add_item", item }, moved(0, lane)];
  const added: Operation = { operation: "batch", label: "Add feature", operations };
  expect(doneWords({ ...patch, label: "Add feature" }, added, null, names)).toBe("Done: Add feature");
});

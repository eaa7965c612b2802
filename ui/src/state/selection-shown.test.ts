/** What is selected keeps to what the roadmap shows. */
import { beforeEach, expect, it } from "vitest";

import type { ItemId } from "../bindings/ItemId";
import type { Milepost } from "../milepost.svelte";
import { fakeMilepost, itemDetail, settle } from "../screens/fakes";

let fake: ReturnType<typeof fakeMilepost>;
let milepost: Milepost;
/** What no way of looking but the usual one shows. */
let hidden: ItemId[];
const selected = () => [...milepost.selection.items];

beforeEach(() => {
  hidden = ["b", "c"];
  fake = fakeMilepost({
    item: ({ id }) => ({ ...itemDetail, item: { ...itemDetail.item, id } }),
    shown: () => ["a", "b", "c"],
    not_shown: ({ ids }) => ids.filter((id) => hidden.includes(id)),
  });
  ({ milepost } = fake);
});

it.each([
  { what: "a filter", look: () => milepost.view.filter({ owners: ["Ana"] }) },
  { what: "other kinds", look: () => milepost.view.change({ kinds: ["bug"] }) },
  { what: "another roadmap", look: () => milepost.view.goTo("budget") },
])("lets go of what $what leaves out", async ({ look }) => {
  milepost.selection.select(["a", "b", "c"]);
  look();
  await settle();
  expect([selected(), milepost.selection.detail?.item.id]).toEqual([["a"], "a"]);
});

it("keeps everything while it is only arranged otherwise, or shown whole", async () => {
  milepost.selection.select(["a", "b"]);
  const { items } = milepost.selection;
  milepost.view.change({ lanes_by: "owner", collapsed_epics: ["e"] });
  await settle();
  expect(fake.asked("not_shown")).toEqual([]);
  hidden = [];
  milepost.view.filter({ owners: ["Ana"] });
  await settle();
  expect(milepost.selection.items).toBe(items);
});

it("keeps what was selected since, and goes by what is looked at in the end", async () => {
  milepost.selection.select(["b"]);
  milepost.view.filter({ owners: ["Ana"] });
  milepost.selection.select(["c"]);
  await settle();
  expect(selected()).toEqual(["c"]);
  milepost.view.filter({ owners: [] });
  hidden = [];
  milepost.view.filter({ owners: ["Bo"] });
  await settle();
  expect(selected()).toEqual(["c"]);
  hidden = ["c"];
  milepost.view.filter({ owners: ["Ana"] });
  milepost.view.change({ lanes_by: "owner" });
  await settle();
  expect(selected()).toEqual([]);
});

it("keeps to it with what is still being asked for", async () => {
  const all = Promise.resolve(["a", "b", "c"]);
  const done = milepost.selection.selectComing(all);
  milepost.view.filter({ owners: ["Ana"] });
  await done;
  await settle();
  expect(selected()).toEqual(["a"]);
});

it("lets go of a milestone when those are hidden", () => {
  milepost.selection.selectMilestone("m1");
  milepost.view.change({ show_dependencies: false });
  expect(milepost.selection.milestone).toBe("m1");
  milepost.view.change({ show_milestones: false });
  expect(milepost.selection.milestone).toBeNull();
});

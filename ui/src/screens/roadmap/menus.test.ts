import { afterEach, beforeEach, expect, it } from "vitest";

import { performAt } from "../../actions/places";
import type { AspectValue } from "../../bindings/AspectValue";
import type { LaneKey } from "../../bindings/LaneKey";
import type { Related } from "../../bindings/Related";
import { actionNamed } from "../../actions";
import { fakeChart, thing } from "../../chart/fake-chart";
import type { Milepost } from "../../milepost.svelte";
import { fakeMilepost, itemDetail, patch, planState, refusal, settle } from "../fakes";
import { openOnRow, openOnTimeline } from "./menus";

let fake: ReturnType<typeof fakeMilepost>;
let milepost: Milepost;
/** Whether the dependency is. */
let gone: boolean;

const dependency = {
  id: "d1",
  predecessor: "a",
  successor: "b",
  kind: "finish_to_start",
  lag_days: 0,
} as const;
const related = (id: string): Related => ({ ...itemDetail.item, id, title: id });

beforeEach(() => {
  const chain = { before: ["b"], after: [], dependencies: ["l1"] };
  fake = fakeMilepost({
    item: ({ id }) => ({
      ...itemDetail,
      chain,
      item: { ...itemDetail.item, id, title: id },
      predecessors: id === "b" ? [{ dependency, other: related("a"), conflict: false }] : [],
    }),
    dependency: () => {
      if (gone) throw refusal("rule", "There is no such dependency any more.");
      return { dependency, predecessor: related("a"), successor: related("b"), conflict: false };
    },
    apply: () => patch,
    place: () => null,
    shown: () => ["a", "b", "c"],
  });
  ({ milepost } = fake);
  gone = false;
  const things = [
    thing("milestone", "m1", 40, 0),
    thing("item", "a", 0, 40),
    thing("item", "b", 300, 40),
    thing("item", "c", 0, 140),
  ];
  const bounds = { x: 200, y: 195, width: 20, height: 10 };
  milepost.chart = fakeChart(things, [{ id: "d1", key: "link:d1", bounds, nodes: [] }]);
});
afterEach(() => milepost.chart?.body.remove());

async function rightClick(x: number, y: number, on = milepost.chart!.body): Promise<MouseEvent> {
  const event = new MouseEvent("contextmenu", { clientX: x, clientY: y, bubbles: true, cancelable: true });
  const opened = new Promise<void>((resolve) =>
    document.body.addEventListener("contextmenu", () => resolve(openOnTimeline(milepost, event)), {
      once: true,
    }),
  );
  on.dispatchEvent(event);
  await opened;
  return event;
}

const offered = () => milepost.menu?.sections.flat().map(({ action }) => action.id) ?? [];
const spot = () => milepost.spot;

it("selects a bar that is not selected, and keeps several that are", async () => {
  const event = await rightClick(50, 45);
  expect(event.defaultPrevented).toBe(true);
  expect([...milepost.selection.items]).toEqual(["a"]);
  expect(offered()).toEqual(expect.arrayContaining(["inspect", "rename", "copy", "select-chain", "delete"]));
  expect(milepost.chart?.mirror.focused).toMatchObject({ entity: "item", id: "a" });

  milepost.selection.select(["a", "b"]);
  await rightClick(350, 45);
  expect([...milepost.selection.items]).toEqual(["a", "b"]);
  expect(offered()).not.toContain("rename");
});

it("does what is done to a lane in that of the bar it was opened on", async () => {
  const bounds = { x: 0, y: 0, width: 9, height: 9 };
  const on = (value: string): LaneKey => ({ by: "items", values: [{ field: "theme", value }] });
  const { chart, selection } = milepost;
  chart!.laneAt = (y) => ({ lane: on(y < 100 ? "t1" : "t2"), bounds });
  milepost.selection.select(["a", "c"]);
  selection.lane = on("named");
  const selectLane = async () => {
    performAt(milepost, actionNamed("select-lane"), spot());
    await settle();
    return fake.asked("shown").at(-1)?.lane;
  };
  await rightClick(50, 145);
  expect(await selectLane()).toEqual(on("t2"));
  milepost.selection.select(["a", "c"]);
  selection.lane = on("named");
  const element = chart!.mirror.root.querySelector<HTMLElement>("[data-item=c]")!;
  const event = new MouseEvent("contextmenu", { cancelable: true });
  Object.defineProperty(event, "target", { value: element });
  await openOnTimeline(milepost, event);
  expect(await selectLane()).toEqual(on("t2"));
});

it("offers for a milestone what can be done with one", async () => {
  await rightClick(45, 5);
  expect(milepost.selection.milestone).toBe("m1");
  expect(offered()).toEqual(["inspect", "rename", "move-earlier", "move-later", "delete"]);
});

it("means what has the focus, wherever the pointer may be", async () => {
  const element = milepost.chart!.mirror.root.querySelector<HTMLElement>("[data-item=b]")!;
  await rightClick(0, 0, element);
  expect([...milepost.selection.items]).toEqual(["b"]);
});

it("draws a feature just where the ground was clicked, and elsewhere as ever", async () => {
  await rightClick(505, 200);
  expect(offered()).toEqual(expect.arrayContaining(["add-feature", "add-milestone", "paste", "select-all"]));
  const add = actionNamed("add-feature");
  expect(add.menuLabel?.(milepost)).toBe("Add feature here");
  performAt(milepost, add, spot());
  await settle();
  const schedule = { kind: "dated", first: "1970-02-20", last: "1970-03-19" };
  expect(fake.asked("apply")).toMatchObject([{ operation: { item: { theme: "t1", schedule } } }]);
  expect(spot()).toBeNull();
});

it("adds what the lane that was clicked stands for, and asks the rules for what comes from needs alone", async () => {
  const bounds = { x: 0, y: 0, width: 9, height: 9 };
  const addOn = async (value: AspectValue) => {
    milepost.chart!.laneAt = () => ({ lane: { by: "items", values: [value] }, bounds });
    await rightClick(505, 200);
    performAt(milepost, actionNamed("add-feature"), spot());
    await settle();
    return (fake.asked("apply").at(-1) as { operation: unknown }).operation;
  };
  expect(await addOn({ field: "horizon", value: "next" })).toMatchObject({
    item: { schedule: { kind: "horizon", horizon: "next" } },
  });
  const customer = { field: "customer", value: "c1" } as const;
  expect(await addOn(customer)).toMatchObject({
    operations: [{ operation: "add_item" }, { operation: "move_items", lane: [customer] }],
  });
});

it("chooses all of the lane whose name was clicked", async () => {
  const name = milepost.chart!.body.appendChild(document.createElement("button"));
  name.dataset["lane"] = "lane:t1";
  await rightClick(10, 45, name);
  expect(offered()).toEqual(expect.arrayContaining(["toggle-lane", "select-lane", "add-feature"]));
  performAt(milepost, actionNamed("select-lane"), spot());
  await settle();
  const lane = { by: "items", values: [{ field: "theme", value: "t1" }] };
  expect(fake.asked("shown")).toMatchObject([{ lane }]);
  expect(milepost.selection.items.size).toBe(3);
});

it("opens on a lane's name that nothing can be pressed on, too", async () => {
  const names = milepost.chart!.body.appendChild(document.createElement("div"));
  names.className = "chart-names";
  milepost.chart!.laneAt = () => ({
    lane: { by: "milestones" },
    bounds: { x: 0, y: 0, width: 9, height: 9 },
  });
  await rightClick(10, 5, names);
  expect(offered()).toEqual(["add-milestone", "toggle-milestones"]);
});

it("offers for a dependency's line its kinds, both ends and to delete it", async () => {
  await rightClick(205, 200);
  expect([...milepost.selection.items, milepost.selection.inspectorOpen]).toEqual(["b", false]);
  expect(offered()).toEqual([
    "dependency-finish-to-start",
    "dependency-start-to-start",
    "dependency-finish-to-finish",
    "dependency-start-to-finish",
    "edit-dependency",
    "go-to-predecessor",
    "go-to-successor",
    "delete-dependency",
  ]);
  const actions = milepost.menu!.sections.flat().map(({ action }) => action);
  expect(actions.map((action) => action.holds?.(milepost))).toEqual([
    ...[true, false, false, false],
    ...[undefined, undefined, undefined, undefined],
  ]);
  const labels = actions.map((action) => action.menuLabel?.(milepost) ?? action.label);
  expect(labels.slice(4)).toEqual(["Edit dependency…", "Go to “a”", "Go to “b”", "Delete dependency"]);

  // What is meant by the bar that waits is the bar, though its dependency was selected with it.
  await rightClick(350, 45);
  expect(offered()).not.toContain("delete-dependency");
  milepost.plan.state = { ...planState, read_only: true };
  await rightClick(205, 200);
  expect(offered()).toEqual(["go-to-predecessor", "go-to-successor"]);
});

it("opens no menu on a line whose dependency is gone meanwhile", async () => {
  gone = true;
  await rightClick(205, 200);
  expect([milepost.menu, milepost.notices.notices.length]).toEqual([null, 1]);
});

it("leaves out what cannot be done, in a plan that can only be read", async () => {
  milepost.plan.state = { ...planState, read_only: true };
  await rightClick(50, 45);
  expect(offered()).toEqual(["inspect", "copy", "select-chain", "select-lane"]);
});

it("opens on a row of the tray with what fits there", async () => {
  const detail = {
    ...itemDetail,
    item: { ...itemDetail.item, id: "t", schedule: { kind: "none" as const } },
    span: null,
  };
  const { milepost: other } = fakeMilepost({ item: () => detail });
  const event = new MouseEvent("contextmenu", { cancelable: true });
  await openOnRow(other, "tray", "t", event);
  expect(event.defaultPrevented).toBe(true);
  const offers = other.menu?.sections.flat().map(({ action, keys }) => [action.id, keys]);
  expect(offers).toEqual([
    ["schedule", "Enter"],
    ["inspect", ""],
    ["copy", "Mod+C"],
    ["paste", "Mod+V"],
    ["duplicate", "Mod+D"],
    ["delete", "Delete"],
  ]);
});

import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { fakeChart, thing } from "../../chart/fake-chart";
import { actionFor } from "../../actions";
import type { Milepost } from "../../milepost.svelte";
import { fakeMilepost, itemDetail, patch, settle } from "../fakes";
import { moveFocus, toggleOnSpace } from "./focus";

const bars = [
  thing("milestone", "m1", 40, 0),
  thing("milestone", "m2", 400, 0),
  thing("item", "a", 0, 40),
  thing("item", "b", 300, 40),
  thing("item", "c", 120, 70),
  thing("item", "d", 20, 100),
];
const a = bars[2];

let milepost: Milepost;
let asked: ReturnType<typeof fakeMilepost>["asked"];
beforeEach(() => {
  ({ milepost, asked } = fakeMilepost({
    item: ({ id }) => ({ ...itemDetail, item: { ...itemDetail.item, id } }),
    stays: () => ({ undated: [], spanning: [] }),
    apply: () => patch,
  }));
  milepost.chart = fakeChart(bars);
  milepost.chart.mirror.focus({ entity: "item", id: "a" });
  milepost.selection.select(["a"]);
});
afterEach(() => milepost.chart?.body.remove());

const press = (key: string, held: KeyboardEventInit = {}) =>
  moveFocus(milepost, new KeyboardEvent("keydown", { key, cancelable: true, ...held }));
const letGo = (key: string) => toggleOnSpace(milepost, new KeyboardEvent("keyup", { key }));
const state = () => [milepost.chart?.mirror.focused?.id, [...milepost.selection.items].join()];

it("selects where it goes, on the way with Shift, and not at all with Ctrl", () => {
  press("ArrowRight");
  expect(state()).toEqual(["b", "b"]);
  press("ArrowDown", { shiftKey: true });
  expect(state()).toEqual(["c", "b,c"]);
  press("ArrowDown", { ctrlKey: true });
  expect(state()).toEqual(["d", "b,c"]);
  press("ArrowUp", { altKey: true });
  expect(state()).toEqual(["d", "d"]);
});

it("comes to what says by then whether it is selected", () => {
  const heard: string[] = [];
  milepost.chart!.mirror.root.addEventListener("focusin", ({ target }) => {
    const element = target as HTMLElement;
    heard.push(`${element.dataset["item"]} ${element.getAttribute("aria-selected")}`);
  });
  press("ArrowRight");
  press("ArrowDown", { shiftKey: true });
  press("ArrowDown", { ctrlKey: true });
  expect(heard).toEqual(["b true", "c true", "d false"]);
});

it("selects and deselects the focused bar by Ctrl+Space, and by Space once it is let go", () => {
  press("ArrowRight", { ctrlKey: true });
  const pressed = new KeyboardEvent("keydown", { key: " ", ctrlKey: true });
  moveFocus(milepost, pressed);
  void actionFor(milepost, pressed, false)?.run(milepost);
  // Whichever of the two keys is let go first.
  letGo(" ");
  expect(state()).toEqual(["b", "a,b"]);
  press(" ");
  letGo(" ");
  expect(state()).toEqual(["b", "a"]);
  milepost.hands = { panned: true } as NonNullable<Milepost["hands"]>;
  press(" ");
  letGo(" ");
  expect(state()).toEqual(["b", "a"]);
});

it("leaves the selection to a space bar that was pressed elsewhere, such as in a menu that gives the focus back", () => {
  letGo(" ");
  expect(state()).toEqual(["a", "a"]);
  press(" ", { repeat: true });
  letGo(" ");
  expect(state()).toEqual(["a", "a"]);
  press(" ");
  press("ArrowRight", { ctrlKey: true });
  letGo(" ");
  expect(state()).toEqual(["b", "a"]);
});

it("goes on from where something stood that has been deleted", () => {
  const left = bars.filter((each) => each !== a);
  milepost.chart = Object.assign(milepost.chart!, {
    reachable: () => left,
    items: () => left,
    thing: () => undefined,
  });
  press("ArrowDown");
  expect(state()).toEqual(["c", "c"]);
});

it.each([
  ["Enter", {}],
  ["F2", {}],
  ["Delete", {}],
  ["d", { ctrlKey: true }],
  ["c", { ctrlKey: true }],
  ["ArrowRight", { altKey: true }],
  ["ArrowDown", { altKey: true, shiftKey: true }],
])("lets %s with %o mean what has the focus, whether something else is selected or nothing", (key, held) => {
  press("ArrowRight", { ctrlKey: true });
  press(key, held);
  expect(state()).toEqual(["b", "b"]);
  milepost.selection.clear();
  press(key, held);
  expect(state()).toEqual(["b", "b"]);
});

it("does not delete what gets the focus while the key is held", () => {
  press("ArrowRight", { ctrlKey: true });
  press("Delete", { repeat: true });
  expect(state()).toEqual(["b", "a"]);
});

it("lets keys that act mean what is selected while the focus is on its way there", () => {
  milepost.selection.select(["new"]);
  milepost.chart!.mirror.select(milepost.selection);
  press("Delete");
  expect(state()).toEqual(["a", "new"]);
});

it("leaves the selection to keys that look around", () => {
  press("ArrowRight", { ctrlKey: true });
  for (const key of ["0", "t", "f", "Escape"]) press(key);
  expect(state()).toEqual(["b", "a"]);
});

it("does what has to be known first as soon as it is", async () => {
  const chain = { before: ["x"], after: [], dependencies: [] };
  ({ milepost } = fakeMilepost({
    item: ({ id }) => ({ ...itemDetail, item: { ...itemDetail.item, id }, chain }),
  }));
  milepost.chart = fakeChart(bars);
  milepost.chart.mirror.focus({ entity: "item", id: "b" });
  press("C", { ctrlKey: true, shiftKey: true });
  await settle();
  expect(state()).toEqual(["b", "b,x"]);
});

it("leaves selected what is where a key does nothing, at once or as soon as that is known", async () => {
  const shown = vi.fn();
  milepost.selection.select(["a", "c"]);
  const { chart, selection } = milepost;
  for (const [thing, key, held] of [
    [{ entity: "milestone", id: "m1" }, "c", { ctrlKey: true }],
    [{ entity: "cost", id: "k" }, "d", { ctrlKey: true }],
    [{ entity: "item", id: "b" }, "C", { ctrlKey: true, shiftKey: true }],
  ] as const) {
    chart!.mirror.focus(thing);
    const { focused } = chart!.mirror;
    const event = new KeyboardEvent("keydown", { key, cancelable: true, ...held });
    moveFocus(milepost, event);
    // Who hears of it next would do it with what is selected again by then.
    expect(event.defaultPrevented).toBe(true);
    shown(selection.items);
    chart!.mirror.select(selection);
    await settle();
    chart!.mirror.select(selection);
    expect([[...selection.items], selection.milestone]).toEqual([["a", "c"], null]);
    expect(chart!.mirror.focused).toEqual(focused);
  }
  expect([...shown.mock.lastCall![0]]).toEqual(["b"]);
});

it("means all where that is on its way, not what has the focus alone", async () => {
  let answer = (_: string[]) => {};
  const { selection } = milepost;
  selection.clear();
  void selection.selectComing(new Promise((resolve) => (answer = resolve)));
  const event = new KeyboardEvent("keydown", { key: "ArrowRight", altKey: true, cancelable: true });
  moveFocus(milepost, event);
  expect([event.defaultPrevented, selection.items.size]).toEqual([true, 0]);
  answer(["b", "c"]);
  await vi.waitFor(() => expect(asked("apply")).toHaveLength(1));
  expect(asked("apply")).toMatchObject([{ operation: { operation: "move_items", ids: ["b", "c"] } }]);
});

it("leaves a dependency selected whose item is not known yet", () => {
  const { selection } = milepost;
  selection.clear();
  selection.dependency = "d1";
  press("Delete");
  expect([selection.dependency, selection.items.size]).toEqual(["d1", 0]);
});

it("leaves the need of before selected where a key does nothing on another one", async () => {
  milepost.chart = fakeChart([thing("need", "n1", 0, 0), thing("need", "n2", 0, 40)]);
  milepost.selectNeed("n1");
  await settle();
  milepost.chart.mirror.focus({ entity: "need", id: "n2" });
  press("d", { ctrlKey: true });
  await settle();
  expect([milepost.selection.need, milepost.needs.only]).toEqual(["n1", "n1"]);
});

it("leaves a copy of marked words to the web view", () => {
  press("ArrowRight", { ctrlKey: true });
  document.getSelection()?.selectAllChildren(document.body);
  const event = new KeyboardEvent("keydown", { key: "c", ctrlKey: true, cancelable: true });
  moveFocus(milepost, event);
  document.getSelection()?.empty();
  expect([event.defaultPrevented, ...state()]).toEqual([false, "b", "a"]);
});

it("selects a milestone that it comes to, and leaves it again", () => {
  press("ArrowUp");
  expect([milepost.selection.milestone, ...state()]).toEqual(["m1", "m1", ""]);
  press("ArrowDown");
  expect([milepost.selection.milestone, ...state()]).toEqual([null, "a", "a"]);
});

it("goes to a bar far out of sight, brings it into sight and goes on from there; at the end it says so", async () => {
  const far = thing("item", "far", 3_000, 40);
  const near = [...bars];
  const chart = milepost.chart!;
  const revealed: number[] = [];
  let shown: typeof near = [];
  Object.assign(chart, {
    covers: { x: 0, y: 0, width: 600, height: 500 },
    reachable: () => [...near, ...shown],
    thing: ({ id }: { id: string }) =>
      [...near, ...shown].find(({ target }) => "id" in target && target.id === id),
    reachableIn: () => Promise.resolve([...near, far]),
    reveal: ({ x }: { x: number }) => revealed.push(x),
    painted: () => Promise.resolve(void (shown = [far])),
    updateMirror: () => {
      const sight = { x: 0, y: 0, width: 5_000, height: 500 };
      chart.mirror.update({ reachable: [...near, ...shown] } as never, sight);
    },
  });
  press("ArrowRight");
  expect(state()).toEqual(["b", "b"]);
  press("ArrowRight");
  await settle();
  expect(revealed).toEqual([300, 3_000]);
  expect(state()).toEqual(["far", "far"]);
  expect(milepost.notices.spoken).toBeNull();
  press("ArrowRight");
  await settle();
  expect(milepost.notices.spoken?.text).toBe("Nothing further to the right.");
  expect(state()).toEqual(["far", "far"]);
});

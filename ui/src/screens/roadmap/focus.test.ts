import { afterEach, beforeEach, expect, it } from "vitest";

import { fakeChart, thing } from "../../chart/fake-chart";
import type { Reachable } from "../../chart/picture";
import { actionFor } from "../../actions";
import type { Milepost } from "../../milepost.svelte";
import { fakeMilepost, itemDetail } from "../fakes";
import { moveFocus, nearest, nextFrom, toggleOnSpace } from "./focus";

const idOf = (found: Reachable | undefined) => (found && "id" in found.target ? found.target.id : undefined);

const bars = [
  thing("milestone", "m1", 40, 0),
  thing("milestone", "m2", 400, 0),
  thing("item", "a", 0, 40),
  thing("item", "b", 300, 40),
  thing("item", "c", 120, 70),
  thing("item", "d", 20, 100),
];
const [m1, m2, a, b, c, d] = bars as [Reachable, Reachable, Reachable, Reachable, Reachable, Reachable];

it("goes along the row first, and to the nearest bar of the next row", () => {
  const items = [a, b, c, d];
  expect(idOf(nearest(a, items, [1, 0]))).toBe("b");
  expect(idOf(nearest(a, items, [0, 1]))).toBe("c");
  expect(idOf(nearest(d, items, [0, -1]))).toBe("c");
  expect(nearest(a, items, [-1, 0])).toBeUndefined();
});

it("comes to the milestones from the uppermost bars only, and walks among them", () => {
  expect(idOf(nextFrom(c, bars, [0, -1]))).toBe("a");
  expect(idOf(nextFrom(a, bars, [0, -1]))).toBe("m1");
  expect(idOf(nextFrom(m1, bars, [1, 0]))).toBe("m2");
  expect(idOf(nextFrom(m2, bars, [0, 1]))).toBe("b");
  expect(nextFrom(m1, bars, [0, -1])).toBeUndefined();
  expect(idOf(nextFrom(a, [m2, ...bars], [1, 0]))).toBe("b");
});

let milepost: Milepost;
beforeEach(() => {
  ({ milepost } = fakeMilepost({ item: ({ id }) => ({ ...itemDetail, item: { ...itemDetail.item, id } }) }));
  milepost.chart = fakeChart(bars);
  milepost.chart.mirror.focus({ entity: "item", id: "a" });
  milepost.selection.select(["a"]);
});
afterEach(() => milepost.chart?.body.remove());

const press = (key: string, held: KeyboardEventInit = {}) =>
  moveFocus(milepost, new KeyboardEvent("keydown", { key, cancelable: true, ...held }));
const state = () => [milepost.chart?.mirror.focused?.id, [...milepost.selection.items].join()];

it("selects where it goes, on the way with Shift, and not at all with Ctrl", () => {
  press("ArrowRight");
  expect(state()).toEqual(["b", "b"]);
  press("ArrowDown", { shiftKey: true });
  expect(state()).toEqual(["c", "b,c"]);
  press("ArrowDown", { ctrlKey: true });
  expect(state()).toEqual(["d", "b,c"]);
  press("ArrowUp", { altKey: true });
  expect(state()).toEqual(["d", "b,c"]);
});

it("selects and deselects the focused bar by Ctrl+Space, and by Space once it is let go", () => {
  press("ArrowRight", { ctrlKey: true });
  const pressed = new KeyboardEvent("keydown", { key: " ", ctrlKey: true });
  void actionFor(milepost, pressed, false)?.run(milepost);
  expect(state()).toEqual(["b", "a,b"]);
  toggleOnSpace(milepost, new KeyboardEvent("keyup", { key: " " }));
  expect(state()).toEqual(["b", "a"]);
  milepost.hands = { panned: true } as NonNullable<Milepost["hands"]>;
  toggleOnSpace(milepost, new KeyboardEvent("keyup", { key: " " }));
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

it("lets Enter and F2 mean what has the focus, even if something else is selected", () => {
  press("ArrowRight", { ctrlKey: true });
  press("F2");
  expect(state()).toEqual(["b", "b"]);
});

it("selects a milestone that it comes to, and leaves it again", () => {
  press("ArrowUp");
  expect([milepost.selection.milestone, ...state()]).toEqual(["m1", "m1", ""]);
  press("ArrowDown");
  expect([milepost.selection.milestone, ...state()]).toEqual([null, "a", "a"]);
});

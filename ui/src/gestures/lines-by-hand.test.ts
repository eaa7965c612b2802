import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { FakeSurroundings, noHooks } from "./fake-surroundings";
import { Hands, type HandsHooks } from "./hands";

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

let around: FakeSurroundings;
let hands: Hands;
let clicks: string[];
let named: Parameters<HandsHooks["hovered"]>[1];

const point: FakeSurroundings["point"] = (...does) => around.point(...does);

function drag(from: [number, number], to: [number, number], held: PointerEventInit = {}): void {
  point("pointerdown", ...from, held);
  point("pointermove", ...to, held);
  point("pointerup", ...to, held);
}

beforeEach(() => {
  around = new FakeSurroundings();
  clicks = [];
  named = null;
  hands = new Hands(around, {
    ...noHooks,
    clicked: (item) => clicks.push(item),
    clickedLine: (id) => clicks.push(`line ${id}`),
    clickedGround: () => clicks.push("ground"),
    hovered: (_, name) => void (named = name),
  });
  around.bar("a", 200, 10);
  around.bar("b", 400, 40);
});

afterEach(() => hands.destroy());

describe("a dependency's line", () => {
  beforeEach(() => around.link("d", 300, 12));

  it("is lit, named and clicked where no bar is", () => {
    point("pointermove", 350, 25);
    expect(around.marks.pointed?.map(({ key }) => key)).toEqual(["link:d"]);
    expect([named, around.chart.body.style.cursor]).toEqual([{ dependency: "d" }, "pointer"]);
    for (const shiftKey of [false, true]) drag([350, 25], [351, 25], { shiftKey });
    expect(clicks).toEqual(["line d"]);
    point("pointermove", 290, 20);
    expect([around.marks.pointed, named]).toEqual([[], "a"]);
    point("pointermove", 350, 90);
    expect(named).toBeNull();
  });

  it("is let go of when it moves or the timeline is scrolled", () => {
    for (const change of [() => around.link("d", 305, 12), () => around.chart.scrollBy(0, 3)]) {
      point("pointermove", 350, 25);
      around.painted();
      expect(around.marks.pointed).toHaveLength(1);
      change();
      around.painted();
      expect([around.marks.pointed, named]).toEqual([[], null]);
    }
  });

  it("is ground to a drag, and is not looked for while that lasts", async () => {
    const lineAt = vi.spyOn(around.chart, "lineAt");
    point("pointerdown", 350, 30);
    expect(lineAt).toHaveBeenCalledTimes(1);
    for (const x of [360, 370, 380]) point("pointermove", x, 30);
    around.painted();
    expect(lineAt).toHaveBeenCalledTimes(1);
    expect(around.marks.pointed ?? []).toEqual([]);
    point("pointerup", 380, 30);
    await settled();
    expect(around.committed).toMatchObject([{ operation: "add_item" }]);
    around.readOnly = true;
    drag([350, 30], [390, 30]);
    expect([around.told, around.committed.length]).toEqual([1, 1]);
  });
});

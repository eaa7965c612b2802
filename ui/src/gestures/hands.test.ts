// Reason for length: all that presses, drags and rests of the pointer come to, on one timeline made of paper.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { isoOf } from "../state/days";
import { FakeSurroundings, SCALE, noHooks } from "./fake-surroundings";
import { Hands, type HandsHooks } from "./hands";

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

let around: FakeSurroundings;
let hands: Hands;
let clicks: string[];
let named: Parameters<HandsHooks["hovered"]>[1];

const point: FakeSurroundings["point"] = (...does) => around.point(...does);

const space = (type: "keydown" | "keyup") => new KeyboardEvent(type, { key: " ", bubbles: true });

/** Presses, drags in two steps and lets go. */
function drag(from: [number, number], to: [number, number], held: PointerEventInit = {}): void {
  point("pointerdown", ...from, held);
  point("pointermove", (from[0] + to[0]) / 2, (from[1] + to[1]) / 2, held);
  point("pointermove", ...to, held);
  point("pointerup", ...to, held);
}

beforeEach(() => {
  around = new FakeSurroundings();
  clicks = [];
  named = null;
  hands = new Hands(around, {
    ...noHooks,
    clicked: (item, add) => clicks.push(`${item} ${add}`),
    clickedNeed: (id, key) => clicks.push(`need ${id} at ${key}`),
    clickedCost: (id, key) => clicks.push(`cost ${id} at ${key}`),
    clickedMilestone: (id) => clicks.push(`milestone ${id}`),
    clickedGround: () => clicks.push("ground"),
    hovered: (_, name) => void (named = name),
  });
  around.bar("a", 200, 10);
  around.bar("b", 400, 40);
});

afterEach(() => hands.destroy());

describe("a drag", () => {
  it("of an edge takes all that are selected along, and only one that is not", () => {
    around.chosen = ["a", "b"];
    drag([298, 20], [320, 20]);
    around.chosen = ["b"];
    drag([298, 20], [320, 20]);
    expect(around.committed).toMatchObject([
      { operation: "resize_items", ids: ["a", "b"] },
      { operation: "resize_items", ids: ["a"] },
    ]);
    expect(around.chosen).toEqual(["a"]);
  });

  it("of several bars names the one under the hand first, which leads", () => {
    around.chosen = ["b", "a"];
    drag([250, 20], [280, 20]);
    expect(around.committed).toMatchObject([{ operation: "move_items", ids: ["a", "b"] }]);
  });

  it("on the ground draws a feature, and selects with Shift", async () => {
    drag([150, 60], [250, 60]);
    await settled();
    expect(around.committed).toMatchObject([{ operation: "add_item" }]);
    drag([150, 90], [250, 5], { shiftKey: true });
    expect(around.chosen).toEqual(["a"]);
    drag([350, 90], [450, 5], { shiftKey: true, ctrlKey: true });
    expect(around.chosen).toEqual(["a", "b"]);
    expect(around.committed).toHaveLength(1);
  });

  it("below all lanes draws a feature of none of them", async () => {
    drag([150, 340], [250, 340]);
    await settled();
    expect(around.committed).toMatchObject([{ operation: "add_item", item: { title: "New feature" } }]);
    expect(around.committed[0]).not.toMatchObject({ item: { theme: expect.anything() } });
    // The lane of a horizon has no days to draw on.
    drag([150, 240], [250, 240]);
    expect(around.committed).toHaveLength(1);
  });

  it("snaps until Alt is held", () => {
    const days = () => {
      const operation = around.previewed.at(-1);
      return operation?.operation === "move_items" && operation.days;
    };
    around.bar("c", 300 + 203, 10);
    point("pointerdown", 250, 20);
    point("pointermove", 447, 20);
    expect(days()).toBe(20);
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "Alt" }));
    point("pointermove", 444, 20, { altKey: true });
    expect(days()).toBe(19);
    window.dispatchEvent(new KeyboardEvent("keyup", { key: "Alt" }));
    expect(days()).toBe(20);
    point("pointerup", 444, 20);
    expect(around.committed).toMatchObject([{ days: 20 }]);
  });

  it("ends without effect where nobody has heard of its end", () => {
    for (const to of [252, 280]) {
      point("pointerdown", 250, 20);
      point("pointermove", to, 20);
      point("pointermove", 290, 20, { buttons: 0 });
      expect([hands.busy, around.marks.hovered?.x, named]).toEqual([false, 200, "a"]);
      point("pointerup", 290, 20);
    }
    drag([450, 50], [451, 50]);
    expect([around.committed, clicks]).toEqual([[], ["b false"]]);
  });

  it("ends without effect at Esc", () => {
    around.chosen = ["b"];
    point("pointerdown", 150, 90, { shiftKey: true });
    point("pointermove", 250, 5, { shiftKey: true });
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    point("pointerup", 250, 5, { shiftKey: true });
    expect([around.chosen, around.shownAsSelected, clicks]).toEqual([["b"], ["b"], []]);
  });
});

describe("while something is dragged", () => {
  /** The picture at twice the scale is there, with the same day under a pointer at `x`. */
  const zoom = (x: number) => {
    const { visible } = around.chart;
    const at = x + visible.x;
    Object.assign(around.chart, { shownScale: 2 * SCALE });
    visible.x += at;
    around.bar("a", 400, 10, 200);
    around.bar("b", 800, 40, 200);
  };

  /** Drags a day to the right at a time, with the picture of a zoom coming in between, or before the first of them. */
  function dragThrough(from: [number, number], held: PointerEventInit, atOnce: boolean): void {
    const [x, y] = from;
    point("pointerdown", x, y, held);
    if (!atOnce) point("pointermove", x + 10, y, held);
    const zoomedAt = atOnce ? x : x + 10;
    zoom(zoomedAt);
    point("pointermove", zoomedAt + 20, y, held);
    point("pointerup", zoomedAt + 20, y, held);
  }

  for (const atOnce of [true, false]) {
    const days = atOnce ? 1 : 2;
    const when = atOnce ? "comes before it moves" : "comes";
    const cases: [string, [number, number], object][] = [
      ["a bar", [250, 20], { operation: "move_items", days }],
      ["an edge", [298, 20], { operation: "resize_items", days }],
      ["a new bar", [150, 60], { item: { schedule: { first: isoOf(15), last: isoOf(15 + days) } } }],
    ];
    it.each(cases)(`%s stays under the hand when the picture of a zoom ${when}`, (_, from, operation) => {
      dragThrough(from, { altKey: true }, atOnce);
      expect(around.committed).toMatchObject([operation]);
    });

    it(`a rectangle does when the picture of a zoom ${when}`, () => {
      point("pointerdown", 150, 90, { shiftKey: true });
      if (!atOnce) point("pointermove", 290, 5, { shiftKey: true });
      zoom(290);
      point("pointermove", 300, 5, { shiftKey: true });
      expect(around.marks.marquee).toEqual({ x: 300, y: 5, width: 290, height: 85 });
      point("pointerup", 300, 5, { shiftKey: true });
      expect(around.chosen).toEqual(["a"]);
    });
  }

  it("keys mean nothing else", () => {
    const heard: string[] = [];
    const hear = ({ type, key }: KeyboardEvent) => void heard.push(`${type} ${key}`);
    for (const type of ["keydown", "keyup"] as const) window.addEventListener(type, hear);
    const press = (key: string) => {
      for (const type of ["keydown", "keyup"])
        document.body.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
    };
    point("pointerdown", 250, 20);
    press("+");
    point("pointermove", 280, 20);
    press("Delete");
    point("pointerup", 280, 20);
    expect(heard).toEqual([]);
    press("0");
    expect(heard).toEqual(["keydown 0", "keyup 0"]);
    for (const type of ["keydown", "keyup"] as const) window.removeEventListener(type, hear);
  });
});

describe("in a plan that can only be read", () => {
  beforeEach(() => void (around.readOnly = true));

  it("nothing is dragged, which each try is told once", () => {
    for (const from of [
      [250, 20],
      [298, 20],
      [150, 60],
    ] as [number, number][]) {
      around.told = 0;
      drag(from, [from[0] + 90, 90]);
      expect(around.told).toBe(1);
    }
    expect([around.previewed, around.committed, clicks]).toEqual([[], [], []]);
  });

  it("the pointer promises no drag", () => {
    for (const x of [203, 250, 297]) {
      point("pointermove", x, 20);
      expect(around.chart.body.style.cursor).toBe("pointer");
    }
    expect([around.marks.hovered, around.marks.dots]).toEqual([null, []]);
  });

  it("bars are still selected, by presses and in a rectangle", () => {
    drag([250, 20], [251, 20]);
    drag([150, 90], [250, 5], { shiftKey: true });
    expect([clicks, around.chosen, around.told]).toEqual([["a false"], ["a"], 0]);
  });
});

it("pans with the middle button and with the space bar, also where nothing can be changed", () => {
  around.readOnly = true;
  drag([250, 60], [150, 90], { button: 1 });
  expect([around.chart.visible.x, around.chart.visible.y]).toEqual([100, -30]);
  window.dispatchEvent(new KeyboardEvent("keydown", { key: " " }));
  drag([150, 90], [250, 60]);
  window.dispatchEvent(new KeyboardEvent("keyup", { key: " " }));
  expect([around.chart.visible.x, around.chart.visible.y]).toEqual([0, 0]);
  expect([around.committed, clicks, around.told]).toEqual([[], [], 0]);
});

it.each([
  [
    "comes up in a text that got the focus by it",
    (field: HTMLElement) => field.dispatchEvent(space("keyup")),
  ],
  ["was held when the window was left", () => window.dispatchEvent(new Event("blur"))],
])("does not pan any more after a space bar that %s", (_, letGo) => {
  const field = document.body.appendChild(document.createElement("textarea"));
  window.dispatchEvent(space("keydown"));
  letGo(field);
  field.remove();
  drag([250, 20], [280, 20]);
  expect(around.committed).toMatchObject([{ operation: "move_items", days: 3 }]);
});

it("keeps what is dragged under the hand while the wheel scrolls the timeline", () => {
  point("pointerdown", 250, 20);
  point("pointermove", 280, 20);
  around.chart.scrollBy(100, 0);
  around.painted();
  expect(around.previewed.at(-1)).toMatchObject({ ids: ["a"], days: 13 });
  const asked = around.previewed.length;
  around.painted();
  expect(around.previewed).toHaveLength(asked);
});

it("follows the finger that has taken hold, whatever others do", () => {
  const other = { pointerId: 2 };
  point("pointerdown", 250, 20);
  point("pointerdown", 450, 50, other);
  point("pointermove", 255, 20);
  point("pointermove", 280, 20);
  point("pointermove", 600, 50, other);
  point("pointerup", 600, 50, other);
  point("pointercancel", 600, 50, other);
  expect([around.committed, hands.busy]).toEqual([[], true]);
  point("pointerup", 280, 20);
  expect(around.committed).toMatchObject([{ operation: "move_items", ids: ["a"], days: 3 }]);
  // The next press may be that of any finger.
  drag([450, 50], [480, 50], other);
  expect(around.committed).toMatchObject([{ ids: ["a"] }, { ids: ["b"], days: 3 }]);
});

it("takes a press without a drag for a click, which takes nothing away if it was to add", () => {
  for (const shiftKey of [false, true]) {
    drag([250, 20], [251, 20], { shiftKey });
    drag([150, 60], [151, 60], { shiftKey });
  }
  expect(clicks).toEqual(["a false", "ground", "a true"]);
});

it("leaves the right button to menus", () => {
  drag([250, 20], [350, 20], { button: 2 });
  expect([clicks, around.committed, hands.busy]).toEqual([[], [], false]);
});

it("knows whether the space bar has served to pan", () => {
  const space = (type: string) => window.dispatchEvent(new KeyboardEvent(type, { key: " " }));
  space("keydown");
  expect(hands.panned).toBe(false);
  point("pointerdown", 150, 60);
  point("pointermove", 180, 60);
  point("pointerup", 180, 60);
  space("keydown");
  space("keyup");
  expect(hands.panned).toBe(true);
  space("keydown");
  expect(hands.panned).toBe(false);
  space("keyup");
});

describe("near an edge of the chart", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const frames = (count: number) => {
    for (let frame = 0; frame < count; frame++) vi.advanceTimersToNextFrame();
  };

  it("a bar goes on moving under a pointer that rests", () => {
    point("pointerdown", 250, 20);
    point("pointermove", 990, 20);
    const before = around.previewed.at(-1);
    frames(30);
    expect(before).toMatchObject({ days: 74 });
    expect(around.chart.visible.x).toBeGreaterThan(100);
    const days = Math.round((around.chart.visible.x + 740) / SCALE);
    expect(around.previewed.at(-1)).toMatchObject({ days });
    point("pointerup", 990, 20);
    expect(around.committed).toMatchObject([{ days }]);
  });

  it("the chart stays where the pointer is over the tray", () => {
    around.tray = { x: -300, y: 0, width: 300, height: 300 };
    point("pointerdown", 250, 20);
    point("pointermove", -100, 20);
    const { x } = around.chart.visible;
    frames(30);
    expect(around.chart.visible.x).toBe(x);
    point("pointerup", -100, 20);
    expect(around.committed).toMatchObject([{ edit: { field: "schedule", value: { kind: "none" } } }]);
  });

  it("the chart goes back to where it was where the way to the tray has scrolled it", () => {
    around.tray = { x: -300, y: 0, width: 300, height: 300 };
    point("pointerdown", 250, 20);
    point("pointermove", 2, 20);
    frames(30);
    expect(around.chart.visible.x).toBeLessThan(0);
    point("pointermove", -100, 20);
    expect(around.chart.visible).toMatchObject({ x: 0, y: 0 });
    hands.cancel();
  });

  it("the chart goes back to where it was with Esc", () => {
    point("pointerdown", 250, 20);
    point("pointermove", 990, 20);
    frames(30);
    expect(around.chart.visible.x).toBeGreaterThan(100);
    hands.cancel();
    expect(around.chart.visible.x).toBe(0);
  });

  it("the chart stops with the gesture", () => {
    for (const end of ["drop", "Esc"] as const) {
      point("pointerdown", 250, 20);
      point("pointermove", 990, 20);
      if (end === "drop") point("pointerup", 990, 20);
      else hands.cancel();
      const { x } = around.chart.visible;
      frames(10);
      expect(around.chart.visible.x).toBe(x);
    }
  });
});

describe("what was dropped", () => {
  const frames: (() => void)[] = [];
  beforeEach(() => {
    frames.length = 0;
    around.chart.painted = () => new Promise((resolve) => frames.push(resolve));
    around.answer = {
      preview: { nodes: [{ key: "bar:a" } as never], items: [], troubled: [] },
      refused: null,
    };
    drag([250, 20], [280, 20]);
  });
  const shown = () => around.marks.preview?.length;

  it("is shown until it is painted where it stands now", async () => {
    await settled();
    expect([around.committed.length, shown()]).toEqual([1, 1]);
    frames[0]?.();
    await settled();
    expect(shown()).toBe(0);
  });

  it("gives way to the next drag, which stays in sight when it is painted", async () => {
    await settled();
    point("pointerdown", 450, 50);
    point("pointermove", 450, 90);
    around.marks = {};
    point("pointermove", 490, 50);
    expect(shown()).toBe(1);
    frames[0]?.();
    await settled();
    expect(shown()).toBe(1);
    hands.cancel();
    expect(shown()).toBe(0);
  });
});

describe("a pointer that rests on a bar", () => {
  const rest = () => {
    point("pointermove", 250, 20);
    expect([named, around.marks.hovered?.x]).toEqual(["a", 200]);
  };
  const shown = () => [named, around.marks.hovered];

  it("tells a milestone as it does a bar", () => {
    const { x, y, width, height } = around.milestone("m1", 700);
    point("pointermove", x + width / 2, y + height / 2);
    expect(named).toBe("m1");
  });

  it("keeps its frame and its name while the bar stays under it", () => {
    rest();
    around.bar("b", 420, 70);
    around.painted();
    expect(named).toBe("a");
    expect(around.marks.hovered).not.toBeNull();
  });

  it.each([
    ["the bar moves", () => void around.bar("a", 200, 70)],
    ["the bar is deleted", () => around.forget("a")],
    ["the timeline is scrolled", () => around.chart.scrollBy(0, 30)],
  ])("loses both when %s", (_, change) => {
    rest();
    change();
    around.painted();
    expect(shown()).toEqual([null, null]);
    point("pointermove", 251, 20);
  });

  it("gets them for what the wheel has brought under it, once that rests", async () => {
    vi.useFakeTimers();
    rest();
    const turn = () => {
      around.chart.scrollBy(200, 30);
      around.painted();
      around.chart.body.dispatchEvent(new MouseEvent("wheel", { clientX: 250, clientY: 20 }));
    };
    turn();
    await vi.advanceTimersByTimeAsync(50);
    expect(shown()).toEqual([null, null]);
    await vi.advanceTimersByTimeAsync(50);
    expect([named, around.marks.hovered?.x]).toEqual(["b", 400]);
    // Who has moved it on has been told by that.
    turn();
    point("pointermove", 250, 200);
    await vi.advanceTimersByTimeAsync(100);
    expect(shown()).toEqual([null, null]);
    vi.useRealTimers();
  });
});

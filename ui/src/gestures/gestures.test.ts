import { describe, expect, it } from "vitest";

import type { Conflict } from "../bindings/Conflict";
import type { LaneKey } from "../bindings/LaneKey";
import type { Rect } from "../bindings/Rect";
import { isoOf } from "../state/days";
import { conflictWords } from "../state/dependency-words";
import { DrawBar } from "./draw-bar";
import { FakeSurroundings, hand } from "./fake-surroundings";
import { MoveBar } from "./move-bar";
import { PlaceItem } from "./place-item";
import { ResizeBar } from "./resize-bar";

const conflict: Conflict = {
  dependency: "l1",
  successor: "b",
  predecessor_title: "A",
  kind: "finish_to_start",
  day: "2027-05-04",
  predecessor_day: "2027-05-20",
  lag_days: 0,
  has_begun: false,
};

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("moving a bar", () => {
  const begin = () => {
    const around = new FakeSurroundings();
    around.bar("a", 200, 10);
    return { around, gesture: new MoveBar(around, "a", ["a", "b"], hand(250, 20)) };
  };

  it("sideways changes the days of all that are held, and nothing else", async () => {
    const { around, gesture } = begin();
    gesture.move(hand(283, 22));
    const operation = { operation: "move_items", ids: ["a", "b"], days: 3, lane: [] };
    expect(around.previewed).toEqual([operation]);
    gesture.drop(hand(283, 22));
    await settled();
    expect(around.committed).toEqual([operation]);
    expect(around.marks.preview).toEqual([]);
  });

  it("up or down changes the lane only, unless the pointer strays far", () => {
    const { around, gesture } = begin();
    gesture.move(hand(259, 120));
    gesture.move(hand(300, 120));
    const lane = [{ field: "theme", value: "two" }];
    expect(around.previewed).toEqual([
      { operation: "move_items", ids: ["a", "b"], days: 0, lane },
      { operation: "move_items", ids: ["a", "b"], days: 5, lane },
    ]);
  });

  it("onto a horizon takes the days away", () => {
    const { around, gesture } = begin();
    gesture.drop(hand(250, 220));
    const edit = { field: "schedule", value: { kind: "horizon", horizon: "later" } };
    expect(around.committed).toEqual([{ operation: "edit_items", ids: ["a", "b"], edit }]);
  });

  it("off a horizon gives days from the pointer on", () => {
    const around = new FakeSurroundings();
    around.bar("a", 0, 205);
    const gesture = new MoveBar(around, "a", ["a"], hand(50, 220));
    gesture.drop(hand(207, 150));
    const [operation] = around.committed;
    const schedule = { kind: "dated", first: isoOf(20), last: isoOf(47) };
    expect(operation).toMatchObject({ operations: [{ edit: { value: schedule } }, { days: 0 }] });
  });

  it("off a horizon leaves the bars alone that are selected, too", () => {
    const around = new FakeSurroundings();
    around.bar("a", 0, 205);
    around.staying = { undated: ["a", "other chip"], spanning: [] };
    const gesture = new MoveBar(around, "a", ["dated", "a", "other chip"], hand(50, 220));
    gesture.drop(hand(207, 150));
    const ids = ["a", "other chip"];
    expect(around.committed).toMatchObject([
      {
        label: "Schedule 2 items",
        operations: [
          { operation: "edit_items", ids },
          { ids, days: 0 },
        ],
      },
    ]);
  });

  it("takes along what has days, tells how many have none, and lets those follow to a lane only", async () => {
    const { around, gesture } = begin();
    around.staying = { undated: ["b"], spanning: [] };
    around.answer = { preview: { nodes: [], items: [], troubled: [] }, refused: null };
    gesture.move(hand(280, 20));
    expect(around.tips.at(-1)?.text).toBe("1 has no days");
    gesture.drop(hand(280, 20));
    await settled();
    const other = begin();
    other.around.staying = { undated: ["b"], spanning: [] };
    other.gesture.drop(hand(280, 120));
    const lane = [{ field: "theme", value: "two" }];
    expect([around.committed, around.more]).toEqual([
      [{ operation: "move_items", ids: ["a"], days: 3, lane: [] }],
      ["1 has no days"],
    ]);
    expect(other.around.committed).toEqual([
      {
        operation: "batch",
        label: "Move 2 items",
        operations: [
          { operation: "move_items", ids: ["a"], days: 3, lane },
          { operation: "move_items", ids: ["b"], days: 0, lane },
        ],
      },
    ]);
  });

  it("goes by weeks with Shift, whatever is near that it would snap to", () => {
    const { around, gesture } = begin();
    around.bar("next", 390, 10);
    gesture.move(hand(250 + 85, 20));
    expect(around.previewed).toMatchObject([{ days: 9 }]);
    gesture.drop(hand(250 + 100, 20, { shift: true }));
    expect(around.committed).toEqual([{ operation: "move_items", ids: ["a", "b"], days: 7, lane: [] }]);
  });

  it("lifts what it pushes, too, and says how much that is", () => {
    const { around, gesture } = begin();
    around.bar("waiting", 500, 10);
    const item = (id: string, x: number) => ({
      id,
      schedule: { kind: "dated", first: isoOf(3), last: isoOf(9) } as const,
      span: { first: isoOf(3), last: isoOf(9) },
      is_above: false,
      theme: null,
      rects: [[x, 10, 100, 24]] as [number, number, number, number][],
      conflict: null,
    });
    around.answer = {
      preview: { nodes: [], items: [item("a", 230), item("waiting", 530)], troubled: [] },
      refused: null,
    };
    gesture.move(hand(280, 20));
    expect(around.marks.lifted?.map(({ x }) => x)).toEqual([200, 500]);
    expect(around.marks.selected?.map(({ x }) => x)).toEqual([230]);
    expect(around.marks.pushed?.map(({ x }) => x)).toEqual([530]);
    expect(around.tips.at(-1)?.text).toContain("moves 1 other");
  });

  it("veils the room that a lane would grow by, so that what stands there is still to be seen", () => {
    const { around, gesture } = begin();
    const preview = { nodes: [], items: [], grown: [[0, 60, 900, 30] as Rect], troubled: [] };
    around.answer = { preview, refused: null };
    gesture.move(hand(280, 20));
    expect(around.marks.lifted).toEqual([{ x: 0, y: 60, width: 900, height: 30 }]);
  });

  it("says what it leaves too early, and fades the lines that it draws elsewhere", () => {
    const { around, gesture } = begin();
    around.link("l1", 300, 10);
    around.bar("under", 320, 0);
    around.bar("far", 700, 90);
    const path = { steps: [], stroke: { colour: "danger" as const, width: 1.2 } };
    const late = (id: string, title: string) => ({ id, title, conflict: { ...conflict, successor: id } });
    const troubled = [late("b", "B"), late("c", "C")];
    around.answer = {
      preview: { nodes: [{ key: "link:l1", shape: { path } }], items: [], troubled },
      refused: null,
    };
    gesture.move(hand(280, 20));
    const text = `“B” ${conflictWords(conflict)}, and 1 more`;
    expect(around.tips.at(-1)).toMatchObject({ text, danger: true });
    const { lines, under } = around.marks.faded!;
    expect(lines.map(({ shape }) => "path" in shape && shape.path.stroke?.colour)).toEqual(["surface"]);
    expect(under.map(({ x }) => x)).toEqual([320]);
    gesture.cancel();
    expect(around.marks.faded?.lines).toEqual([]);
  });

  it("shows where an edge has snapped to, if the rules let it stand there", () => {
    const { around, gesture } = begin();
    around.bar("next", 400, 10);
    const preview = (first: number) => ({
      id: "a",
      schedule: { kind: "dated", first: isoOf(first), last: isoOf(first + 9) } as const,
      span: { first: isoOf(first), last: isoOf(first + 9) },
      is_above: false,
      theme: null,
      rects: [[first * 10, 10, 100, 24]] as [number, number, number, number][],
      conflict: null,
    });
    around.answer = { preview: { nodes: [], items: [preview(30)], troubled: [] }, refused: null };
    gesture.move(hand(345, 20));
    expect(around.previewed).toMatchObject([{ days: 10 }]);
    expect(around.marks.guide).toBe(400);
    around.answer = { preview: { nodes: [], items: [preview(31)], troubled: [] }, refused: null };
    gesture.move(hand(346, 20));
    expect(around.marks.guide).toBeNull();
    gesture.cancel();
    expect(around.marks.guide).toBeNull();
  });

  it("back to where it began, or cancelled, does nothing", () => {
    const { around, gesture } = begin();
    gesture.move(hand(300, 20));
    gesture.drop(hand(252, 20));
    const other = begin();
    other.gesture.move(hand(300, 20));
    other.gesture.cancel();
    expect([around.committed, other.around.committed]).toEqual([[], []]);
    expect([around.marks.lifted, other.around.marks.preview]).toEqual([[], []]);
  });

  it("shows why the rules would refuse it", () => {
    const { around, gesture } = begin();
    around.answer = { preview: null, refused: "Outside the years 1900 to 2199." };
    gesture.move(hand(300, 20));
    expect(around.tips.at(-1)).toMatchObject({ text: "Outside the years 1900 to 2199.", danger: true });
  });
});

describe("resizing a bar", () => {
  it("moves the held edge of all that are held by whole days", async () => {
    const around = new FakeSurroundings();
    around.bar("a", 200, 10);
    const gesture = new ResizeBar(around, "a", ["a", "b"], "end", hand(300, 20));
    gesture.move(hand(276, 20));
    gesture.drop(hand(276, 20));
    await settled();
    expect(around.committed).toEqual([{ operation: "resize_items", ids: ["a", "b"], edge: "end", days: -2 }]);
    expect(around.marks.preview).toEqual([]);
  });
});

describe("drawing a bar", () => {
  it("makes a feature from the first day to the last, either way, and asks for its name", async () => {
    for (const [from, to] of [
      [205, 258],
      [258, 205],
    ] as const) {
      const around = new FakeSurroundings();
      const gesture = new DrawBar(
        around,
        { by: "items", values: [{ field: "theme", value: "one" }] },
        hand(from, 50),
      );
      gesture.move(hand(to, 50));
      expect(around.marks.drawn).toMatchObject({ x: 200, width: 60 });
      gesture.drop(hand(to, 50));
      await settled();
      const [operation] = around.committed;
      const schedule = { kind: "dated", first: isoOf(20), last: isoOf(25) };
      expect(operation).toMatchObject({
        operation: "add_item",
        item: { kind: "feature", theme: "one", schedule },
      });
      expect(around.renamed).toEqual(around.chosen);
    }
  });

  it("snaps at both ends, until Alt is held", () => {
    const around = new FakeSurroundings();
    around.bar("before", 100, 10);
    around.bar("after", 300, 10);
    const draw = (from: number, to: number, alt = false) => {
      const lane: LaneKey = { by: "items", values: [{ field: "theme", value: null }] };
      const gesture = new DrawBar(around, lane, hand(from, 30));
      gesture.move(hand(to, 30, { alt }));
      const { drawn, guide } = around.marks;
      return [drawn?.x, drawn && drawn.x + drawn.width, guide];
    };
    expect(draw(196, 294)).toEqual([200, 300, 300]);
    expect(draw(304, 205)).toEqual([200, 300, 200]);
    expect(draw(196, 294, true)).toEqual([190, 300, null]);
    expect(draw(250, 251)).toEqual([250, 260, null]);
  });

  it("leaves nothing behind if it is refused", async () => {
    const around = new FakeSurroundings();
    around.takes = false;
    const gesture = new DrawBar(
      around,
      { by: "items", values: [{ field: "theme", value: null }] },
      hand(200, 50),
    );
    gesture.move(hand(300, 50));
    await gesture.drop(hand(300, 50));
    gesture.cancel();
    expect([around.marks.drawn, around.renamed]).toEqual([null, []]);
  });
});

describe("placing an item from the tray", () => {
  it("gives it four weeks from the day under the pointer, on the lane there, in one step", async () => {
    const around = new FakeSurroundings();
    const gesture = new PlaceItem(around, "a", "Reports");
    gesture.move(hand(-50, 50));
    expect(around.previewed).toEqual([]);
    gesture.drop(hand(207, 150));
    await settled();
    const schedule = { kind: "dated", first: isoOf(20), last: isoOf(47) };
    expect(around.committed).toEqual([
      {
        operation: "batch",
        label: "Schedule item",
        operations: [
          { operation: "edit_items", ids: ["a"], edit: { field: "schedule", value: schedule } },
          { operation: "move_items", ids: ["a"], days: 0, lane: [{ field: "theme", value: "two" }] },
        ],
      },
    ]);
    expect(around.chosen).toEqual(["a"]);
  });

  it("snaps the days that it gets to what is around, also off a horizon, until Alt is held", () => {
    const around = new FakeSurroundings();
    around.bar("before", 100, 110);
    const gesture = new PlaceItem(around, "a", "Reports");
    const firstDay = () => {
      const operation = around.previewed.at(-1);
      return operation?.operation === "batch" ? operation.operations[0] : undefined;
    };
    const from = (day: number) => ({ edit: { value: { first: isoOf(day), last: isoOf(day + 27) } } });
    gesture.move(hand(196, 120));
    expect(firstDay()).toMatchObject(from(20));
    expect(around.marks.guide).toBe(200);
    gesture.move(hand(196, 120, { alt: true }));
    expect(firstDay()).toMatchObject(from(19));
    expect(around.marks.guide).toBeNull();
    gesture.cancel();
    around.bar("chip", 0, 205);
    new MoveBar(around, "chip", ["chip"], hand(50, 220)).move(hand(196, 120));
    expect(firstDay()).toMatchObject(from(20));
  });
});

import { expect, it } from "vitest";

import type { AspectValue } from "../bindings/AspectValue";
import { DrawBar } from "./draw-bar";
import { FakeSurroundings, hand } from "./fake-surroundings";
import { gestureFor } from "./gesture-for";
import { fieldsOf, movedTo, placedOn } from "./lanes";

const fields = (...values: AspectValue[]) => fieldsOf({ by: "items", values });

it("gives what is drawn on a lane all that the lane stands for", () => {
  expect(fields({ field: "status", value: "in_progress" }, { field: "owner", value: "Ada" })).toEqual({
    status: "in_progress",
    owner: "Ada",
  });
  expect(fields({ field: "kind", value: "bug" }, { field: "parent", value: "e1" })).toEqual({
    kind: "bug",
    parent: "e1",
  });
  expect(fields({ field: "need", value: "n1" }, { field: "goal", value: "g1" })).toEqual({
    needs: [{ need: "n1", fulfilment: "fully" }],
    goals: ["g1"],
  });
});

it("gives it no need, goal, customer, importance or horizon that it cannot have", () => {
  const fieldsOfNone = (["need", "goal", "customer", "importance", "horizon"] as const).map((field) =>
    fields({ field, value: null }),
  );
  expect(fieldsOfNone).toEqual([{}, {}, {}, {}, {}]);
  expect(fields({ field: "customer", value: "c1" }, { field: "theme", value: null })).toEqual({
    theme: null,
  });
});

it("draws in the lanes of needs and of kinds what belongs there", () => {
  const around = new FakeSurroundings();
  for (const value of [
    { field: "need", value: "n1" },
    { field: "kind", value: "bug" },
  ] as const)
    new DrawBar(around, { by: "items", values: [value] }, hand(200, 50)).drop(hand(300, 50));
  expect(around.committed).toMatchObject([
    { operation: "add_item", item: { kind: "feature", needs: [{ need: "n1", fulfilment: "fully" }] } },
    { operation: "add_item", item: { kind: "bug" } },
  ]);
});

it("asks the rules whether what is drawn has by its needs what a lane stands for, and says why not at once", () => {
  const around = new FakeSurroundings();
  const values: AspectValue[] = [
    { field: "theme", value: "t1" },
    { field: "importance", value: "high" },
  ];
  const gesture = new DrawBar(around, { by: "items", values }, hand(200, 50));
  const refused = "The importance of “New feature” comes from the needs that it serves";
  around.answer = { preview: null, refused };
  gesture.move(hand(300, 50));
  expect(around.tips.at(-1)).toMatchObject({ text: refused, danger: true });
  expect(around.marks.drawn).toBeNull();
  gesture.drop(hand(300, 50));
  expect(around.committed).toMatchObject([
    {
      operation: "batch",
      label: "Add feature",
      operations: [
        { operation: "add_item", item: { theme: "t1" } },
        { operation: "move_items", days: 0, lane: [{ field: "importance", value: "high" }] },
      ],
    },
  ]);
});

it("asks nothing where a lane stands for nobody, or for what any item can have", () => {
  for (const value of [
    { field: "customer", value: null },
    { field: "owner", value: "Ada" },
  ] as const) {
    const around = new FakeSurroundings();
    const gesture = new DrawBar(around, { by: "items", values: [value] }, hand(200, 50));
    gesture.move(hand(300, 50));
    gesture.drop(hand(300, 50));
    expect(around.previewed).toEqual([]);
    expect(around.committed).toMatchObject([{ operation: "add_item" }]);
  }
});

it("draws no bar where nothing has days", () => {
  const around = new FakeSurroundings();
  const bounds = { x: 0, y: 0, width: 1000, height: 100 };
  const on = (value: AspectValue) => {
    around.chart.laneAt = () => ({ lane: { by: "items", values: [value] }, bounds });
    return gestureFor(around, { what: "ground" }, hand(200, 50));
  };
  expect(on({ field: "horizon", value: "now" })).toBeNull();
  expect(on({ field: "horizon", value: null })).toBeInstanceOf(DrawBar);
});

it("takes no epic to a horizon that spans what it holds, and tells that", () => {
  const horizon = { by: "horizon", horizon: "next" } as const;
  const stays = { undated: [], spanning: ["e"] };
  expect(movedTo(horizon, ["a", "e"], 0, stays)).toMatchObject({
    operation: { operation: "edit_items", ids: ["a"] },
    words: "1 spans what is in it",
  });
  expect(movedTo(horizon, ["e"], 0, stays)).toMatchObject({ operation: { ids: ["e"] }, words: null });
});

it("gives days on the lane of a customer, where what is dropped need not come to stand", () => {
  const values: AspectValue[] = [
    { field: "customer", value: "c1" },
    { field: "theme", value: "t1" },
    { field: "importance", value: "high" },
  ];
  expect(placedOn({ by: "items", values }, ["a"], 0)).toMatchObject({
    operations: [{ operation: "edit_items" }, { lane: [{ field: "theme", value: "t1" }] }],
  });
});

it("takes what is dropped on the tray off the timeline, all but what spans others, and says so on the way", () => {
  const around = new FakeSurroundings();
  const bar = around.bar("a", 100, 20);
  around.tray = { x: -300, y: 0, width: 280, height: 300 };
  around.chosen = ["a", "epic"];
  around.staying = { undated: [], spanning: ["epic"] };
  const gesture = gestureFor(around, { what: "bar", item: "a", bar, key: "bar:a" }, hand(150, 30))!;
  gesture.move(hand(60, 30));
  expect(gesture.restsAt!(hand(60, 30))).toBe(false);
  gesture.move(hand(-100, 30));
  expect(gesture.restsAt!(hand(-100, 30))).toBe(true);
  expect(around.marks.preview).toEqual([]);
  expect(around.tips.at(-1)).toMatchObject({ text: "Take off the timeline" });
  void gesture.drop(hand(-100, 30));
  expect(around.committed).toEqual([
    { operation: "edit_items", ids: ["a"], edit: { field: "schedule", value: { kind: "none" } } },
  ]);
  expect(around.more).toEqual(["1 spans what is in it"]);

  around.onFeatures = false;
  expect(gesture.restsAt!(hand(-100, 30))).toBe(false);
});

/** Hands on the budget roadmap, where an item stands in the lane of each line that it costs money on. */
import { beforeEach, expect, it } from "vitest";

import { isoOf } from "../state/days";
import { FakeSurroundings, hand } from "./fake-surroundings";
import { gestureFor } from "./gesture-for";
import { movedTo, placedOn } from "./lanes";
import { MoveBar } from "./move-bar";
import { PlaceItem } from "./place-item";
import { marksOf } from "./shown";

let around: FakeSurroundings;
beforeEach(() => {
  around = new FakeSurroundings();
  around.onFeatures = false;
});

const lane = { by: "line", line: "l1" } as const;

it("moves an item by days alone, whichever lane it is dragged to", () => {
  around.bar("a", 200, 10);
  const gesture = new MoveBar(around, "a", ["a"], hand(250, 20));
  gesture.move(hand(280, 220));
  expect(around.previewed).toEqual([{ operation: "move_items", ids: ["a"], days: 3, lane: [] }]);
  expect(movedTo(lane, ["a"], 3, null)).toBeNull();
});

it("takes hold of no cost that stands alone", () => {
  expect(gestureFor(around, { what: "cost", id: "c", key: "cost:c" }, hand(10, 10))).toBeNull();
});

it("gives what is dropped on a line its days and nothing else", () => {
  const value = { kind: "dated", first: isoOf(20), last: isoOf(47) };
  expect(placedOn(lane, ["a"], 20)).toEqual({
    operation: "batch",
    label: "Schedule item",
    operations: [{ operation: "edit_items", ids: ["a"], edit: { field: "schedule", value } }],
  });
});

const place: [number, number, number, number] = [0, 40, 176, 80];
const head = { key: "lane:l1/name", shape: { rect: { rect: place, radius: 0 } } };

it("lifts the places of what is dragged, and shows the heads of its lines as they would be", () => {
  around.bar("a@l1", 100, 130);
  const preview = { nodes: [], items: [], lifted: ["bar:a@l1"], heads: [head], troubled: [] };
  const marks = marksOf(around.chart, { preview, refused: null }, new Set(["a"]), null);
  expect(marks.lifted).toMatchObject([{ x: 100, y: 130 }]);
  expect(marks.heads?.map(({ key }) => key)).toEqual(["lane:l1/name"]);
});

it("shows what an item from the tray would cost there, and takes that back", () => {
  around.answer = {
    preview: { nodes: [], items: [], troubled: [], heads: [head] },
    refused: null,
  };
  const gesture = new PlaceItem(around, "a", "Templates");
  gesture.move(hand(205, 50));
  expect(around.marks.heads).toHaveLength(1);
  gesture.cancel();
  expect(around.marks.heads).toEqual([]);
});

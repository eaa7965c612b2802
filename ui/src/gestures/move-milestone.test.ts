import { describe, expect, it } from "vitest";

import { isoOf, written } from "../state/days";
import { FakeSurroundings, hand } from "./fake-surroundings";
import { MoveMilestone } from "./move-milestone";

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("moving a milestone", () => {
  const begin = () => {
    const around = new FakeSurroundings();
    const diamond = around.milestone("spring", 200);
    return { around, gesture: new MoveMilestone(around, "spring", diamond, hand(203, 10)) };
  };

  it("takes it to another day, which is told beside the pointer", async () => {
    const { around, gesture } = begin();
    gesture.move(hand(234, 90));
    expect(around.tips.at(-1)?.text).toBe(written(isoOf(23)));
    expect(around.marks.preview).toMatchObject([{ shape: { group: { offset: [30, 0] } } }]);
    expect(around.marks.lifted).toHaveLength(1);
    gesture.drop(hand(234, 90));
    await settled();
    const edit = { field: "day", value: isoOf(23) };
    expect(around.committed).toEqual([{ operation: "edit_milestone", id: "spring", edit }]);
    expect([around.marks.preview, around.chosenMilestone]).toEqual([[], "spring"]);
  });

  it("goes by weeks with Shift", () => {
    const { around, gesture } = begin();
    gesture.drop(hand(203 + 100, 10, { shift: true }));
    expect(around.committed).toMatchObject([{ edit: { value: isoOf(27) } }]);
  });

  it("does nothing where it began or cancelled", () => {
    const { around, gesture } = begin();
    gesture.move(hand(234, 10));
    gesture.move(hand(205, 10));
    expect([around.marks.preview, around.marks.lifted]).toEqual([[], []]);
    gesture.drop(hand(205, 10));
    const other = begin();
    other.gesture.move(hand(234, 10));
    other.gesture.cancel();
    expect([around.committed, other.around.committed]).toEqual([[], []]);
    expect([other.around.marks.preview, other.around.tips.at(-1)]).toEqual([[], null]);
  });
});

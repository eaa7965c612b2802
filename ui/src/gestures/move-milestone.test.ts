import { describe, expect, it } from "vitest";

import { isoOf, written } from "../state/days";
import { FakeSurroundings, hand } from "./fake-surroundings";
import { MoveMilestone } from "./move-milestone";

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
    await gesture.drop(hand(234, 90));
    const edit = { field: "day", value: isoOf(23) };
    expect(around.committed).toEqual([{ operation: "edit_milestone", id: "spring", edit }]);
    expect([around.marks.preview?.length, around.chosenMilestone]).toEqual([1, "spring"]);
    gesture.cancel();
    expect(around.marks.preview).toEqual([]);
  });

  it("goes by weeks with Shift", () => {
    const { around, gesture } = begin();
    gesture.drop(hand(203 + 100, 10, { shift: true }));
    expect(around.committed).toMatchObject([{ edit: { value: isoOf(27) } }]);
  });

  it("snaps to the bars around, to today and to other milestones, but not to itself, and not with Alt", () => {
    const { around, gesture } = begin();
    around.milestone("summer", 600);
    around.bar("a", 400, 20);
    around.today = 80;
    const dayFor = (x: number, alt = false) => {
      gesture.move(hand(203 + x, 10, { alt }));
      return around.tips.at(-1)?.text;
    };
    expect([dayFor(206), around.marks.guide]).toEqual([written(isoOf(40)), 400]);
    expect(dayFor(206, true)).toBe(written(isoOf(41)));
    expect(around.marks.guide).toBeNull();
    // On the last day of the bar, on the day of the other milestone, and today.
    expect(dayFor(294)).toBe(written(isoOf(49)));
    expect(dayFor(396)).toBe(written(isoOf(60)));
    expect(dayFor(605)).toBe(written(isoOf(80)));
    expect(dayFor(26)).toBe(written(isoOf(23)));
    gesture.cancel();
    expect(around.marks.guide).toBeNull();
  });

  it("stays under the hand when the picture of a zoom comes", () => {
    const { around, gesture } = begin();
    gesture.move(hand(213, 10, { alt: true }));
    Object.assign(around.chart, { shownScale: 20 });
    gesture.move(hand(446, 10, { alt: true, scale: 20 }));
    expect(around.tips.at(-1)?.text).toBe(written(isoOf(22)));
    // Its parts were painted around 205, and the noon of that day is now at 450.
    expect(around.marks.preview).toMatchObject([{ shape: { group: { offset: [245, 0] } } }]);
    gesture.drop(hand(446, 10, { alt: true, scale: 20 }));
    expect(around.committed).toMatchObject([{ edit: { value: isoOf(22) } }]);
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

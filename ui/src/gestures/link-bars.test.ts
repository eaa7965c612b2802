import { describe, expect, it } from "vitest";

import type { Edge } from "../bindings/Edge";
import { linkDot } from "../chart/overlay";
import { FakeSurroundings, hand } from "./fake-surroundings";
import { LinkBars } from "./link-bars";

describe("linking bars", () => {
  const begin = (from: Edge = "end") => {
    const around = new FakeSurroundings();
    const bar = around.bar("a", 0, 10);
    around.bar("b", 300, 10);
    return { around, gesture: new LinkBars(around, "a", linkDot(bar, from), from) };
  };

  it.each([
    ["end", 320, "finish_to_start", "Finish to start", 300],
    ["end", 380, "finish_to_finish", "Finish to finish", 400],
    ["start", 320, "start_to_start", "Start to start", 300],
    ["start", 380, "start_to_finish", "Start to finish", 400],
  ] as const)("ties the %s to the end of the half at %d: %s", async (from, x, kind, words, end) => {
    const { around, gesture } = begin(from);
    gesture.move(hand(x, 20));
    expect(around.tips.at(-1)).toMatchObject({ text: words, danger: false });
    expect(around.marks.wire).toMatchObject({ to: { x: end, y: 22 }, tied: true, refused: false });
    gesture.drop();
    expect(around.committed).toMatchObject([
      { operation: "link", dependency: { predecessor: "a", successor: "b", kind } },
    ]);
    await Promise.resolve();
    expect(around.timesLinked).toBe(1);
  });

  it("asks anew when the pointer comes to the other half", () => {
    const { around, gesture } = begin();
    for (const x of [320, 330, 380, 200, 320]) gesture.move(hand(x, 20));
    const kinds = around.previewed.map((each) => each.operation === "link" && each.dependency.kind);
    expect(kinds).toEqual(["finish_to_start", "finish_to_finish", "finish_to_start"]);
  });

  it("refuses a circle before the drop and tells of it after, and ends over nothing without a word", async () => {
    const { around, gesture } = begin();
    around.takes = false;
    around.answer = { preview: null, refused: "That would be a circle." };
    gesture.move(hand(320, 20));
    expect(around.marks.wire?.refused).toBe(true);
    expect(around.tips.at(-1)).toMatchObject({ text: "That would be a circle.", danger: true });
    gesture.drop();
    expect(around.committed).toMatchObject([{ operation: "link" }]);
    await Promise.resolve();
    expect(around.timesLinked).toBe(0);
    gesture.move(hand(200, 20));
    expect([around.marks.wire?.tied, around.tips.at(-1)]).toEqual([false, null]);
    gesture.drop();
    expect(around.committed).toHaveLength(1);
    expect(around.marks.wire).toBeNull();
  });
});

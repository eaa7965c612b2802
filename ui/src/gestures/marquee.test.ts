import { describe, expect, it } from "vitest";

import { FakeSurroundings, hand } from "./fake-surroundings";
import { Marquee } from "./marquee";

describe("selecting with a rectangle", () => {
  const begin = (mod = false) => {
    const around = new FakeSurroundings();
    around.bar("a", 100, 10);
    around.bar("b", 300, 40);
    around.bar("c", 600, 110);
    around.chosen = ["c"];
    return { around, gesture: new Marquee(around, hand(420, 90, { shift: true, mod })) };
  };

  it("takes the bars that it touches, whichever way it is drawn", () => {
    const { around, gesture } = begin();
    gesture.move(hand(380, 50));
    expect(around.marks.marquee).toEqual({ x: 380, y: 50, width: 40, height: 40 });
    expect(around.shownAsSelected).toEqual(["b"]);
    expect(around.chosen).toEqual(["c"]);
    gesture.drop(hand(150, 20));
    expect(around.chosen).toEqual(["a", "b"]);
    expect(around.marks.marquee).toBeNull();
  });

  it("adds to what is selected with Ctrl", () => {
    const { around, gesture } = begin(true);
    gesture.drop(hand(380, 50));
    expect(around.chosen).toEqual(["c", "b"]);
  });

  it("keeps what has scrolled away under it", () => {
    const { around, gesture } = begin();
    gesture.move(hand(380, 50));
    around.forget("b");
    gesture.drop(hand(150, 20));
    expect(around.chosen).toEqual(["a", "b"]);
  });

  it("gives back the former selection when it is cancelled", () => {
    const { around, gesture } = begin();
    gesture.move(hand(150, 20));
    gesture.cancel();
    expect([around.chosen, around.shownAsSelected]).toEqual([["c"], ["c"]]);
    expect(around.marks.marquee).toBeNull();
  });
});

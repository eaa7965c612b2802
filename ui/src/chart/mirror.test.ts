import { beforeEach, expect, it } from "vitest";

import { Mirror } from "./mirror";
import type { Picture, Reachable } from "./picture";

const visible = { x: 0, y: 0, width: 500, height: 500 };

const bar = (id: string, x: number, y: number): Reachable => ({
  target: { entity: "item", id },
  name: id,
  bounds: { x, y, width: 40, height: 24 },
});

let root: HTMLElement;
let mirror: Mirror;
beforeEach(() => {
  root = document.body.appendChild(document.createElement("div"));
  mirror = new Mirror(root, () => {});
});

const show = (...reachable: Reachable[]) =>
  mirror.update({ reachable } as unknown as Picture, visible, { items: new Set(), milestone: null });
const read = () => [...root.children].map((element) => element.getAttribute("aria-label"));

it("is read from the top down and along each row, whatever came into sight first", () => {
  show(bar("below", 10, 90), bar("right", 200, 30));
  show(bar("below", 10, 90), bar("right", 200, 30), bar("left", 20, 30), bar("above", 300, 2));
  expect(read()).toEqual(["above", "left", "right", "below"]);
});

it("leaves what has the focus where it is", () => {
  show(bar("a", 10, 30), bar("b", 100, 30));
  mirror.focus({ entity: "item", id: "b" });
  show(bar("a", 10, 30), bar("b", 10, 2));
  expect((document.activeElement as HTMLElement).dataset["item"]).toBe("b");
  expect(read()).toEqual(["a", "b"]);
});

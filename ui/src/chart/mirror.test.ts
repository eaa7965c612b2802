import { expect, it } from "vitest";

import { Mirror, type Thing } from "./mirror";
import type { Picture } from "./picture";
import { thing } from "./fake-chart";

const reachable = [thing("milestone", "m1", 40, 0), thing("item", "a", 0, 40), thing("item", "far", 0, 900)];
const visible = { x: 0, y: 0, width: 500, height: 300 };

function mirrored() {
  const root = document.body.appendChild(document.createElement("div"));
  const told: Thing[] = [];
  const mirror = new Mirror(root, (each) => told.push(each));
  const update = (items: string[], milestone: string | null) =>
    mirror.update({ reachable } as unknown as Picture, visible, { items: new Set(items), milestone });
  update(["a"], null);
  return { root, mirror, told, update };
}

it("makes one tab stop of all bars and milestones in sight, and says which are selected", () => {
  const { root, update } = mirrored();
  const states = () =>
    [...root.children].map((element) => [
      element.getAttribute("aria-label"),
      element.getAttribute("aria-pressed"),
      (element as HTMLElement).tabIndex,
    ]);
  expect(states()).toEqual([
    ["m1", "false", -1],
    ["a", "true", 0],
  ]);
  update([], "m1");
  expect(states()[0]).toEqual(["m1", "true", -1]);
});

it("roves to what is focused, and tells of it unless it was moved from here", () => {
  const { root, mirror, told } = mirrored();
  mirror.focus({ entity: "milestone", id: "m1" });
  expect(mirror.focused).toEqual({ entity: "milestone", id: "m1" });
  expect([...root.children].map((element) => (element as HTMLElement).tabIndex)).toEqual([0, -1]);
  expect(told).toEqual([]);
  root.querySelector<HTMLElement>("[data-item=a]")?.focus();
  expect(told).toEqual([{ entity: "item", id: "a" }]);
});

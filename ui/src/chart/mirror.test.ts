import { beforeEach, expect, it } from "vitest";

import { Mirror } from "./mirror";
import type { Picture, Reachable } from "./picture";

const visible = { x: 0, y: 0, width: 500, height: 500 };

const bar = (id: string, x: number, y: number): Reachable => ({
  key: `bar:${id}`,
  target: { entity: "item", id },
  name: id,
  bounds: { x, y, width: 40, height: 24 },
});

let root: HTMLElement;
let mirror: Mirror;
beforeEach(() => {
  document.body.replaceChildren();
  root = document.body.appendChild(document.createElement("div"));
  mirror = new Mirror(root, () => {});
});

const show = (...reachable: Reachable[]) => mirror.update({ reachable } as unknown as Picture, visible);
const select = (items: string[], milestone: string | null = null) =>
  mirror.select({ items: new Set(items), milestone, need: null });
const focused = () => (document.activeElement as HTMLElement).dataset["item"];
const read = () => [...root.children].map((element) => element.getAttribute("aria-label"));

it("is read from the top down and along each row, whatever came into sight first", () => {
  show(bar("below", 10, 90), bar("right", 200, 30));
  show(bar("below", 10, 90), bar("right", 200, 30), bar("left", 20, 30), bar("above", 300, 2));
  expect(read()).toEqual(["above", "left", "right", "below"]);
});

it("is read in order around what has the focus, which does not move", () => {
  show(bar("a", 10, 30), bar("b", 100, 30));
  mirror.focus({ entity: "item", id: "b" });
  const told = new MutationObserver(() => {});
  told.observe(root, { childList: true });
  show(bar("a", 10, 30), bar("b", 10, 2));
  expect((document.activeElement as HTMLElement).dataset["item"]).toBe("b");
  const moved = told.takeRecords().flatMap(({ removedNodes }) => [...removedNodes]);
  expect(moved.map((node) => (node as HTMLElement).dataset["item"])).toEqual(["a"]);
  expect(read()).toEqual(["b", "a"]);
});

it("says of each thing at once whether it is selected, also to whom the focus comes by that", () => {
  show(bar("a", 10, 30), bar("b", 100, 30));
  mirror.focus({ entity: "item", id: "a" });
  const selected = () => [...root.children].map((element) => element.getAttribute("aria-selected"));
  const heard: unknown[] = [];
  root.addEventListener("focusin", () => heard.push(selected()));
  select(["b"]);
  expect(heard).toEqual([["false", "true"]]);
  select(["a", "b"]);
  expect(selected()).toEqual(["true", "true"]);
  select([]);
  expect(selected()).toEqual(["false", "false"]);
});

/** A need with two features in it, of which one serves another need, too. */
const needs = (): Reachable[] => {
  const need = (id: string, lane: string, y: number): Reachable => ({
    key: `need:${id}@${lane}`,
    target: { entity: "need", id },
    name: `need ${id} in ${lane}`,
    bounds: { x: 0, y, width: 300, height: 42 },
  });
  const segment = (id: string, owner: Reachable, x: number): Reachable => ({
    key: `${owner.key}/bar:${id}`,
    target: { entity: "item", id },
    name: `${id} in ${owner.name}`,
    bounds: { x, y: owner.bounds.y + 18, width: 100, height: 22 },
  });
  const [one, beside, again] = [need("1", "one", 0), { ...need("2", "one", 0) }, need("1", "two", 60)];
  beside.bounds.x = 320;
  return [one, beside, again, segment("a", one, 0), segment("b", beside, 330), segment("a", again, 0)];
};

it("has an element for each place of what stands in several, each need followed by what serves it", () => {
  show(...needs());
  expect(read()).toEqual([
    "need 1 in one",
    "a in need 1 in one",
    "need 2 in one",
    "b in need 2 in one",
    "need 1 in two",
    "a in need 1 in two",
  ]);
});

it("gives the focus to one place, and keeps it there", () => {
  show(...needs());
  const at = () => (document.activeElement as HTMLElement).dataset["at"];
  mirror.focus({ entity: "item", id: "a" });
  expect(at()).toBe("need:1@one/bar:a");
  mirror.focus({ entity: "item", id: "a", at: "need:1@two/bar:a" });
  expect(at()).toBe("need:1@two/bar:a");
  mirror.focus({ entity: "item", id: "a" });
  expect(at()).toBe("need:1@two/bar:a");
  expect([...root.children].filter((element) => (element as HTMLElement).tabIndex === 0)).toHaveLength(1);
});

it("tells of every place of what is selected", () => {
  select(["a"]);
  show(...needs());
  const pressed = [...root.querySelectorAll("[aria-selected=true]")];
  expect(pressed.map((element) => (element as HTMLElement).dataset["item"])).toEqual(["a", "a"]);
});

it("goes on to what is there when other things stand on the axis", () => {
  show(...needs());
  mirror.focus({ entity: "need", id: "1" });
  mirror.renew();
  show(bar("a", 10, 30), bar("b", 100, 30));
  expect((document.activeElement as HTMLElement).dataset["item"]).toBe("a");
  expect(read()).toEqual(["a", "b"]);
});

it("goes on to what is selected elsewhere, with the focus if it has that, else with the tab stop", () => {
  show(bar("a", 10, 30), bar("b", 100, 30), bar("c", 200, 30));
  const stop = () => root.querySelector<HTMLElement>("[tabindex='0']")!.dataset["item"];
  mirror.focus({ entity: "item", id: "a" });
  select(["b"]);
  expect([focused(), stop()]).toEqual(["b", "b"]);
  (document.activeElement as HTMLElement).blur();
  select(["c"]);
  expect([focused(), stop()]).toEqual([undefined, "c"]);
});

it("goes on to what is selected as soon as that comes into sight, and keys mean nothing else meanwhile", () => {
  show(bar("a", 10, 30));
  mirror.focus({ entity: "item", id: "a" });
  select(["new"]);
  expect([focused(), mirror.meant]).toEqual(["a", null]);
  show(bar("a", 10, 30), bar("new", 10, 60));
  expect([focused(), mirror.meant?.id]).toEqual(["new", "new"]);
});

it("stays where it is when the selection only gets less, or has it, too", () => {
  show(bar("a", 10, 30), bar("b", 100, 30), bar("c", 200, 30));
  select(["a", "b"]);
  mirror.focus({ entity: "item", id: "b" });
  select(["a"]);
  expect([focused(), mirror.meant?.id]).toEqual(["b", "b"]);
  select(["a", "b", "c"]);
  expect(focused()).toBe("b");
});

it("goes on to what is nearest when what has the focus is gone, and to the timeline when nothing is left", () => {
  const far = { ...bar("m", 12, 2), key: "milestone:m", target: { entity: "milestone", id: "m" } as const };
  show(far, bar("a", 10, 30), bar("b", 300, 30), bar("c", 20, 60));
  mirror.focus({ entity: "item", id: "a" });
  const lose = (...ids: string[]) => mirror.lose(({ id }) => ids.includes(id));
  lose("a");
  expect(focused()).toBe("c");
  expect(read()).toEqual(["m", "b", "c"]);
  lose("b", "c");
  expect((document.activeElement as HTMLElement).dataset["milestone"]).toBe("m");
  lose("m");
  expect([document.activeElement, mirror.focused]).toEqual([root, null]);
  show(bar("d", 10, 30));
  expect(focused()).toBe("d");
});

it("names what has the focus as it is now, also out of sight", () => {
  show(bar("a", 10, 30));
  mirror.focus({ entity: "item", id: "a" });
  show({ ...bar("a", 900, 30), name: "a, later" });
  expect(document.activeElement?.getAttribute("aria-label")).toBe("a, later");
});

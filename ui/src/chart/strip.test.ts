import { expect, it } from "vitest";

import type { Node as SceneNode } from "../bindings/Node";
import type { Scene } from "../bindings/Scene";
import type { Area } from "./geometry";
import { Part } from "./part";
import { Picture } from "./picture";
import type { Content, ScrollingPicture } from "./scrolling-picture";
import { Strip } from "./strip";
import { StripLayer } from "./strip-layer";

const period = (month: number): SceneNode => ({
  key: `money/period/2027-0${month}-01`,
  shape: { rect: { rect: [month * 100, 0, 100, 104], radius: 0 } },
  target: { entity: "period", line: null, first: `2027-0${month}-01`, last: `2027-0${month}-28` },
  name: `Month ${month}`,
});

const mark: SceneNode = {
  key: "money/passed/l1",
  shape: { rect: { rect: [245, 20, 9, 9], radius: 4.5, fill: "danger" } },
  target: { entity: "budget_line", id: "l1" },
  name: "Cloud is over",
};

const head: SceneNode = {
  key: "money/head",
  shape: { rect: { rect: [0, 0, 176, 104], radius: 0 } },
  name: "Budget",
};

const scene: Scene = {
  regions: [
    { kind: "body", nodes: [] },
    { kind: "strip", nodes: [period(1), period(2), period(3), mark] },
    { kind: "strip_names", nodes: [head] },
  ],
  covers: [0, 0, 1000, 300],
  extent: { left: 0, right: 1000, height: 300, axis_height: 52, names_width: 176, strip_height: 104 },
};

function shown(visible: Area) {
  const host = document.body.appendChild(document.createElement("div"));
  const named: (string | null)[] = [];
  const revealed: number[] = [];
  const opened: [string, string | null][] = [];
  const strip = new Strip(host, () => visible.x, {
    onNamed: (name) => named.push(name),
    reveal: ({ x }) => revealed.push(x),
    onPeriod: ({ first }, line) => opened.push([first, line]),
  });
  strip.update(new Picture([new Part(scene)]), visible);
  const list = host.querySelector<HTMLElement>("[role=listbox]")!;
  return { strip, host, list, named, revealed, opened };
}

const labels = (list: HTMLElement) => [...list.children].map((each) => each.getAttribute("aria-label"));

it("names what is in sight, in the order of time", () => {
  const { list } = shown({ x: 150, y: 80, width: 100, height: 300 });
  expect(list.getAttribute("aria-label")).toBe("Budget");
  expect(labels(list)).toEqual(["Month 1", "Month 2", "Cloud is over"]);
  expect([...list.children].map((each) => (each as HTMLElement).tabIndex)).toEqual([0, -1, -1]);
});

it("moves no element that stays: a screen reader is told of each", () => {
  const visible = { x: 150, y: 80, width: 100, height: 300 };
  const { strip, list } = shown(visible);
  const told = new MutationObserver(() => {});
  told.observe(list, { childList: true });
  const moved = () => told.takeRecords().flatMap(({ addedNodes }) => [...addedNodes]).length;
  strip.update(new Picture([new Part(scene)]), visible);
  expect(moved()).toBe(0);
  strip.update(new Picture([new Part(scene)]), { ...visible, x: 250 });
  expect([moved(), labels(list)]).toEqual([1, ["Month 2", "Cloud is over", "Month 3"]]);
});

it("is no list while there is nothing on it", () => {
  const visible = { x: 150, y: 80, width: 100, height: 300 };
  const { strip, list } = shown(visible);
  const empty: Scene = { ...scene, regions: [{ kind: "body", nodes: [] }] };
  strip.update(new Picture([new Part(empty)]), visible);
  expect(list.hidden).toBe(true);
  strip.update(new Picture([new Part(scene)]), visible);
  expect(list.hidden).toBe(false);
});

it("names what a gesture would make of it as long as that lasts", () => {
  const { strip, list } = shown({ x: 150, y: 80, width: 100, height: 300 });
  const nodes = [
    { ...period(2), name: "Month 2, more" },
    { ...head, name: "Budget, more" },
  ];
  strip.tell({ regions: [{ kind: "strip", nodes }], covers: [0, 0, 1, 1], over_cap: [] });
  expect(labels(list)).toEqual(["Month 1", "Month 2, more", "Cloud is over"]);
  expect(list.getAttribute("aria-label")).toBe("Budget, more");
  strip.tell(null);
  expect(labels(list)).toEqual(["Month 1", "Month 2", "Cloud is over"]);
});

it("goes from period to period by the arrow keys, also to what is out of sight", () => {
  const { list, revealed } = shown({ x: 150, y: 80, width: 100, height: 300 });
  const press = (key: string) =>
    document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  (list.children[0] as HTMLElement).focus();
  press("ArrowRight");
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Month 2");
  press("End");
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Month 3");
  expect(revealed).toEqual([200, 300]);
  press("ArrowRight");
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Month 3");
});

it("names what has the focus, and opens a period, or the line of a mark in it, by Enter and by a press", () => {
  const { host, list, named, opened } = shown({ x: 150, y: 80, width: 100, height: 300 });
  const element = (at: number) => list.children[at] as HTMLElement;
  element(0).focus();
  const press = (key: string) =>
    document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  press("Enter");
  press("ArrowRight");
  press("ArrowRight");
  press("Enter");
  element(2).blur();
  expect(named.filter((name) => name !== null)).toEqual(["Month 1", "Month 2", "Cloud is over"]);
  expect(named.at(-1)).toBeNull();
  const root = host.querySelector(".chart-strip")!;
  root.dispatchEvent(new MouseEvent("click", { clientX: 60, clientY: 50 }));
  root.dispatchEvent(new MouseEvent("click", { clientX: 390, clientY: 50 }));
  expect(opened).toEqual([
    ["2027-01-01", null],
    ["2027-02-01", "l1"],
    ["2027-02-01", null],
  ]);
});

it("tells the pointer what it is on, a mark before its period", () => {
  const { host, named } = shown({ x: 150, y: 80, width: 400, height: 300 });
  const root = host.querySelector(".chart-strip")!;
  const move = (clientX: number, clientY: number) =>
    root.dispatchEvent(new MouseEvent("pointermove", { clientX, clientY }));
  move(60, 50);
  move(99, 25);
  move(390, 50);
  root.dispatchEvent(new MouseEvent("pointerleave"));
  expect(named).toEqual(["Month 2", "Cloud is over", null, null]);
});

it("shows what a gesture makes of it over the picture, and takes nothing twice", () => {
  const taken: Content[] = [];
  const painted = (into: Content[]) =>
    ({ setContent: (content: Content) => void into.push(content), show() {} }) as unknown as ScrollingPicture;
  const strip = new StripLayer(painted(taken), painted([]));
  const picture = new Picture([new Part(scene)]);
  const tried = {
    regions: [{ kind: "strip" as const, nodes: [period(2)] }],
    covers: [100, 0, 300, 104] as [number, number, number, number],
    over_cap: [],
  };
  for (const each of [null, null, tried, tried, null]) strip.show(picture, each, 0);
  expect(taken.map(({ patches }) => patches.map(({ area }) => area.width))).toEqual([
    [1000],
    [1000, 300],
    [1000],
  ]);
  expect(taken[1]!.patches.at(-1)!.nodes.map(({ node }) => node.name)).toEqual(["Month 2"]);
});

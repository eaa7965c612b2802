import { expect, it } from "vitest";

import type { Node as SceneNode } from "../bindings/Node";
import type { Scene } from "../bindings/Scene";
import { Part } from "./part";
import { Picture } from "./picture";

/** A line across to an x, down, and on across. */
function line(id: string, from: [number, number], turn: number, to: [number, number]): SceneNode[] {
  const stroke = { colour: "ink-3", width: 1.2 } as const;
  const places: [number, number][] = [from, [turn, from[1]], [turn, to[1]], to];
  const steps = places.map((place, i) => (i === 0 ? { move: place } : { line: place }));
  const head = [{ move: [to[0] - 5, to[1] - 3] as [number, number] }, { line: to }];
  return [
    { key: `link:${id}`, shape: { path: { steps, stroke } }, target: { entity: "dependency", id } },
    { key: `link:${id}/head`, shape: { path: { steps: head, stroke } } },
  ];
}

function part(nodes: SceneNode[], x: number, width: number): Part {
  const extent = { left: 0, right: 1000, height: 200, axis_height: 52, names_width: 176, strip_height: 0 };
  const scene: Scene = { regions: [{ kind: "body", nodes }], covers: [x, 0, width, 400], extent };
  return new Part(scene);
}

const one = line("one", [100, 50], 300, [500, 150]);
const two = line("two", [320, 50], 700, [900, 350]);
const picture = new Picture([part([...one, ...two], 0, 600), part([...one, ...two], 600, 400)]);
const idAt = (x: number, y: number) => picture.lineAt({ x, y })?.id;

it("finds a line within a few points of any of its parts, and not all over what it goes around", () => {
  for (const [x, y] of [
    [200, 50],
    [200, 46],
    [200, 54],
    [296, 100],
    [304, 100],
    [400, 150],
  ] as const)
    expect(idAt(x, y), `${x}, ${y}`).toBe("one");
  for (const [x, y] of [
    [200, 44],
    [200, 100],
    [307, 100],
    [290, 100],
    [400, 60],
    [200, 395],
  ] as const)
    expect(idAt(x, y), `${x}, ${y}`).toBeUndefined();
});

it("finds the nearest of several, in whichever part of the picture", () => {
  const close = new Picture([
    part([...line("a", [0, 50], 9, [500, 50]), ...line("b", [0, 55], 9, [500, 55])], 0, 600),
  ]);
  expect(close.lineAt({ x: 200, y: 51 })?.id).toBe("a");
  expect(close.lineAt({ x: 200, y: 54 })?.id).toBe("b");
  expect([idAt(610, 50), idAt(700, 300), idAt(850, 350)]).toEqual(["two", "two", "two"]);
});

it("knows the head that belongs to a line, and leaves lines out of what the keyboard walks through", () => {
  expect(picture.lineAt({ x: 200, y: 50 })?.nodes.map(({ key }) => key)).toEqual([
    "link:one",
    "link:one/head",
  ]);
  expect(picture.reachable).toEqual([]);
});

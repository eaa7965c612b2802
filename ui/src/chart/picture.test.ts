import { expect, it } from "vitest";

import type { Node as SceneNode } from "../bindings/Node";
import type { Scene } from "../bindings/Scene";
import { Part } from "./part";
import { Picture } from "./picture";

const bar = (id: string, x: number, y: number, width: number): SceneNode => ({
  key: `bar:${id}`,
  shape: { rect: { rect: [x, y, width, 24], radius: 6 } },
  target: { entity: "item", id },
  name: id,
});

const lane = (theme: string, y: number): SceneNode => ({
  key: `lane:${theme}`,
  shape: { rect: { rect: [0, y, 1000, 100], radius: 0 } },
  target: { entity: "lane", lane: { by: "items", values: [{ field: "theme", value: theme }] } },
});

const line: SceneNode = {
  key: "link:d",
  shape: { path: { steps: [{ move: [0, 0] }, { line: [500, 150] }] } },
  target: { entity: "dependency", id: "d" },
};

function picture(...nodes: SceneNode[]): Picture {
  const extent = { left: 0, right: 1000, height: 200, axis_height: 52, names_width: 176, strip_height: 0 };
  const scene: Scene = { regions: [{ kind: "body", nodes }], covers: [0, 0, 1000, 200], extent };
  return new Picture([new Part(scene)]);
}

const idAt = (seen: Picture, x: number, y: number) => {
  const target = seen.at({ x, y })?.target;
  return target?.entity === "item" ? target.id : target?.entity;
};

it("knows all that a thing is painted with", () => {
  const name = { ...line, key: "bar:a/name" };
  const seen = picture(bar("a", 100, 10, 200), bar("ab", 250, 10, 100), name);
  expect(seen.partsOf("bar:a").map(({ node }) => node.key)).toEqual(["bar:a", "bar:a/name"]);
  expect(seen.partsOf("bar:c")).toEqual([]);
});

it("finds what is on top, and what the pointer just misses where nothing is hit", () => {
  const seen = picture(lane("one", 0), bar("under", 100, 10, 200), bar("over", 250, 10, 100));
  expect(idAt(seen, 260, 20)).toBe("over");
  expect(idAt(seen, 200, 20)).toBe("under");
  expect(idAt(seen, 97, 20)).toBe("under");
  expect(idAt(seen, 90, 20)).toBeUndefined();
});

it("leaves the ground under a dependency line free", () => {
  const seen = picture(lane("one", 0), lane("two", 100), line);
  expect(idAt(seen, 250, 60)).toBeUndefined();
  expect(seen.laneAt(130)?.lane).toEqual({ by: "items", values: [{ field: "theme", value: "two" }] });
});

it("knows which bar a sliding name stands in", () => {
  const name = (bar: string, slides?: { slides_to: number }): SceneNode => ({
    key: `bar:${bar}/name`,
    shape: { text: { at: [9, 16], text: bar, size: 12, weight: 500, colour: "ink", width: 50, ...slides } },
  });
  const seen = picture(bar("a", 0, 0, 100), name("a", { slides_to: 41 }), bar("b", 200, 0, 9), name("b"));
  expect(seen.sliding.body.map(({ bar, run }) => [bar.x, run.text])).toEqual([[0, "a"]]);
});

it("knows every place of what is shown several times, and the things that each belongs to", () => {
  const need = (id: string, y: number): SceneNode => ({
    key: `need:${id}@lane`,
    shape: { rect: { rect: [0, y, 300, 42], radius: 0 } },
    target: { entity: "need", id },
    name: id,
  });
  const segment = (owner: string, x: number, y: number): SceneNode => ({
    ...bar("a", x, y, 100),
    key: `need:${owner}@lane/bar:a`,
  });
  const seen = picture(need("n1", 0), segment("n1", 10, 18), need("n2", 50), segment("n2", 10, 68));
  expect(seen.itemsOf("a").map(({ key }) => key)).toEqual(["need:n1@lane/bar:a", "need:n2@lane/bar:a"]);
  expect(seen.item("a")?.bounds.y).toBe(18);
  expect(seen.partsOf("need:n2@lane")).toHaveLength(2);
  expect([idAt(seen, 20, 20), idAt(seen, 200, 20)]).toEqual(["a", "need"]);
});

it("lets a mark and a note slide along with the statement of a need", () => {
  const need: SceneNode = {
    key: "need:n",
    shape: { rect: { rect: [0, 0, 300, 42], radius: 0 } },
    target: { entity: "need", id: "n" },
  };
  const text = (key: string, x: number, more = {}): SceneNode => ({
    key,
    shape: { text: { at: [x, 11], text: "words", size: 12, weight: 500, colour: "ink", width: 50, ...more } },
  });
  const mark: SceneNode = { key: "need:n/name/mark", shape: { rect: { rect: [1, 3, 10, 10], radius: 5 } } };
  const statement = text("need:n/name", 15, { slides_to: 200, lead: 15 });
  const seen = picture(need, statement, mark, text("need:n/name/note", 72), text("need:n/other", 0));
  expect(seen.sliding.body).toHaveLength(1);
  expect(seen.sliding.body[0]?.around.before).toBe(14);
  expect(seen.sliding.body[0]?.around.after).toBeGreaterThan(50);
  const along = seen.partsOf("need:n").map(({ slides }) => slides?.run.at[0]);
  expect(along).toEqual([undefined, 15, 15, 15, undefined]);
});

it("is put together from parts, and tells of what stands in several once", () => {
  const extent = { left: 0, right: 1000, height: 200, axis_height: 52, names_width: 176, strip_height: 0 };
  const label: SceneNode = { ...line, key: "axis/2025", target: undefined };
  const part = (y: number, ...nodes: SceneNode[]) =>
    new Part(
      {
        regions: [
          { kind: "body", nodes },
          { kind: "axis", nodes: [label] },
          { kind: "lane_names", nodes: [lane(`lane ${y}`, y)] },
        ],
        covers: [0, y - 1, 1000, 102],
        extent,
      },
      { x: 0, y, width: 1000, height: 100 },
    );
  const between = bar("b", 0, 90, 50);
  const parts = [part(0, bar("a", 0, 10, 50), between), part(100, between, bar("c", 0, 120, 50))];
  const seen = new Picture(parts, { x: 0, y: 0, width: 1000, height: 200 });
  expect(seen.reachable.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  expect(seen.partsOf("bar:b")).toHaveLength(1);
  const painted = seen.paintedIn({ x: 10, y: 80, width: 30, height: 60 });
  expect(painted.map(({ area, nodes }) => [area.y, area.height, nodes.map(({ node }) => node.key)])).toEqual([
    [80, 20, ["bar:b"]],
    [100, 40, ["bar:b", "bar:c"]],
  ]);
  // The axis is the same in both, so one is enough; of the lane names each part has others.
  expect(seen.axis.map(({ area }) => [area.x, area.width])).toEqual([[0, 1000]]);
  expect(seen.names.map(({ area }) => [area.y, area.height])).toEqual([
    [0, 100],
    [100, 100],
  ]);
});

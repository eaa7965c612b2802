import { expect, it } from "vitest";

import type { Node as SceneNode } from "../bindings/Node";
import { intersects } from "./geometry";
import { boundsOf } from "./part";

const rect = (x: number): SceneNode => ({
  key: `at ${x}`,
  shape: { rect: { rect: [x, 10, 20, 24], radius: 0 } },
});

it("knows where a group stands that nothing cuts off, so that it is painted where it is in sight", () => {
  const bounds = boundsOf({ group: { offset: [30, 5], nodes: [rect(100), rect(200)] } });
  expect(bounds).toEqual({ x: 130, y: 15, width: 120, height: 24 });
  expect(intersects(bounds, { x: 0, y: 0, width: 1000, height: 500 })).toBe(true);
  expect(boundsOf({ group: { offset: [30, 5], clip: [1, 2, 3, 4], nodes: [rect(100)] } })).toEqual({
    x: 1,
    y: 2,
    width: 3,
    height: 4,
  });
  expect(boundsOf({ group: { offset: [30, 5], nodes: [] } })).toMatchObject({ width: 0, height: 0 });
});

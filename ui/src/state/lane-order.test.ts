import { expect, it } from "vitest";

import type { AspectValue } from "../bindings/AspectValue";
import { neighbour, orderWith } from "./lane-order";

const owner = (value: string): AspectValue => ({ field: "owner", value });
const status = (value: "idea" | "done"): AspectValue => ({ field: "status", value });

it("writes the whole order of the lanes among which one is moved", () => {
  const lanes = ["Ada", "Bo", "Cy"].map((name) => [owner(name)]);
  const order = orderWith(lanes, [], [owner("Cy")], "before", [owner("Ada")]);
  expect(order).toEqual([[owner("Cy")], [owner("Ada")], [owner("Bo")]]);
  expect(orderWith(lanes, order, [owner("Ada")], "after", [owner("Ada")])).toEqual(order);
});

it("moves a part among the parts of its lane, and its whole lane beyond them", () => {
  const [ada, bo] = [owner("Ada"), owner("Bo")];
  const lanes = [
    [ada, status("idea")],
    [ada, status("done")],
    [bo, status("done")],
  ];
  const inside = orderWith(lanes, [[bo], [ada]], lanes[1]!, "before", lanes[0]!);
  expect(inside).toEqual([[bo], [ada], lanes[1], lanes[0]]);
  const beyond = orderWith(lanes, inside, lanes[1]!, "after", lanes[2]!);
  expect(beyond).toEqual([lanes[1], lanes[0], [bo], [ada]]);
  expect(neighbour(lanes, lanes[1]!, 1)).toEqual(lanes[2]);
  expect(neighbour(lanes, lanes[2]!, 1)).toBeUndefined();
});

it("keeps the place of lanes that are not shown now", () => {
  const order = ["Ada", "Gone", "Bo"].map((name) => [owner(name)]);
  const moved = orderWith([[owner("Ada")], [owner("Bo")]], order, [owner("Bo")], "before", [owner("Ada")]);
  expect(moved).toEqual([[owner("Bo")], [owner("Ada")], [owner("Gone")]]);
});

import { expect, it } from "vitest";

import type { AspectValue } from "../bindings/AspectValue";
import { DrawBar } from "./draw-bar";
import { FakeSurroundings, hand } from "./fake-surroundings";
import { fieldsOf, movedTo, placedOn } from "./lanes";

const fields = (...values: AspectValue[]) => fieldsOf({ by: "items", values });

it("gives what is drawn on a lane all that the lane stands for", () => {
  expect(fields({ field: "status", value: "in_progress" }, { field: "owner", value: "Ada" })).toEqual({
    status: "in_progress",
    owner: "Ada",
  });
  expect(fields({ field: "kind", value: "bug" }, { field: "parent", value: "e1" })).toEqual({
    kind: "bug",
    parent: "e1",
  });
  expect(fields({ field: "need", value: "n1" }, { field: "goal", value: "g1" })).toEqual({
    needs: [{ need: "n1", fulfilment: "fully" }],
    goals: ["g1"],
  });
});

it("gives it no need, goal, customer, importance or horizon that it cannot have", () => {
  const fieldsOfNone = (["need", "goal", "customer", "importance", "horizon"] as const).map((field) =>
    fields({ field, value: null }),
  );
  expect(fieldsOfNone).toEqual([{}, {}, {}, {}, {}]);
  expect(fields({ field: "customer", value: "c1" }, { field: "theme", value: null })).toEqual({
    theme: null,
  });
});

it("draws in the lanes of needs and of kinds what belongs there", () => {
  const around = new FakeSurroundings();
  for (const value of [
    { field: "need", value: "n1" },
    { field: "kind", value: "bug" },
  ] as const)
    new DrawBar(around, { by: "items", values: [value] }, hand(200, 50)).drop(hand(300, 50));
  expect(around.committed).toMatchObject([
    { operation: "add_item", item: { kind: "feature", needs: [{ need: "n1", fulfilment: "fully" }] } },
    { operation: "add_item", item: { kind: "bug" } },
  ]);
});

it("takes no epic to a horizon that spans what it holds, and tells that", () => {
  const horizon = { by: "horizon", horizon: "next" } as const;
  const stays = { undated: [], spanning: ["e"] };
  expect(movedTo(horizon, ["a", "e"], 0, stays)).toMatchObject({
    operation: { operation: "edit_items", ids: ["a"] },
    words: "1 spans what is in it",
  });
  expect(movedTo(horizon, ["e"], 0, stays)).toMatchObject({ operation: { ids: ["e"] }, words: null });
});

it("gives days on the lane of a customer, where what is dropped need not come to stand", () => {
  const values: AspectValue[] = [
    { field: "customer", value: "c1" },
    { field: "theme", value: "t1" },
    { field: "importance", value: "high" },
  ];
  expect(placedOn({ by: "items", values }, ["a"], 0)).toMatchObject({
    operations: [{ operation: "edit_items" }, { lane: [{ field: "theme", value: "t1" }] }],
  });
});

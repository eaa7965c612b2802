import { expect, it } from "vitest";

import type { AspectValue } from "../bindings/AspectValue";
import { DrawBar } from "./draw-bar";
import { FakeSurroundings, hand } from "./fake-surroundings";
import { fieldsOf } from "./lanes";

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

import { expect, it } from "vitest";

import { patch } from "../screens/fakes";
import type { Backend } from "../ports/backend";
import { NeedsStore } from "./needs.svelte";

it("keeps the selection as it is through a change that takes none of it away", async () => {
  const needs = new NeedsStore({ call: () => new Promise(() => {}) } as unknown as Backend, () => {});
  needs.select(["n1", "n2", "n3"]);
  const { selected } = needs;
  await needs.follow(patch);
  expect(needs.selected).toBe(selected);
  await needs.follow({ ...patch, removed_needs: ["n2"] });
  expect([...needs.selected]).toEqual(["n1", "n3"]);
});

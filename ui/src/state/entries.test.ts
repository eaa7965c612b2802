import { expect, it, vi } from "vitest";

import { actualEntry, cell, costEntry } from "../screens/budget/fake-budget";
import type { Backend } from "../ports/backend";
import { patch } from "../screens/fakes";
import { EntriesStore } from "./entries.svelte";

/** A store over a back end whose answers to one method wait until they are given. */
function begin(waiting: string) {
  const answers: ((answer: unknown) => void)[] = [];
  const usual: Record<string, unknown> = {
    cost_list: { total: 3, rows: [costEntry], sums: cell, place: 0 },
    actual_list: { total: 1, rows: [actualEntry], amount: 1, place: 0 },
    cost_ids: ["k1", "k2", "k3"],
    cost: costEntry,
  };
  const call = vi.fn((method: string) =>
    method === waiting ? new Promise((resolve) => answers.push(resolve)) : Promise.resolve(usual[method]),
  );
  const fail = vi.fn();
  const store = new EntriesStore({ call } as unknown as Backend, fail, { line: null });
  return { store, answers, call, fail };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const named = (name: string) => ({ ...costEntry, cost: { ...costEntry.cost, name } });

it("shows the newest answer about the same entry, whichever comes last", async () => {
  const { store, answers } = begin("cost");
  store.open();
  await settled();
  await store.selectAt(0);
  await store.selectAt(0);
  answers[1]!(named("new"));
  await settled();
  answers[0]!(named("old"));
  await settled();
  expect(store.cost?.cost.name).toBe("new");
});

it("goes on from the row that keys have come to, while what lies between is still found out", async () => {
  const { store, answers } = begin("cost_ids");
  store.open();
  await settled();
  await store.selectAt(0);
  void store.selectAt(store.place! + 1, "range");
  void store.selectAt(store.place! + 1, "range");
  expect(store.place).toBe(2);
  for (const answer of answers) answer(["k1", "k2", "k3"]);
  await settled();
  expect([...store.ids]).toEqual(["k1", "k2", "k3"]);
  expect(store.lead).toEqual({ id: "k3", index: 2 });
});

it("shows one of those that are left when the one is taken out that was shown, also after a change", async () => {
  const order = ["k1", "k2", "k3"];
  const entry = (id: string) => ({ ...costEntry, cost: { ...costEntry.cost, id } });
  const call = async (method: string, request: { id: string; place_of: string | null }) => {
    await Promise.resolve();
    const place = request.place_of === null ? null : order.indexOf(request.place_of);
    if (method === "cost") return entry(request.id);
    return method === "cost_ids" ? order : { total: 3, rows: order.map(entry), sums: cell, place };
  };
  const store = new EntriesStore({ call } as unknown as Backend, vi.fn(), { line: null });
  await store.open();
  await settled();
  await store.selectAt(0);
  await store.selectAt(1, "add");
  await store.selectAt(0, "add");
  await store.selectAt(0, "add");
  await store.selectAt(0, "add");
  for (let time = 0; time < 2; time++) {
    await settled();
    expect([store.lead, [...store.ids], store.cost?.cost.id]).toEqual([{ id: "k2", index: 1 }, ["k2"], "k2"]);
    await store.follow({ ...patch, touched: ["cost"] });
  }
});

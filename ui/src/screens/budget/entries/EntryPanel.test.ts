import { afterEach, expect, it, vi } from "vitest";

import type { Cost } from "../../../bindings/Cost";
import type { Operation } from "../../../bindings/Operation";
import { fakeMilepost, patch, settle, show } from "../../fakes";
import { cell, costEntry, lines } from "../fake-budget";
import EntryPanel from "./EntryPanel.svelte";

let shown: ReturnType<typeof show>;
afterEach(async () => {
  await shown.leave();
  vi.useRealTimers();
});

async function rest(): Promise<void> {
  await settle();
  vi.advanceTimersByTime(200);
  for (let turn = 0; turn < 4; turn++) await settle();
}

/** The first of two costs, which changes are kept of as they are answered, and what answers them one by one. */
async function open(begun: Partial<Cost>) {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const kept = { ...costEntry.cost, ...begun };
  const answer: (() => void)[] = [];
  const { milepost, asked } = fakeMilepost({
    budget_lines: () => [...lines],
    customers: () => [],
    goals: () => [],
    rates: () => ["r1", "r2"].map((id, rank) => ({ id, role: id, per_day: 80_000, rank })),
    cost_list: ({ place_of }) => ({
      total: 2,
      sums: cell,
      place: place_of === null ? null : ["k1", "k2"].indexOf(place_of),
      rows: [],
    }),
    cost: ({ id }) => ({ ...costEntry, cost: id === "k1" ? kept : { ...kept, id, name: "Seats" } }),
    apply: ({ operation }) =>
      new Promise((resolve) => {
        const { edit } = operation as Extract<Operation, { operation: "edit_costs" }>;
        answer.push(() => {
          Object.assign(kept, { [edit.field]: edit.value });
          resolve({ ...patch, touched: ["cost"] });
        });
      }),
  });
  milepost.lists.follow(null);
  await rest();
  await milepost.entries.open();
  await milepost.entries.reveal("cost", "k1");
  shown = show(EntryPanel, { milepost, onleave() {} });
  await rest();
  return {
    milepost,
    kept,
    operations: () => asked("apply").map(({ operation }) => operation),
    async answerAll() {
      while (answer.length > 0) {
        for (const each of answer.splice(0)) each();
        await rest();
        await rest();
      }
    },
  };
}

it("takes no part of a cost back that is changed while another one is on its way", async () => {
  const span = { first: "2027-01-01", last: "2027-12-31" };
  const { kept, answerAll } = await open({
    amount: { by: "effort", rate: "r1", hundredths: 100 },
    timing: { timing: "spread", span },
    certainty: { certainty: "estimated", low: 100, high: 900 },
  });
  await shown.type("[data-field=cost-days]", "12");
  await shown.choose("[data-field=cost-rate]", "r2");
  await shown.type("[data-field=cost-first] input", "2027-02-01");
  await shown.type("[data-field=cost-last] input", "2027-03-31");
  await shown.type("[data-field=cost-low]", "2");
  await shown.type("[data-field=cost-high]", "8");
  await answerAll();
  expect(kept).toMatchObject({
    amount: { by: "effort", rate: "r2", hundredths: 1_200 },
    timing: { timing: "spread", span: { first: "2027-02-01", last: "2027-03-31" } },
    certainty: { certainty: "estimated", low: 200, high: 800 },
  });
});

it("changes the cost that was meant, though another one is shown by then", async () => {
  const { milepost, operations, answerAll } = await open({});
  await shown.choose("[data-field=cost-line]", "b2");
  await shown.click("[data-certainty=estimated]");
  await milepost.entries.reveal("cost", "k2");
  await rest();
  expect(shown.text()).toContain("Seats");
  await answerAll();
  expect(operations()).toMatchObject([
    { ids: ["k1"], edit: { field: "line" } },
    { ids: ["k1"], edit: { field: "certainty", value: { low: 50_000 } } },
  ]);
});

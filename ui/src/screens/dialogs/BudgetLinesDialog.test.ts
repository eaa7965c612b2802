import { afterEach, expect, it, vi } from "vitest";

import type { BudgetLine } from "../../bindings/BudgetLine";
import type { Operation } from "../../bindings/Operation";
import { type Answers, fakeMilepost, patch, refusal, settle, show } from "../fakes";
import { cell, lines } from "../budget/fake-budget";
import BudgetLinesDialog from "./BudgetLinesDialog.svelte";
import RatesDialog from "./RatesDialog.svelte";

let shown: ReturnType<typeof show>;
afterEach(async () => {
  await shown.leave();
  vi.useRealTimers();
});

/** A plan whose first line has money on it. */
async function begin(list: BudgetLine[] = [...lines], answers: Answers = {}) {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const fake = fakeMilepost({
    budget_lines: () => [...list],
    budget_line_sums: () =>
      list.map(({ id }) => ({
        line: id,
        costs: id === "b1" ? 2 : 0,
        actuals: id === "b1" ? 1 : 0,
        sums: id === "b1" ? { ...cell, planned: 123_450, actual: 500 } : cell,
      })),
    rate_sums: () => [{ rate: "r1", costs: 2 }],
    apply: () => ({ ...patch, touched: ["budget_line"] }),
    ...answers,
  });
  fake.milepost.lists.follow(null);
  await rest();
  return { ...fake, applied: () => fake.asked("apply").map(({ operation }) => operation) };
}

async function rest(): Promise<void> {
  await settle();
  vi.advanceTimersByTime(200);
  await settle();
  await settle();
}

const edit = (field: string, value: unknown) => ({
  operation: "edit_budget_line",
  id: "b2",
  edit: { field, value },
});

it("makes one operation of each field, and a cap of an amount", async () => {
  const { milepost, applied } = await begin();
  shown = show(BudgetLinesDialog, { milepost });
  await rest();
  expect(shown.text()).toContain("€1,234.50 planned in 2 costs, €5.00 spent in 1 actual");
  const field = (name: string) => `[data-id=b2] [data-field=budget-line-${name}]`;
  await shown.type(field("name"), "Staff");
  await shown.type(field("note"), "By the head");
  await rest();
  await shown.choose(field("category"), "training");
  await rest();
  await shown.type(field("own-category"), "Coaching");
  await rest();
  await shown.type(field("cap"), "12,000");
  await rest();
  await shown.type(field("cap"), "much");
  expect(shown.text()).toContain("“much” is not an amount in EUR. Write 1,234.00.");
  await shown.type(field("cap"), "-5");
  expect(shown.text()).toContain("An amount cannot be less than nothing.");
  expect(applied()).toEqual([
    edit("name", "Staff"),
    edit("note", "By the head"),
    edit("category", { category: "training", own_category: "" }),
    edit("category", { category: "people", own_category: "Coaching" }),
    edit("cap", { amount: 1_200_000, span: { first: "2026-01-01", last: "2026-12-31" } }),
  ]);
});

it("stays open with what was not taken, which its field keeps", async () => {
  const { milepost } = await begin();
  milepost.dialogs.show({ kind: "budget-lines" });
  shown = show(BudgetLinesDialog, { milepost });
  await rest();
  const cap = "[data-id=b2] [data-field=budget-line-cap]";
  await shown.type(cap, "60k");
  await shown.click("footer .primary");
  await shown.click("header button");
  expect(milepost.dialogs.open).not.toBeNull();
  const field = shown.find<HTMLInputElement>(cap);
  expect([field.value, document.activeElement === field]).toEqual(["60k", true]);
  await shown.type(cap, "60");
  await shown.click("footer .primary");
  expect(milepost.dialogs.open).toBeNull();
});

it("takes a cap away with its amount", async () => {
  const { milepost, applied } = await begin();
  shown = show(BudgetLinesDialog, { milepost });
  await shown.type("[data-id=b1] [data-field=budget-line-cap]", "");
  expect(applied()).toMatchObject([{ id: "b1", edit: { field: "cap", value: null } }]);
});

it("deletes an empty line at once, and asks where the money of another one goes", async () => {
  const { milepost, applied } = await begin();
  shown = show(BudgetLinesDialog, { milepost });
  await rest();
  await shown.click("[aria-label='Delete People']");
  await shown.click("[aria-label='Delete Cloud']");
  expect(shown.find<HTMLSelectElement>("[data-field=into-line]").value).toBe("b2");
  await shown.click("[data-action=delete-into-line]");
  expect(applied()).toEqual([
    { operation: "delete_budget_line", id: "b2", into: null },
    { operation: "delete_budget_line", id: "b1", into: "b2" },
  ]);
  expect(shown.text()).toContain("Deleted “Cloud”. What was planned and spent on it is on “People” now.");
});

it("asks where the money goes even before it knows that there is any", async () => {
  const { milepost } = await begin([...lines], {
    budget_line_sums: () => [],
    apply() {
      throw refusal(
        "rule",
        "3 costs and actuals still refer to this budget line; give them another one first",
      );
    },
  });
  shown = show(BudgetLinesDialog, { milepost });
  await rest();
  await shown.click("[aria-label='Delete Cloud']");
  await rest();
  expect(shown.has("[data-field=into-line]")).toBe(true);
});

it("keeps the only line as long as there is money on it", async () => {
  const { milepost, applied } = await begin(lines.slice(0, 1));
  shown = show(BudgetLinesDialog, { milepost });
  await rest();
  await shown.click("[aria-label='Delete Cloud']");
  expect(shown.text()).toContain("It is the only line.");
  expect(applied()).toEqual([]);
});

it("edits rates, and says why one that is used stays", async () => {
  const { milepost, applied } = await begin([], {
    rates: () => [{ id: "r1", role: "Engineer", per_day: 80_000, rank: 1 }],
    apply({ operation }) {
      if (operation.operation === "delete_rate")
        throw refusal("rule", "2 costs still refer to this rate; give them another one first");
      return { ...patch, touched: ["rate"] };
    },
  });
  shown = show(RatesDialog, { milepost });
  await rest();
  expect(shown.text()).toContain("2 costs use it");
  await shown.type("[data-field=rate-per-day]", "850");
  await shown.click("[aria-label='Delete Engineer']");
  expect(shown.text()).toContain("2 costs still refer to this rate");
  expect(applied()).toEqual([
    { operation: "edit_rate", id: "r1", edit: { field: "per_day", value: 85_000 } },
    { operation: "delete_rate", id: "r1" },
  ]);
});

it("takes no part of a cap or a category back that is changed while another one is on its way", async () => {
  let [, line] = lines as readonly [BudgetLine, BudgetLine];
  const answer: (() => void)[] = [];
  const { milepost, applied } = await begin([], {
    budget_lines: () => [line],
    apply: ({ operation }) =>
      new Promise((resolve) => {
        const { edit } = operation as Extract<Operation, { operation: "edit_budget_line" }>;
        answer.push(() => {
          if (edit.field === "cap") line = { ...line, cap: edit.value };
          if (edit.field === "category") line = { ...line, ...edit.value };
          resolve({ ...patch, touched: ["budget_line"] });
        });
      }),
  });
  line = { ...line, cap: { amount: 100, span: { first: "2027-01-01", last: "2027-12-31" } } };
  milepost.lists.follow(null);
  await rest();
  shown = show(BudgetLinesDialog, { milepost });
  await rest();
  await shown.type("[data-field=budget-line-cap]", "50");
  await shown.type("[data-field=budget-line-cap-last] input", "2027-06-30");
  await shown.choose("[data-field=budget-line-category]", "training");
  await shown.type("[data-field=budget-line-own-category]", "Coaching");
  while (answer.length > 0) {
    for (const each of answer.splice(0)) each();
    await rest();
    await rest();
  }
  expect(line).toMatchObject({
    category: "training",
    own_category: "Coaching",
    cap: { amount: 5_000, span: { first: "2027-01-01", last: "2027-06-30" } },
  });
  expect(applied()).toHaveLength(4);
});

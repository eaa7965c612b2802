import { afterEach, expect, it, vi } from "vitest";

import { actualEntry, cell, costEntry, lines } from "../budget/fake-budget";
import { type Answers, fakeMilepost, patch, refusal, settle, show } from "../fakes";
import ItemCosts from "./ItemCosts.svelte";
import ManyCosts from "./ManyCosts.svelte";

let shown: ReturnType<typeof show>;
afterEach(async () => {
  await shown.leave();
  vi.useRealTimers();
});

const sums = { ...cell, planned: 150_000, low: 120_000, high: 150_000, actual: 1_234, forecast: 151_234 };

async function fake(answers: Answers = {}) {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const made = fakeMilepost({
    budget_lines: () => [...lines],
    item_entries: () => ({ costs: [costEntry], actuals: [actualEntry], sums }),
    apply: () => ({ ...patch, touched: ["cost"] }),
    ...answers,
  });
  made.milepost.lists.follow(null);
  await rest();
  return { ...made, applied: () => made.asked("apply").map(({ operation }) => operation) };
}

async function rest(): Promise<void> {
  await settle();
  vi.advanceTimersByTime(200);
  await settle();
  await settle();
}

it("says what an item costs, and edits a cost where it stands", async () => {
  const { milepost, applied } = await fake();
  shown = show(ItemCosts, { milepost, item: "i1", disabled: false });
  await rest();
  expect(shown.find("[data-list=item-cost-sums]").textContent.replace(/\s+/g, " ")).toContain(
    "Planned €1,500.00€1,200.00 – €1,500.00 Spent €12.34 Forecast €1,512.34",
  );
  await shown.click("[data-list=item-costs] .go");
  await shown.type("[data-cost=k1] [data-field=cost-name]", "Servers");
  await shown.click("[aria-label='Delete the cost “Hosting”']");
  expect(applied()).toEqual([
    { operation: "edit_costs", ids: ["k1"], edit: { field: "name", value: "Servers" } },
    { operation: "delete_costs", ids: ["k1"] },
  ]);
});

it("adds a cost in one line", async () => {
  const { milepost, applied } = await fake();
  shown = show(ItemCosts, { milepost, item: "i1", disabled: false });
  await rest();
  const field = shown.find<HTMLInputElement>("[data-field=item-cost-amount]");
  const write = async (text: string) => {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await settle();
    await shown.click("[data-action=item-cost-add]");
  };
  await shown.choose("[data-field=item-cost-line]", "b2");
  await shown.choose("[data-field=item-cost-when]", "end");
  await write("lots");
  expect(shown.text()).toContain("“lots” is not an amount in EUR. Write 1,234.00.");
  await write("1 234,50");
  expect(applied()).toMatchObject([
    {
      operation: "add_cost",
      cost: {
        line: "b2",
        item: "i1",
        amount: { by: "money", amount: 123_450 },
        timing: { timing: "once", on: { at: "end" } },
      },
    },
  ]);
  expect(field.value).toBe("");
});

it("adds a cost once however often Enter is pressed, and leaves what is typed meanwhile", async () => {
  let done = () => {};
  const { milepost, applied } = await fake({
    apply: () => new Promise((resolve) => (done = () => resolve({ ...patch, touched: ["cost"] }))),
  });
  shown = show(ItemCosts, { milepost, item: "i1", disabled: false });
  await rest();
  const field = shown.find<HTMLInputElement>("[data-field=item-cost-amount]");
  const write = (text: string) => {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  write("12");
  await settle();
  for (let pressed = 0; pressed < 2; pressed++) await shown.click("[data-action=item-cost-add]");
  write("34");
  done();
  await rest();
  expect(applied()).toHaveLength(1);
  expect(field.value).toBe("34");
});

it("tells an amount that was refused where the next one is typed, or another item is looked at", async () => {
  let refuse = () => {};
  const copied: unknown[] = [];
  const { milepost } = await fake({
    customers: () => [],
    goals: () => [],
    apply: () => new Promise((_, no) => (refuse = () => no(refusal("rule", "The line is gone.")))),
  });
  milepost.desktop.copyText = async (text) => void copied.push(await text);
  shown = show(ItemCosts, { milepost, item: "i1", disabled: false });
  await rest();
  const field = () => shown.find<HTMLInputElement>("[data-field=item-cost-amount]");
  await shown.type("[data-field=item-cost-amount]", "12");
  await shown.click("[data-action=item-cost-add]");
  await shown.type("[data-field=item-cost-amount]", "34");
  refuse();
  await rest();
  const [notice] = milepost.notices.notices;
  expect([field().value, notice?.message, notice?.hint]).toEqual([
    "34",
    "“Cost of 12” was not saved.",
    "The line is gone.",
  ]);
  notice?.action?.run();
  await settle();
  expect(copied).toEqual(["12"]);
  await shown.click("[data-action=item-cost-add]");
  await shown.leave();
  refuse();
  await rest();
  expect(milepost.notices.notices.at(-1)?.message).toBe("“Cost of 34” was not saved.");
});

it("lets an amount that is not added wait while another item is looked at", async () => {
  const { milepost } = await fake();
  const value = async (item: string) => {
    shown = show(ItemCosts, { milepost, item, disabled: false });
    await rest();
    return shown.find<HTMLInputElement>("[data-field=item-cost-amount]").value;
  };
  await value("i1");
  await shown.type("[data-field=item-cost-amount]", "12");
  await shown.leave();
  expect(await value("i2")).toBe("");
  await shown.leave();
  expect(await value("i1")).toBe("12");
  await milepost.entries.follow({ ...patch, removed: ["i1"] });
  expect(milepost.entries.typedFor.size).toBe(0);
});

it("offers a budget line where there is none, and nothing in a plan that can only be read", async () => {
  const { milepost } = await fake({ budget_lines: () => [] });
  shown = show(ItemCosts, { milepost, item: "i1", disabled: false });
  await rest();
  expect(shown.has("[data-action=add-budget-line]")).toBe(true);
  await shown.leave();
  shown = show(ItemCosts, { milepost, item: "i1", disabled: true });
  await rest();
  expect(shown.has("[data-action=add-budget-line]")).toBe(false);
  expect(shown.has("[aria-label^='Delete']")).toBe(false);
});

it("asks no more for an item that it has left, and tells nothing of one that is gone", async () => {
  let refuse = () => {};
  const gone = refusal("rule", "There is no such item.");
  const { milepost, asked } = await fake({
    item_entries: () => new Promise((_, no) => (refuse = () => no(gone))),
  });
  shown = show(ItemCosts, { milepost, item: "i1", disabled: false });
  await shown.leave();
  await rest();
  expect(asked("item_entries")).toEqual([]);
  shown = show(ItemCosts, { milepost, item: "i1", disabled: false });
  await rest();
  expect(asked("item_entries")).toHaveLength(1);
  await shown.leave();
  refuse();
  await rest();
  expect(milepost.notices.notices.map(({ message }) => message)).not.toContain("There is no such item.");
});

it("sums what several items cost", async () => {
  const { milepost, asked } = await fake({ items_cost: () => ({ costs: 3, actuals: 1, sums }) });
  shown = show(ManyCosts, { milepost, ids: ["i1", "i2"] });
  await rest();
  expect(shown.text()).toContain("3 costs and 1 actual together");
  expect(asked("items_cost").at(-1)).toEqual({ ids: ["i1", "i2"] });
});

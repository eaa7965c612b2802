import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { actionFor, actionNamed, perform } from "../../actions";
import type { NewCost } from "../../bindings/NewCost";
import { withHeight } from "../feedback/fake-inbox";
import { type Answers, fakeMilepost, patch, refusal, settle, show } from "../fakes";
import BudgetEntries from "./BudgetEntries.svelte";
import { actualEntry, cell, costEntry, lines } from "./fake-budget";

let shown: ReturnType<typeof show>;
let fake: ReturnType<typeof fakeMilepost>;

beforeEach(() => {
  withHeight(340);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(async () => {
  await shown.leave();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const costs = ["Hosting", "Seats", "Audit"].map((name, at) => ({
  ...costEntry,
  cost: { ...costEntry.cost, id: `k${at + 1}`, name },
}));

/** Costs and actuals that a list tells, of which nothing is left out. */
async function open(answers: Answers = {}): Promise<void> {
  const place = (ids: string[], id: string | null) => (id === null ? null : ids.indexOf(id));
  const ids = costs.map(({ cost }) => cost.id);
  fake = fakeMilepost({
    budget_lines: () => [...lines],
    customers: () => [],
    goals: () => [],
    cost_list: ({ offset, limit, place_of }) => ({
      total: costs.length,
      sums: { ...cell, planned: 450_000, low: 400_000, high: 500_000 },
      place: place(ids, place_of),
      rows: costs.slice(offset, offset + limit),
    }),
    actual_list: ({ place_of }) => ({
      total: 1,
      amount: 1_234,
      place: place(["a1"], place_of),
      rows: [actualEntry],
    }),
    cost_ids: () => ids,
    cost: ({ id }) => costs.find(({ cost }) => cost.id === id) ?? costEntry,
    actual: () => actualEntry,
    cost_sum: ({ cost: { amount } }) => ({
      ...costEntry.comes,
      money: amount.by === "money" ? amount.amount : 0,
      payments: 1,
    }),
    find: () => [
      {
        id: "i1",
        kind: "feature",
        theme: null,
        title: "Report templates",
        schedule: { kind: "none" },
        status: "planned",
      },
    ],
    apply: () => ({ ...patch, touched: ["cost"] }),
    ...answers,
  });
  fake.milepost.lists.follow(null);
  fake.milepost.screen.current = "budget";
  fake.milepost.budget.part = "entries";
  shown = show(BudgetEntries, { milepost: fake.milepost });
  await rest();
}

async function rest(): Promise<void> {
  await settle();
  vi.advanceTimersByTime(200);
  for (let turn = 0; turn < 4; turn++) await settle();
}

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  shown.find("[role=listbox]").dispatchEvent(event);
  if (!event.defaultPrevented) {
    const action = actionFor(fake.milepost, event, false);
    if (action) perform(fake.milepost, action);
  }
  await rest();
}

const run = async (id: string) => {
  perform(fake.milepost, actionNamed(id));
  await rest();
};
const operations = () => fake.asked("apply").map(({ operation }) => operation);
const selected = () => [...fake.milepost.entries.ids];

it("lists costs with what they come to, and edits the selected one beside them", async () => {
  await open();
  expect(shown.text()).toContain("3 costs, €4,500.00 planned, from €4,000.00 to €5,000.00");
  await shown.click("[data-entry=k2]");
  await rest();
  expect(shown.find("[data-field=cost-comes]").textContent).toContain(
    "€500.00 a month from Feb 2, 2027 to Apr 16, 2027: 3 payments, €1,500.00.",
  );
  const edit = (field: string, value: unknown) => ({
    operation: "edit_costs",
    ids: ["k2"],
    edit: { field, value },
  });
  await shown.type("[data-field=cost-name]", "Licences");
  await shown.type("[data-field=cost-amount]", "620");
  await shown.choose("[data-field=cost-line]", "b2");
  await shown.choose("[data-field=cost-when]", "spread-own");
  await shown.click("[data-certainty=estimated]");
  expect(operations()).toEqual([
    edit("name", "Licences"),
    edit("amount", { by: "money", amount: 62_000 }),
    edit("line", "b2"),
    edit("timing", { timing: "spread", span: { first: "2027-02-02", last: "2027-04-16" } }),
    edit("certainty", { certainty: "estimated", low: 50_000, high: 50_000 }),
  ]);
});

it("selects by keys, moves several to another line, and deletes them with a way back", async () => {
  await open();
  await press("ArrowDown");
  await press("ArrowDown", { shiftKey: true });
  expect(selected()).toEqual(["k1", "k2"]);
  await press("a", { ctrlKey: true });
  expect(selected()).toEqual(["k1", "k2", "k3"]);
  expect(shown.text()).toContain("3 costs selected");
  await shown.choose("[data-field=entries-move]", "b2");
  await rest();
  await press("Delete");
  expect(operations()).toEqual([
    { operation: "edit_costs", ids: ["k1", "k2", "k3"], edit: { field: "line", value: "b2" } },
    { operation: "delete_costs", ids: ["k1", "k2", "k3"] },
  ]);
  expect(fake.milepost.notices.notices[0]?.message).toBe("Deleted 3 costs.");
});

it("asks for other lists by line and words", async () => {
  await open();
  await shown.choose("[data-field=entries-line]", "b2");
  await shown.type("[data-field=entries-text]", "host");
  await rest();
  expect(fake.asked("cost_list").at(-1)?.filter).toEqual({ line: "b2", text: "host" });
});

it("fills in a cost, which follows its item unless somebody says otherwise, and adds it in one step", async () => {
  await open();
  await run("add-cost");
  expect(shown.find<HTMLButtonElement>("[data-action=add-entry]").disabled).toBe(true);
  await shown.type("[data-field=cost-name]", "Audit");
  await shown.type("[data-field=cost-amount]", "1,200");
  const item = shown.find<HTMLInputElement>("[data-field=cost-item]");
  item.value = "Report";
  item.dispatchEvent(new Event("input", { bubbles: true }));
  await rest();
  await shown.click("aside [role=option]");
  await rest();
  expect(shown.find<HTMLSelectElement>("[data-field=cost-when]").value).toBe("spread");
  await shown.click("[data-action=add-entry]");
  await rest();
  const [operation] = operations() as { operation: string; cost: NewCost }[];
  expect(operation).toMatchObject({
    operation: "add_cost",
    cost: {
      name: "Audit",
      line: "b1",
      item: "i1",
      amount: { by: "money", amount: 120_000 },
      timing: { timing: "spread", span: null },
    },
  });
  expect(fake.milepost.entries.adding).toBe(false);
  expect(selected()).toEqual([operation?.cost.id]);
});

it("keeps what is filled in of a new cost and a new actual until it is added or given up", async () => {
  await open();
  const amount = (kind: string) => shown.find<HTMLInputElement>(`[data-field=${kind}-amount]`).value;
  await run("add-cost");
  await shown.type("[data-field=cost-amount]", "12");
  await run("add-actual");
  await shown.type("[data-field=actual-amount]", "34");
  await shown.type("[data-field=actual-supplier]", "Ada");
  fake.milepost.budget.part = "curve";
  await run("add-cost");
  expect(amount("cost")).toBe("12.00");
  await shown.click("[data-entry=k2]");
  await rest();
  await run("add-cost");
  expect(amount("cost")).toBe("12.00");
  await shown.click("[data-action=add-entry]");
  await rest();
  await run("add-cost");
  expect(amount("cost")).toBe("");
  await run("add-actual");
  expect(amount("actual")).toBe("34.00");
  await shown.click("form .buttons [type=button]");
  await run("add-actual");
  expect([amount("actual"), shown.find<HTMLInputElement>("[data-field=actual-supplier]").value]).toEqual([
    "",
    "",
  ]);
  await shown.type("[data-field=actual-amount]", "56");
  fake.milepost.entries.follow(null);
  await rest();
  await run("add-actual");
  expect(amount("actual")).toBe("");
});

it("adds nothing while a field holds what is no amount", async () => {
  await open();
  await run("add-cost");
  await shown.type("[data-field=cost-amount]", "12");
  await shown.type("[data-field=cost-amount]", "twelve");
  await shown.click("[data-action=add-entry]");
  expect(shown.text()).toContain("“twelve” is not an amount in EUR.");
  expect(operations()).toEqual([]);
});

it("refuses a day to come for an actual until it is said to be spent in advance", async () => {
  await open();
  await run("add-actual");
  await shown.type("[data-field=actual-amount]", "99.90");
  await shown.type("[data-field=actual-day] input", "2026-12-24");
  expect(shown.text()).toContain("Dec 24, 2026 is still to come.");
  await shown.click("[data-field=actual-in-advance]");
  await rest();
  await shown.click("[data-action=add-entry]");
  expect(operations()).toMatchObject([
    { operation: "add_actual", actual: { day: "2026-12-24", in_advance: true, amount: 9_990 } },
  ]);
});

it("adds nothing by Ctrl+Enter while the field that it is pressed in holds what is not taken", async () => {
  await open();
  await run("add-actual");
  await shown.type("[data-field=actual-amount]", "100");
  const day = shown.find<HTMLInputElement>("[data-field=actual-day] input");
  const finish = async (text: string) => {
    day.value = text;
    day.dispatchEvent(new Event("input", { bubbles: true }));
    const options = { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true };
    day.dispatchEvent(new KeyboardEvent("keydown", options));
    await rest();
  };
  await finish("2026-12-24");
  expect(operations()).toEqual([]);
  expect(document.activeElement).toBe(day);
  expect(day.value).toBe("2026-12-24");
  await finish("2026-11-02");
  expect(operations()).toMatchObject([{ operation: "add_actual", actual: { day: "2026-11-02" } }]);
});

it("keeps the focus in the day of an actual when another is taken, and comes there by Enter", async () => {
  await open({
    actual: () => ({
      ...actualEntry,
      actual: { ...actualEntry.actual, day: operations().length > 0 ? "2026-11-03" : actualEntry.actual.day },
    }),
    apply: () => ({ ...patch, touched: ["actual"] }),
  });
  await run("go-to-actuals");
  await press("ArrowDown");
  await press("Enter");
  const day = shown.find<HTMLInputElement>("[data-field=actual-day] input");
  expect(document.activeElement).toBe(day);
  day.value = "2026-11-03";
  day.dispatchEvent(new Event("input", { bubbles: true }));
  await shown.press("[data-field=actual-day] input", "Enter");
  await rest();
  expect(shown.find("[data-field=actual-day]").getAttribute("value")).toBe("2026-11-03");
  expect(document.activeElement).toBe(day);
});

it("stays with a field that was not taken when another row is pressed", async () => {
  await open();
  await shown.click("[data-entry=k1]");
  await rest();
  await shown.type("[data-field=cost-amount]", "60k");
  await shown.click("[data-entry=k2]");
  await rest();
  expect(selected()).toEqual(["k1"]);
  const field = shown.find<HTMLInputElement>("[data-field=cost-amount]");
  expect([field.value, document.activeElement === field]).toEqual(["60k", true]);
  await shown.press("[data-field=cost-amount]", "Escape");
  await shown.click("[data-entry=k2]");
  await rest();
  expect(selected()).toEqual(["k2"]);
});

it("tells what was refused when another is looked at by then", async () => {
  let refuse = () => {};
  await open({
    apply: () => new Promise((_, no) => (refuse = () => no(refusal("rule", "There is no such line.")))),
  });
  await shown.click("[data-entry=k1]");
  await rest();
  await shown.type("[data-field=cost-name]", "Seats");
  fake.milepost.entries.clear();
  refuse();
  await rest();
  expect(fake.milepost.notices.notices[0]).toMatchObject({
    message: "“Name” was not saved.",
    hint: "There is no such line.",
  });
});

it("says why the day of an actual was not taken, and takes it with the word that was missing", async () => {
  let taken = false;
  await open({
    apply({ operation }) {
      taken = JSON.stringify(operation).includes('"in_advance":true');
      if (!taken) throw refusal("rule", "2026-12-24 is still to come");
      return { ...patch, touched: ["actual"] };
    },
  });
  await run("go-to-actuals");
  await shown.click("[data-entry=a1]");
  await rest();
  await shown.type("[data-field=actual-day] input", "2026-12-24");
  await rest();
  expect(shown.text()).toContain("2026-12-24 is still to come");
  await shown.click("[data-field=actual-in-advance]");
  expect(operations().at(-1)).toEqual({
    operation: "edit_actuals",
    ids: ["a1"],
    edit: { field: "day", value: { day: "2026-12-24", in_advance: true, today: "2026-11-23" } },
  });
});

it("says no amount of a new cost by pressing what it is already", async () => {
  await open();
  await run("add-cost");
  await shown.click("[data-amount-by=money]");
  expect(shown.find<HTMLButtonElement>("[data-action=add-entry]").disabled).toBe(true);
});

it("turns money into days of work, and says what is missing without a rate", async () => {
  await open();
  await shown.click("[data-entry=k1]");
  await rest();
  await shown.click("[data-amount-by=effort]");
  expect(shown.text()).toContain("There is no rate yet.");
  expect(operations()).toEqual([]);
});

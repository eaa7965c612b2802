import { afterEach, expect, it, vi } from "vitest";

import type { Customer } from "../../bindings/Customer";
import { type Answers, fakeMilepost, patch, settle, show } from "../fakes";
import { customers } from "../needs/fake-needs";
import CustomersDialog from "./CustomersDialog.svelte";
import GoalsDialog from "./GoalsDialog.svelte";

let shown: ReturnType<typeof show>;
afterEach(async () => {
  await shown.leave();
  vi.useRealTimers();
});

/** A plan whose customers are those of `list`, which an added one joins. */
async function begin(list: Customer[] = [...customers], answers: Answers = {}) {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const fake = fakeMilepost({
    customers: () => [...list],
    customer_sums: () => [{ customer: "c1", needs: 2, unserved: 1, feedback: 1 }],
    goal_sums: () => [{ goal: "g1", items: 1, done: 0 }],
    apply({ operation }) {
      if (operation.operation === "add_customer") list.push({ ...operation.customer, rank: 9 });
      return { ...patch, touched: ["customer"] };
    },
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
  operation: "edit_customer",
  id: "c1",
  edit: { field, value },
});

it("makes one operation of each field, and reads sizes as they are written", async () => {
  const { milepost, applied } = await begin();
  shown = show(CustomersDialog, { milepost });
  await rest();
  expect(shown.text()).toContain("2 needs, 1 unserved, 1 piece of feedback");
  const field = (name: string) => `[data-id=c1] [data-field=customer-${name}]`;
  await shown.type(field("name"), "Finance and control");
  await shown.choose(field("kind"), "segment");
  await shown.type(field("size"), "1,250");
  await shown.type(field("unit"), "seats");
  await shown.type(field("note"), "In three countries");
  await shown.type(field("size"), "many");
  expect(shown.text()).toContain("“many” is not a size.");
  expect(applied()).toEqual([
    edit("name", "Finance and control"),
    edit("kind", "segment"),
    edit("size", 1250),
    edit("unit", "seats"),
    edit("note", "In three countries"),
  ]);
});

it("puts customers in order by keys and deletes them", async () => {
  const { milepost, applied } = await begin();
  shown = show(CustomersDialog, { milepost });
  await shown.click("[aria-label='Move Finance down']");
  await shown.click("[aria-label='Delete Retail operations']");
  expect(applied()).toEqual([
    { operation: "reorder_customer", id: "c1", before: null },
    { operation: "delete_customer", id: "c2" },
  ]);
  expect(shown.text()).toContain("Deleted “Retail operations”. Its needs and its feedback stay, without it.");
});

it("begins with a new one, under a name that is free, and goes to it", async () => {
  const list = [...customers, { ...customers[0]!, id: "c3", name: "New customer" }];
  const { milepost, applied } = await begin(list);
  shown = show(CustomersDialog, { milepost, adding: true });
  await rest();
  expect(applied()).toMatchObject([{ operation: "add_customer", customer: { name: "New customer 2" } }]);
  const field = document.activeElement as HTMLInputElement;
  expect([field.dataset["field"], field.value]).toEqual(["customer-name", "New customer 2"]);
});

it("lists as many as can be looked through, and finds the others", async () => {
  const many = Array.from({ length: 500 }, (_, at) => ({
    ...customers[0]!,
    id: `m${at}`,
    name: `Branch ${at}`,
  }));
  const { milepost } = await begin(many);
  shown = show(CustomersDialog, { milepost, at: "m400" });
  expect(document.querySelectorAll("li")).toHaveLength(1);
  await rest();
  expect(document.activeElement).toBe(shown.find("[data-id=m400] [data-field=customer-name]"));
  await shown.type("input[type=search]", "");
  expect(document.querySelectorAll("li")).toHaveLength(60);
  expect(shown.text()).toContain("440 more: search for them.");
  await shown.type("input[type=search]", "branch 49");
  expect(document.querySelectorAll("li")).toHaveLength(11);
});

it("edits goals and says what serves them", async () => {
  const goal = { id: "g1", title: "Fewer exports", measure: "", target: "", by: null, rank: 1 };
  const { milepost, applied } = await begin([], { goals: () => [goal] });
  shown = show(GoalsDialog, { milepost });
  await rest();
  expect(shown.text()).toContain("1 item serves it, 0 done");
  await shown.type("[data-field=goal-name]", "No exports");
  await shown.type("[data-field=goal-measure]", "Exports a month");
  await shown.type("[data-field=goal-target]", "None");
  const goals = (field: string, value: string) => ({
    operation: "edit_goal",
    id: "g1",
    edit: { field, value },
  });
  expect(applied()).toEqual([
    goals("title", "No exports"),
    goals("measure", "Exports a month"),
    goals("target", "None"),
  ]);
});

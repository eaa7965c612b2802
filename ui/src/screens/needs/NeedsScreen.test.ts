// Reason for length: one grid with its filter and its line for new needs, whose keys and presses are tried on the same rows.
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { actionFor, perform } from "../../actions";
import { isTyping } from "../../gestures/hands";
import { type Answers, fakeMilepost, patch, refusal, settle, show } from "../fakes";
import NeedsScreen from "./NeedsScreen.svelte";
import { customers, needsAnswers, rows, sumsOf } from "./fake-needs";

let shown: ReturnType<typeof show>;
let stop = () => {};
beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  // Nothing has a size here.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1000);
});
afterEach(async () => {
  stop();
  await shown.leave();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** The screen in a page that hears keys as the app does. */
async function begin(answers: Answers = {}) {
  const fake = fakeMilepost({ ...needsAnswers, ...answers });
  const { milepost } = fake;
  milepost.screen.current = "needs";
  milepost.lists.follow(null);
  const hear = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const action = actionFor(milepost, event, isTyping(event.target));
    if (action) perform(milepost, action);
  };
  window.addEventListener("keydown", hear);
  stop = () => window.removeEventListener("keydown", hear);
  shown = show(NeedsScreen, { milepost });
  await rest();
  return { ...fake, applied: () => fake.asked("apply").map(({ operation }) => operation) };
}

/** Lets what follows changes come in. */
async function rest(): Promise<void> {
  await settle();
  vi.advanceTimersByTime(200);
  await settle();
}

const cell = (row: number, column: number) => `[data-row="${row}"] [data-column="${column}"]`;

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const on = document.activeElement ?? document.body;
  on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  await settle();
}

const importance = (ids: string[], customer: string, value: string | null) => ({
  operation: "edit_needs",
  ids,
  edit: { field: "importance", value: { customer, importance: value } },
});

it("shows a need with its weight explained, its standing in words, and an importance for each customer", async () => {
  await begin();
  expect(shown.find(cell(0, 1)).title).toBe("Finance: critical (4) × 120 people = 480");
  expect(shown.find(cell(0, 2)).textContent).toContain("Late");
  expect(shown.find(cell(0, 4)).textContent.replace(/\s+/g, " ")).toContain("1/2");
  expect(shown.find(cell(0, 6)).textContent.replace(/\s+/g, " ").trim()).toBe("C Critical");
  expect(shown.find(cell(0, 7)).textContent.trim()).toBe("");
  expect(shown.find(`[data-row="-1"] [data-column="7"]`).title).toContain(
    "Retail operations: segment, 10 people",
  );
  expect(shown.text()).toContain("1 unserved, 2 late");
  expect(shown.text()).toContain("Weight 600, 90 % of it served");
});

it("goes from cell to cell by arrows and sets an importance by its letter", async () => {
  const { applied } = await begin();
  await shown.click(cell(0, 0));
  shown.find(cell(0, 0)).focus();
  await press("ArrowDown");
  await press("End");
  expect(document.activeElement).toBe(shown.find(cell(1, 7)));
  await press("h");
  await press("ArrowLeft");
  await press("Delete");
  expect(applied()).toEqual([importance(["n2"], "c2", "high"), importance(["n2"], "c1", null)]);
});

it("sets an importance for all that are selected", async () => {
  const { applied, milepost } = await begin();
  await shown.click(cell(0, 6));
  shown.find(cell(0, 6)).focus();
  await press("ArrowDown", { shiftKey: true });
  await press("ArrowDown", { shiftKey: true });
  expect([...milepost.needs.selected]).toEqual(["n1", "n2", "n3"]);
  await press("M");
  expect(applied()).toEqual([importance(["n1", "n2", "n3"], "c1", "medium")]);
});

it("edits a statement and a day by Enter or by typing, and says why a text is no day", async () => {
  const { applied } = await begin();
  await shown.click(cell(0, 0));
  shown.find(cell(0, 0)).focus();
  await press("Enter");
  const field = () => shown.find<HTMLInputElement>("[data-field=cell]");
  expect(field().value).toBe("Reports by nine");
  field().value = "Reports by eight";
  await press("Enter");
  expect(document.activeElement).toBe(shown.find(cell(1, 0)));
  for (let step = 0; step < 3; step++) await press("ArrowRight");
  await press("s");
  expect(field().value).toBe("s");
  await press("Enter");
  expect(shown.text()).toContain("“s” is not a day");
  field().value = "2027-05-01";
  await press("Enter");
  expect(applied()).toEqual([
    { operation: "edit_needs", ids: ["n1"], edit: { field: "statement", value: "Reports by eight" } },
    { operation: "edit_needs", ids: ["n2"], edit: { field: "wanted_by", value: "2027-05-01" } },
  ]);
});

it("brings a statement that was refused back to its cell, or tells of it where another is typed in", async () => {
  let refuse = () => {};
  const { milepost } = await begin({
    apply: () => new Promise((_, no) => (refuse = () => no(refusal("rule", "Too long.")))),
  });
  const field = () => shown.find<HTMLInputElement>("[data-field=cell]");
  await shown.click(cell(0, 0));
  shown.find(cell(0, 0)).focus();
  await press("Enter");
  field().value = "Reports";
  await press("Enter");
  expect(document.activeElement).toBe(shown.find(cell(1, 0)));
  refuse();
  await settle();
  await settle();
  expect(field().closest("[data-row]")).toBe(shown.find('[data-row="0"]'));
  expect([field().value, document.activeElement]).toEqual(["Reports", field()]);
  expect(shown.text()).toContain("Too long.");
  await press("Enter");
  await press("F2");
  refuse();
  await settle();
  expect(field().closest("[data-row]")).toBe(shown.find('[data-row="1"]'));
  expect(milepost.notices.notices[0]).toMatchObject({ hint: "Too long." });
});

it("keeps what is typed to its need while a filter takes rows away above it, and goes on where there is none", async () => {
  let left = rows;
  let revision = 1;
  const { applied, milepost } = await begin({
    needs_table: ({ offset, limit }) => ({
      total: left.length,
      heaviest: 480,
      rows: left.slice(offset, offset + limit),
    }),
    apply({ operation }) {
      if (operation.operation === "edit_needs" && operation.edit.field === "wanted_by")
        left = left.filter(({ need }) => !operation.ids.includes(need.id));
      return { ...patch, state: { ...patch.state, revision: ++revision }, touched: ["need"] };
    },
  });
  const field = () => shown.find<HTMLInputElement>("[data-field=cell]");
  await shown.click(cell(0, 3));
  shown.find(cell(0, 3)).focus();
  await press("Enter");
  field().value = "2028-02-01";
  field().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  flushSync();
  document.activeElement?.dispatchEvent(
    new KeyboardEvent("keydown", { key: "2", bubbles: true, cancelable: true }),
  );
  flushSync();
  field().value = "2028-03-01";
  await rest();
  expect(shown.find("[data-row='0']").dataset["need"]).toBe("n2");
  expect(field().closest<HTMLElement>("[data-need]")?.dataset["need"]).toBe("n2");
  expect([field().value, document.activeElement]).toEqual(["2028-03-01", field()]);
  await press("Enter");
  expect(applied().map((operation) => "ids" in operation && operation.ids)).toEqual([["n1"], ["n2"]]);
  await rest();
  expect([...milepost.needs.selected]).toEqual(["n3"]);
  expect(document.activeElement).toBe(shown.find(cell(0, 3)));
  await press("Delete");
  await rest();
  expect(applied().at(-1)).toMatchObject({ ids: ["n3"], edit: { value: null } });
});

it("hands the keyboard and the selection on where a row goes, and keeps what was typed in it", async () => {
  let left = rows;
  const { applied, milepost } = await begin({
    needs_table: ({ offset, limit }) => ({
      total: left.length,
      heaviest: 480,
      rows: left.slice(offset, offset + limit),
    }),
    apply: () => ({ ...patch, touched: ["need"] }),
  });
  await shown.click(cell(2, 3));
  shown.find(cell(2, 3)).focus();
  left = rows.slice(0, 2);
  await press("Delete");
  await rest();
  expect(document.activeElement).toBe(shown.find(cell(1, 3)));
  expect([...milepost.needs.selected]).toEqual(["n2"]);
  await press("2");
  shown.find<HTMLInputElement>("[data-field=cell]").value = "2028-03-01";
  left = rows.slice(0, 1);
  milepost.plan.enter(patch);
  await rest();
  expect(applied()).toEqual([
    { operation: "edit_needs", ids: ["n3"], edit: { field: "wanted_by", value: null } },
    { operation: "edit_needs", ids: ["n2"], edit: { field: "wanted_by", value: "2028-03-01" } },
  ]);
});

it("tells a text that is no day where the screen is left with it", async () => {
  const { milepost } = await begin();
  await shown.click(cell(0, 3));
  shown.find(cell(0, 3)).focus();
  await press("Enter");
  shown.find<HTMLInputElement>("[data-field=cell]").value = "soon";
  await shown.leave();
  expect(milepost.notices.notices).toMatchObject([
    {
      message: "“Wanted by of Reports by nine” was not saved.",
      hint: "“soon” is not a day. Write 2027-02-28, 28 Feb 2027, today or +7.",
    },
  ]);
});

it("deletes what is selected outside of the cells that can be emptied, with a way back", async () => {
  const { applied, milepost } = await begin();
  await shown.click(cell(2, 0));
  shown.find(cell(2, 0)).focus();
  await press("Delete");
  await settle();
  expect(applied()).toEqual([{ operation: "delete_needs", ids: ["n3"] }]);
  expect(milepost.notices.notices).toMatchObject([
    { message: "Deleted “Alerts”.", action: { label: "Undo" } },
  ]);
});

it("does what a key says to the need that has the focus, where another one is selected", async () => {
  const { applied, milepost } = await begin();
  const away = async (row: number, column: number) => {
    await shown.click(cell(row, column));
    shown.find(cell(row, column)).focus();
    await press("ArrowDown", { ctrlKey: true });
  };
  await away(0, 3);
  await press("Delete");
  await away(0, 6);
  await press("h");
  await away(0, 6);
  await press("Backspace");
  await away(0, 1);
  await press("h");
  expect([...milepost.needs.selected]).toEqual(["n1"]);
  await press("Enter", { ctrlKey: true });
  expect([...milepost.needs.selected]).toEqual(["n2"]);
  await away(0, 1);
  await press("Enter");
  expect(shown.find("aside").textContent).toContain("Exact figures");
  await away(0, 6);
  await press("Enter");
  expect([[...milepost.needs.selected], milepost.menu?.label]).toEqual([["n2"], "What is selected"]);
  milepost.menu = null;
  await away(0, 0);
  await press("Delete");
  await settle();
  expect(milepost.notices.notices[0]?.message).toBe("Deleted “Exact figures”.");
  expect(applied()).toEqual([
    { operation: "edit_needs", ids: ["n2"], edit: { field: "wanted_by", value: null } },
    importance(["n2"], "c1", "high"),
    importance(["n2"], "c1", null),
    { operation: "delete_needs", ids: ["n2"] },
  ]);
});

it("acts on a range that was selected with the key before", async () => {
  const { applied } = await begin({ needs_between: () => new Promise(() => {}) });
  await shown.click(cell(0, 6));
  shown.find(cell(0, 6)).focus();
  await press("ArrowDown", { shiftKey: true });
  await press("h");
  expect(applied()).toEqual([importance(["n1", "n2"], "c1", "high")]);
});

it("keeps of what is selected what a filter lets through, so that nothing is deleted out of sight", async () => {
  const { applied, milepost } = await begin({
    needs_between: ({ query }) =>
      rows.filter(({ need }) => need.statement.includes(query.filter.text)).map(({ need }) => need.id),
    needs_place: ({ query, id }) =>
      rows.some(({ need }) => need.id === id && need.statement.includes(query.filter.text)) ? 0 : null,
  });
  await press("a", { ctrlKey: true });
  expect(milepost.needs.selected.size).toBe(3);
  milepost.needs.filter({ text: "Re" });
  milepost.needs.filter({ text: "e" });
  await rest();
  expect([...milepost.needs.selected]).toEqual(["n1", "n2", "n3"]);
  milepost.needs.filter({ text: "Exact" });
  await rest();
  await press("Delete");
  expect(applied()).toEqual([{ operation: "delete_needs", ids: ["n2"] }]);
  milepost.needs.filter({ text: "Alerts" });
  await rest();
  expect(milepost.needs.selected.size).toBe(0);
});

it("stays with the customer in whose column the focus is while others come before it or go", async () => {
  const [finance, retail] = customers;
  let all = customers;
  const { applied, milepost } = await begin({ customers: () => all });
  const become = async (next: typeof customers) => {
    all = next;
    milepost.plan.enter({ ...patch, touched: ["customer"] });
    await rest();
  };
  await shown.click(cell(0, 7));
  shown.find(cell(0, 7)).focus();
  await become([retail!, finance!]);
  expect(document.activeElement).toBe(shown.find(cell(0, 6)));
  await press("h");
  await become([finance!, retail!]);
  expect(document.activeElement).toBe(shown.find(cell(0, 7)));
  await become([finance!]);
  expect(document.activeElement).toBe(shown.find(cell(0, 6)));
  await press("h");
  expect(applied()).toEqual([importance(["n1"], "c2", "high"), importance(["n1"], "c1", "high")]);
});

it("takes one need after the other, and says why one is refused", async () => {
  let refuses = false;
  const { applied } = await begin({
    apply() {
      if (refuses) throw refusal("rule", "A need says what somebody wants.");
      return needsAnswers.apply!({} as never);
    },
  });
  await press("n");
  const field = shown.find<HTMLInputElement>("[data-field=add-need]");
  expect(document.activeElement).toBe(field);
  const add = async (text: string) => {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await press("Enter");
  };
  await add("See who was asked");
  expect(field.value).toBe("");
  await add("  ");
  expect(applied()).toMatchObject([{ operation: "add_need", need: { statement: "See who was asked" } }]);
  refuses = true;
  await add("Refused");
  expect(field.value).toBe("Refused");
  expect(shown.text()).toContain("A need says what somebody wants.");
});

it("adds a need once that Enter is pressed for twice, and keeps what is typed meanwhile and what waits", async () => {
  let done = () => {};
  const { applied, milepost } = await begin({
    apply: () => new Promise((resolve) => (done = () => resolve({ ...patch, touched: ["need"] }))),
  });
  const field = () => shown.find<HTMLInputElement>("[data-field=add-need]");
  const type = (text: string) => {
    field().value = text;
    field().dispatchEvent(new Event("input", { bubbles: true }));
  };
  field().focus();
  type("See who was asked");
  await press("Enter");
  await press("Enter");
  type("See who was asked and when");
  done();
  await rest();
  expect(applied()).toHaveLength(1);
  expect(field().value).toBe(" and when");
  await shown.leave();
  shown = show(NeedsScreen, { milepost });
  await rest();
  expect(field().value).toBe(" and when");
});

it("sorts by a column, then the other way round, and filters by standing", async () => {
  const { asked } = await begin();
  const last = () => asked("needs_table").at(-1)!.query;
  await shown.click(`[data-row="-1"] [data-column="0"]`);
  expect(last().sort).toEqual({ by: { column: "statement" }, descending: false });
  await shown.click(`[data-row="-1"] [data-column="0"]`);
  expect(last().sort.descending).toBe(true);
  await shown.click(`[data-row="-1"] [data-column="5"]`);
  expect(last().sort).toEqual({ by: { column: "votes" }, descending: true });
  const { sorting } = last();
  await shown.click("[data-action=needs-unserved]");
  expect(last()).toMatchObject({ marks: ["unserved"], sorting: sorting + 1 });
  expect(shown.find("[data-action=needs-unserved]").getAttribute("aria-pressed")).toBe("true");
  await shown.click("[data-action=clear-needs-filter]");
  expect(last().marks).toEqual([]);
});

it("says what the first step is where there is no need, and what to do where none fits", async () => {
  let sums = sumsOf({ all: 0, shown: 0, marks: [], weight: 0 });
  const { milepost } = await begin({
    needs_sums: () => sums,
    needs_table: () => ({ total: 0, heaviest: 0, rows: [] }),
    customers: () => [],
  });
  expect(shown.text()).toContain("What do your customers need?");
  await shown.click(".empty [data-action=add-customer]");
  expect(milepost.dialogs.open).toEqual({ kind: "customers", adding: true });
  sums = sumsOf({ shown: 0 });
  milepost.needs.filter({ text: "nothing" });
  await rest();
  expect(shown.text()).toContain("No need fits the filter");
  await shown.click(".empty [data-action=clear-needs-filter]");
  expect(milepost.needs.filtering).toBe(false);
});

it("opens the inspector on what is selected, and keeps it closed until asked", async () => {
  await begin();
  await shown.click(cell(0, 0));
  expect(shown.has("aside")).toBe(false);
  shown.find(cell(0, 1)).focus();
  await press("Enter");
  expect(shown.find("aside").textContent).toContain("critical (4) × 120 people = 480");
  await press("Escape");
  expect(shown.has("aside")).toBe(false);
});

/** The table as somebody uses it who has keys and a pointer. */
// Reason for length: one grid, whose focus, presses and scrolling are tried on the same rows.
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { WorkItem } from "../../../bindings/WorkItem";
import { actionFor, actionNamed, perform } from "../../../actions";
import { chooseView } from "../../../actions/views";
import { movingChart } from "../../../chart/fake-chart";
import { usualView } from "../../../state/look";
import { type Answers, fakeMilepost, itemDetail, patch, planState, refusal, settle, show } from "../../fakes";
import Table from "./Table.svelte";
import { ROW_HEIGHT, bandOf, laneOfTheme, rowOf } from "./fake-rows";

let shown: ReturnType<typeof show>;
beforeEach(() => {
  localStorage.clear();
  // Nothing has a size here.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(900);
});
afterEach(async () => {
  await shown.leave();
  vi.restoreAllMocks();
});

const items: Partial<WorkItem>[] = [
  { id: "a", title: "Alerts", owner: "Ada" },
  { id: "b", title: "Badges", status: "idea" },
  { id: "c", title: "Charts", schedule: { kind: "none" } },
];
const epic = rowOf({ id: "e", title: "Everything", kind: "epic" }, { sums_up: true, holds: 3 });

async function begin(answers: Answers = {}, rows = items.map((item) => rowOf(item))) {
  const fake = fakeMilepost({
    table: () => bandOf(rows),
    apply: () => patch,
    item: ({ id }) => ({ ...itemDetail, item: { ...itemDetail.item, id } }),
    ...answers,
  });
  fake.milepost.view.change({
    ...usualView,
    arrangement: "table",
    columns: ["title", "status", "start", "days"],
  });
  shown = show(Table, { milepost: fake.milepost });
  await settle();
  const applied = () => fake.asked("apply").map(({ operation }) => operation);
  return { ...fake, applied };
}

const cell = (line: string, column: number) => `[data-line="${line}"] > [data-column="${column}"]`;
const lane = `[data-line='lane:[["theme","t1"]]'] > [data-column="0"]`;
const edit = (field: string, value: unknown, id = "a") => ({
  operation: "edit_items",
  ids: [id],
  edit: { field, value },
});

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const on = document.activeElement ?? document.body;
  on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  await settle();
}

/** Types over what stands in the cell that is edited. */
async function write(text: string): Promise<void> {
  const field = shown.find<HTMLInputElement>("[data-field=cell]");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
}

async function go(css: string): Promise<void> {
  shown.find(css).focus();
  await settle();
}

const focused = () => {
  const on = document.activeElement as HTMLElement;
  const line = on.closest<HTMLElement>("[data-line]")?.dataset["line"];
  return [line ?? "head", on.dataset["column"] ?? on.dataset["head"]];
};

it("is a grid of lanes and items that a screen reader can count", async () => {
  await begin();
  const grid = shown.find("[role=grid]");
  expect(grid.getAttribute("aria-rowcount")).toBe("5");
  expect(grid.getAttribute("aria-colcount")).toBe("4");
  expect(shown.find(`[data-line="b"]`).getAttribute("aria-rowindex")).toBe("4");
  expect(shown.find(cell("b", 0)).getAttribute("role")).toBe("rowheader");
  expect(shown.find(lane).getAttribute("aria-expanded")).toBe("true");
  expect(shown.text()).toContain("Reporting 3");
  expect(document.querySelectorAll("[role=grid] [tabindex='0']")).toHaveLength(1);
});

it("goes from cell to cell by the arrows, and selects on the way", async () => {
  const { milepost } = await begin();
  await go(cell("a", 0));
  await press("ArrowDown");
  await press("ArrowRight");
  expect(focused()).toEqual(["b", "1"]);
  expect([...milepost.selection.items]).toEqual(["b"]);
  expect(shown.find(`[data-line="b"]`).getAttribute("aria-selected")).toBe("true");
  await press("End");
  expect(focused()).toEqual(["b", "3"]);
  await press("Home", { ctrlKey: true });
  expect(focused()[0]).toContain("lane:");
  await press("ArrowUp");
  expect(focused()[0]).toBe("head");
});

it("edits by typing, and goes down by Enter and right by Tab", async () => {
  const { applied } = await begin();
  await go(cell("a", 0));
  await press("N");
  await write("New name");
  await press("Enter");
  expect(applied()).toEqual([edit("title", "New name")]);
  expect(focused()).toEqual(["b", "0"]);
  await press("F2");
  await write("Other name");
  await press("Tab");
  expect(applied().at(-1)).toEqual(edit("title", "Other name", "b"));
  expect(focused()).toEqual(["b", "1"]);
  // Neither of them is kept once more when its field goes.
  expect(applied()).toHaveLength(2);
});

it("empties a cell by Delete, and deletes the item from its title alone", async () => {
  let rows = items.map((item) => rowOf(item));
  const { applied, milepost } = await begin({
    table: () => bandOf(rows),
    apply: () => ({ ...patch, removed: rows.length < 3 ? ["a"] : [] }),
  });
  const act = async (key: string, repeat = false) => {
    const event = new KeyboardEvent("keydown", { key, repeat, bubbles: true, cancelable: true });
    document.activeElement!.dispatchEvent(event);
    const action = event.defaultPrevented ? undefined : actionFor(milepost, event, false);
    if (action) await action.run(milepost);
    await settle();
  };
  await go(cell("a", 2));
  await act("Delete");
  expect(applied()).toEqual([edit("schedule", { kind: "none" })]);
  expect(milepost.notices.notices).toMatchObject([
    { message: "“Alerts” has neither a start nor an end now.", action: { label: "Undo" } },
  ]);
  await go(cell("a", 1));
  await act("Backspace");
  expect(milepost.notices.notices.at(-1)?.message).toBe("Status cannot be empty.");
  await go(lane);
  await act("Delete");
  expect(applied()).toHaveLength(1);
  await go(cell("a", 0));
  milepost.selection.select(["b"]);
  rows = rows.slice(1);
  await act("Delete");
  expect(applied().at(-1)).toEqual({ operation: "delete_items", ids: ["a"] });
  await vi.waitFor(() => expect(focused()).toEqual(["b", "0"]));
  // The key is still held.
  await act("Delete", true);
  expect([applied().length, milepost.selection.items.size]).toEqual([2, 0]);
});

it("takes nothing over by Esc", async () => {
  const { applied } = await begin();
  await go(cell("a", 0));
  await press("Enter");
  await write("Something else");
  await press("Escape");
  expect(applied()).toEqual([]);
  expect(shown.has("[data-field=cell]")).toBe(false);
  expect(focused()).toEqual(["a", "0"]);
});

it("shows a refusal at its cell, and keeps what was typed", async () => {
  await begin({ apply: () => Promise.reject(refusal("rule", "A title is needed.")) });
  await go(cell("a", 0));
  await press("F2");
  await write("x");
  await press("Enter");
  expect(shown.find("[role=alert]").textContent).toBe("A title is needed.");
  expect(shown.find<HTMLInputElement>("[data-field=cell]").value).toBe("x");
  await press("Escape");
  expect(shown.has("[role=alert]")).toBe(false);
});

it("leaves a cell at once, so that what is typed next stands in the next one", async () => {
  const done: (() => void)[] = [];
  const { applied } = await begin({
    apply: () => new Promise((resolve) => done.push(() => resolve(patch))),
  });
  await go(cell("a", 0));
  await press("N");
  await write("New name");
  await press("Enter");
  await press("O");
  await write("Other");
  // What is known of the first cell by now does not close the second.
  done[0]?.();
  await settle();
  expect(focused()[0]).toBe("b");
  expect(shown.find<HTMLInputElement>("[data-field=cell]").value).toBe("Other");
  await press("Enter");
  expect(applied()).toEqual([edit("title", "New name"), edit("title", "Other", "b")]);
});

it("keeps nothing that nobody has typed, whatever the row has become meanwhile", async () => {
  let row = rowOf({ id: "a" });
  const { applied, milepost } = await begin({ table: () => bandOf([row]) });
  await go(cell("a", 3));
  await press("F2");
  row = rowOf({ id: "a", schedule: { kind: "dated", first: "2027-03-01", last: "2027-03-05" } });
  milepost.plan.enter(patch);
  await settle();
  await press("Enter");
  expect(applied()).toEqual([]);
  expect(shown.find(cell("a", 3)).textContent.trim()).toBe("5");
});

it("keeps nothing of a choice that nobody has made, whatever is on its way", async () => {
  const { milepost, asked } = await begin({ apply: () => new Promise(() => {}) });
  await go(cell("a", 1));
  void milepost.commit({ operation: "delete_items", ids: [] });
  await press("Enter");
  await settle();
  await press("Enter");
  await settle();
  expect(asked("apply")).toHaveLength(1);
});

it("tells what was refused while another cell is being typed in", async () => {
  let refuse = () => {};
  const { milepost } = await begin({
    apply: () => new Promise((_, no) => (refuse = () => no(refusal("rule", "A title is needed.")))),
  });
  await go(cell("a", 0));
  await press("N");
  await press("Enter");
  await press("O");
  refuse();
  await settle();
  expect(shown.find<HTMLInputElement>("[data-field=cell]").value).toBe("O");
  expect(milepost.notices.notices).toMatchObject([
    {
      message: "“Title of Alerts” was not saved.",
      hint: "A title is needed.",
      action: { label: "Copy what was typed" },
    },
  ]);
});

it("says nothing more of what was refused and then given up", async () => {
  const { milepost } = await begin();
  await go(cell("a", 2));
  await press("f");
  await press("Enter");
  expect(shown.has(".cell-note")).toBe(true);
  await press("Escape");
  expect(shown.has("[data-field=cell]")).toBe(false);
  expect(milepost.notices.notices).toEqual([]);
});

it("leaves the cell that is edited alone when a choice made before is kept", async () => {
  let done = () => {};
  await begin({ apply: () => new Promise((resolve) => (done = () => resolve(patch))) });
  await go(cell("a", 1));
  await press("Enter");
  await write("dro");
  await press("Enter");
  await press("ArrowLeft");
  await press("F2");
  done();
  await settle();
  expect(focused()[0]).toBe("b");
  expect(shown.has("[data-field=cell]")).toBe(true);
});

it("takes back what was there while another value is still on its way, or its row is", async () => {
  let isLate = false;
  const { applied, milepost } = await begin({
    apply: () => new Promise(() => {}),
    table: () => (isLate ? new Promise(() => {}) : bandOf(items.map((item) => rowOf(item)))),
  });
  const choose = async (text: string) => {
    await go(cell("a", 1));
    await press("Enter");
    await write(text);
    await press("Enter");
  };
  await choose("Dropped");
  await choose("Planned");
  await go(cell("a", 0));
  await press("N");
  await press("Enter");
  await go(cell("a", 0));
  await press("A");
  await write("Alerts");
  await press("Enter");
  expect(applied()).toEqual([
    edit("status", "dropped"),
    edit("status", "planned"),
    edit("title", "N"),
    edit("title", "Alerts"),
  ]);
  milepost.plan.saving = false;
  await choose("Planned");
  expect(applied()).toHaveLength(4);
  isLate = true;
  milepost.plan.enter(patch);
  await settle();
  await choose("Planned");
  expect(applied()).toHaveLength(5);
});

it("takes an emptied text for none where there is that, else for what is there", async () => {
  const { applied, milepost } = await begin();
  milepost.view.change({ columns: ["title", "kind", "status", "theme"] });
  await settle();
  const empty = async (column: number) => {
    await go(cell("a", column));
    await press("F2");
    await write("");
  };
  for (const [column, marked] of [
    [1, "Feature"],
    [2, "Planned"],
  ] as const) {
    await empty(column);
    expect(shown.find("[aria-selected=true][role=option]").textContent.trim()).toBe(marked);
    await press("Enter");
    await empty(column);
    await go(cell("b", column));
  }
  expect(applied()).toEqual([]);
  await empty(3);
  await press("Enter");
  await empty(3);
  await go(cell("b", 3));
  expect(applied()).toEqual([edit("theme", null), edit("theme", null)]);
  // An option that has been gone to is meant.
  await empty(1);
  await press("ArrowUp");
  await press("Enter");
  expect(applied().at(-1)).toEqual(edit("kind", "epic"));
});

it("chooses from a list, which typing narrows", async () => {
  const { applied } = await begin();
  await go(cell("a", 1));
  await press("Enter");
  expect(shown.find("[aria-selected=true][role=option]").textContent).toContain("Planned");
  await write("dro");
  await press("Enter");
  expect(applied()).toEqual([edit("status", "dropped")]);
});

/** Presses elsewhere while a text stands in the cell of a status. */
async function leaveWith(text: string, ...keys: string[]) {
  const begun = await begin();
  await go(cell("a", 1));
  await press("Enter");
  await write(text);
  for (const key of keys) await press(key);
  await go(cell("b", 0));
  return begun;
}

it("takes a text that can mean one thing only when a press leaves its cell", async () => {
  for (const [text, keys, status] of [
    ["dro", [], "dropped"],
    ["in PROGRESS", [], "in_progress"],
    ["d", ["ArrowDown"], "dropped"],
  ] as const) {
    const { applied } = await leaveWith(text, ...keys);
    expect(applied()).toEqual([edit("status", status)]);
    expect(shown.has("[data-field=cell]")).toBe(false);
    await shown.leave();
  }
  const { applied } = await leaveWith("");
  expect(applied()).toEqual([]);
  expect(shown.has("[data-field=cell]")).toBe(false);
});

it("keeps a text that could mean several things, or nothing, and says so", async () => {
  for (const [text, reason] of [
    ["d", "Nothing was chosen for “d”."],
    ["someday", "Nothing is called “someday”."],
  ] as const) {
    const { applied, milepost } = await leaveWith(text);
    expect(shown.find("[role=alert]").textContent.trim()).toBe(reason);
    expect(shown.find<HTMLInputElement>("[data-field=cell]").value).toBe(text);
    await press("F2");
    expect(applied()).toEqual([]);
    expect(milepost.notices.notices).toMatchObject([
      { message: "“Status of Alerts” was not saved.", hint: reason },
    ]);
    await shown.leave();
  }
  await begin();
});

it("says why the days of an epic cannot be edited", async () => {
  await begin({}, [epic]);
  await go(cell("e", 2));
  await press("5");
  expect(shown.find("[role=alert]").textContent).toContain("spans what it holds");
  await press("Escape");
  expect(shown.has("[role=alert]")).toBe(false);
});

it("collapses lanes and epics by keys and by presses", async () => {
  const { milepost } = await begin({}, [epic]);
  await go(lane);
  await press("ArrowLeft");
  expect(milepost.view.settings.collapsed).toEqual([[{ field: "theme", value: "t1" }]]);
  await go(cell("e", 0));
  await press("ArrowLeft");
  expect(milepost.view.settings.collapsed_epics).toEqual(["e"]);
  await press("ArrowRight");
  expect(milepost.view.settings.collapsed_epics).toEqual([]);
  await shown.click("[aria-label='Collapse the epic']");
  expect(milepost.view.settings.collapsed_epics).toEqual(["e"]);
});

it("selects ranges with Shift, and single rows with Ctrl and Space", async () => {
  const { milepost, asked } = await begin({ rows_between: () => ["a", "b", "c"] });
  await shown.click(cell("a", 0));
  const at = (line: string, more: MouseEventInit) =>
    shown.find(cell(line, 0)).dispatchEvent(new MouseEvent("click", { bubbles: true, ...more }));
  at("c", { shiftKey: true });
  await settle();
  expect(asked("rows_between")).toMatchObject([{ from: "a", to: "c" }]);
  expect(milepost.selection.items.size).toBe(3);
  at("b", { ctrlKey: true });
  await settle();
  expect([...milepost.selection.items]).toEqual(["a", "c"]);
  await go(cell("c", 0));
  await press(" ");
  expect([...milepost.selection.items]).toEqual(["a"]);
});

it("sorts by a column: ascending, descending, as usual", async () => {
  const { milepost } = await begin();
  const sorted = () => shown.find("[data-column-name=status]").getAttribute("aria-sort");
  await shown.click("[data-column-name=status]");
  expect(milepost.view.settings.sort).toEqual({ by: "status", descending: false });
  expect(sorted()).toBe("ascending");
  await shown.press("[data-column-name=status]", "Enter");
  expect(sorted()).toBe("descending");
  await shown.click("[data-column-name=status]");
  expect(milepost.view.settings.sort).toBeNull();
  expect(sorted()).toBe("none");
});

it("makes columns wider by keys, and remembers it", async () => {
  await begin();
  const name = "[data-column-name=status]";
  shown
    .find(name)
    .dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", shiftKey: true, bubbles: true }));
  await settle();
  expect(shown.find(name).style.width).toBe("120px");
  expect(JSON.parse(localStorage.getItem("milepost.column-widths") ?? "")).toEqual({ status: 120 });
});

it("lets the title of a new item be typed", async () => {
  const { milepost } = await begin();
  milepost.renaming = "b";
  await settle();
  expect(shown.find<HTMLInputElement>("[data-field=cell]").value).toBe("Badges");
  expect(milepost.renaming).toBeNull();
});

it("edits nothing in a plan that can only be read", async () => {
  const { milepost } = await begin();
  milepost.plan.state = { ...planState, read_only: true };
  await go(cell("a", 0));
  /** Whether it is said, not counting what was said before. */
  const isTold = () => {
    const [notice] = milepost.notices.notices;
    if (notice) milepost.notices.close(notice.id);
    return notice?.message === "This plan can only be read. A copy of it can be changed.";
  };
  await press("Enter");
  expect([shown.has("[data-field=cell]"), isTold()]).toEqual([false, true]);
  await go(cell("a", 1));
  await press("Delete");
  expect(isTold()).toBe(true);
});

it("forgets to go to a row that does not come once the keyboard is elsewhere", async () => {
  let rows = items.slice(0, 2).map((item) => rowOf(item));
  const { milepost } = await begin({ table: () => bandOf(rows) });
  milepost.table?.focus("c");
  await go(cell("a", 0));
  rows = items.map((item) => rowOf(item));
  milepost.plan.enter(patch);
  await settle();
  expect(focused()).toEqual(["a", "0"]);
});

const keys = () =>
  [...document.querySelectorAll<HTMLElement>("[data-line]")].map(({ dataset }) => dataset["line"]);

/** A table whose rows a change takes away or brings back. */
async function beginWith(all: readonly string[]) {
  let ids = all;
  const begun = await begin({
    table: () => bandOf(ids.map((id) => rowOf({ id }))),
  });
  const become = async (next: readonly string[]) => {
    ids = next;
    await begun.milepost.commit({ operation: "delete_items", ids: [] });
    await settle();
  };
  return { ...begun, become };
}

it("goes on from the row that takes the place of one that is gone, and back to it", async () => {
  const { become } = await beginWith(["a", "b", "c"]);
  await go(cell("b", 1));
  await become(["a", "c"]);
  expect(keys().slice(1)).toEqual(["a", "c"]);
  expect(focused()).toEqual(["c", "1"]);
  await become(["a", "b", "c"]);
  expect(focused()).toEqual(["b", "1"]);
  await become(["a"]);
  expect(focused()).toEqual(["a", "1"]);
  await become([]);
  expect(keys()).toEqual([focused()[0]]);
});

it("stays on a row that a change puts elsewhere", async () => {
  const { become } = await beginWith(["a", "b", "c"]);
  await go(cell("a", 1));
  await become(["b", "c", "a"]);
  expect(focused()).toEqual(["a", "1"]);
  await become(["a", "b", "c"]);
  expect(focused()).toEqual(["a", "1"]);
});

it("takes the keyboard to a lane that is collapsed around it", async () => {
  const rows = [rowOf({ id: "a" })];
  const { milepost } = await begin({
    table: ({ chart }) => {
      const isCollapsed = chart.view.collapsed.length > 0;
      const top = isCollapsed ? ROW_HEIGHT : 2 * ROW_HEIGHT;
      const first = laneOfTheme("t1", { height: top, is_collapsed: isCollapsed });
      const second = laneOfTheme("t2", { top, height: 2 * ROW_HEIGHT });
      const row = (id: string, at: number) => rowOf({ id }, { row: { id, index: 0, top: at } });
      const shown = isCollapsed ? [] : [row("a", ROW_HEIGHT)];
      return {
        ...bandOf(rows),
        lanes: [first, second],
        rows: [...shown, row("b", top + ROW_HEIGHT)],
        height: top + 2 * ROW_HEIGHT,
      };
    },
  });
  await go(cell("a", 0));
  milepost.view.change({ collapsed: [[{ field: "theme", value: "t1" }]] });
  await settle();
  expect(focused()[0]).toBe(`lane:[["theme","t1"]]`);
  expect(keys()).toHaveLength(3);
});

it("leaves the focus where it is while the rows under it change", async () => {
  const { become } = await beginWith(["a", "b"]);
  const elsewhere = document.body.appendChild(document.createElement("button"));
  await go(cell("b", 0));
  elsewhere.focus();
  await settle();
  await become(["a"]);
  expect(document.activeElement).toBe(elsewhere);
  expect(document.querySelector("[data-line=a] [tabindex='0']")).not.toBeNull();
  elsewhere.remove();
});

it("ends beside the timeline where that ends, however much that has below its lanes", async () => {
  const { milepost } = await begin();
  // The table shows 548 points of rows; what the timeline has below its lanes takes the rest.
  milepost.chart = movingChart({ height: 444 }).asChart;
  const length = () => Number.parseFloat(shown.find(".rows").style.height);
  const alone = length();
  milepost.view.change({ arrangement: "both" });
  await settle();
  expect(length() - 548).toBe(alone - 444);
});

it("brings what is selected into sight by sorting and arranging, and by no other change of the look", async () => {
  const { milepost, asked } = await begin({ place: () => [0, 30, 10, 24] });
  milepost.chart = Object.assign(movingChart(), { reveal() {} }).asChart;
  milepost.selection.select(["a"]);
  await settle();
  milepost.view.filter({ text: "a" });
  await settle();
  milepost.view.change({ columns: ["title"], sort: null });
  await settle();
  // A view that is chosen shows the days that it was saved with.
  const range = { first: "2027-01-01", last: "2027-01-10" };
  const settings = { ...usualView, arrangement: "both", sort: { by: "end", descending: false } } as const;
  chooseView(milepost, { id: "v1", name: "Board", settings, range, rank: 1 });
  await settle();
  expect(asked("place")).toEqual([]);

  await shown.click("[data-column-name=title]");
  expect(asked("place").map(({ id }) => id)).toEqual(["a"]);
  perform(milepost, actionNamed("arrange-table"));
  await settle();
  expect(asked("place")).toHaveLength(2);
});

it("tells the timeline that it stands in the place of where it is looked at, and comes back to that", async () => {
  const { milepost } = await begin();
  const moving = movingChart({ y: 120 });
  milepost.chart = moving.asChart;
  await settle();
  const scroller = shown.find("[role=grid]");
  moving.fit();
  expect(scroller.scrollTop).toBe(120);
  scroller.scrollTop = 75;
  scroller.dispatchEvent(new Event("scroll"));
  expect(moving.visible.y).toBe(75);
  moving.scrollTo(0, 200);
  expect(scroller.scrollTop).toBe(200);
  // A row that is brought into sight stays there, whatever else the timeline tells before the scroll is told of.
  scroller.dispatchEvent(new Event("scroll"));
  milepost.table?.reveal(33, 24);
  moving.fit();
  expect(scroller.scrollTop).toBe(30);
});

it("takes the keyboard back to the cell that had it", async () => {
  const { milepost } = await begin();
  await go(cell("b", 2));
  (document.activeElement as HTMLElement).blur();
  milepost.table?.comeBack();
  await settle();
  expect(focused()).toEqual(["b", "2"]);
  expect([...milepost.selection.items]).toEqual([]);
});

it("drops a range that is told after something else was selected, or a longer one", async () => {
  const told: (() => void)[] = [];
  const rows_between = ({ to }: { to: string }) =>
    new Promise<string[]>((resolve) => told.push(() => resolve(to === "c" ? ["a", "b", "c"] : ["a", to])));
  const { milepost } = await begin({ rows_between });
  const tell = async (at: number) => {
    told[at]?.();
    await settle();
  };
  await go(cell("a", 0));
  await press(" ");
  await press("ArrowDown", { shiftKey: true });
  await shown.click(cell("c", 0));
  await tell(0);
  expect([...milepost.selection.items]).toEqual(["c"]);

  await shown.click(cell("a", 0));
  await press("ArrowDown", { shiftKey: true });
  await press("ArrowDown", { shiftKey: true });
  await tell(2);
  await tell(1);
  expect([...milepost.selection.items]).toEqual(["a", "b", "c"]);
});

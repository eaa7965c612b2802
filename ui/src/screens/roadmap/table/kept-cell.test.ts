/** The cell of the keyboard while rows and columns change around it, or go out of sight. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Column } from "../../../bindings/Column";
import { usualView } from "../../../state/look";
import { fakeMilepost, patch, settle, show } from "../../fakes";
import Table from "./Table.svelte";
import { ROW_HEIGHT, bandOf, placeIn, rowOf, stretchOf } from "./fake-rows";

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

const COLUMNS: Column[] = ["title", "status", "progress", "owner"];
const OWNER = 3;

/** A table of eighty rows, of which only those near what is in sight are known. */
async function begin() {
  let rows = Array.from({ length: 80 }, (_, at) => rowOf({ id: `i${at}`, owner: "Ada" }));
  const fake = fakeMilepost({
    table: (wanted) => stretchOf(bandOf(rows), wanted),
    place: ({ id }) => placeIn(bandOf(rows), id),
    apply: () => patch,
    item: () => new Promise(() => {}),
  });
  const { milepost } = fake;
  milepost.view.change({ ...usualView, arrangement: "table", columns: COLUMNS });
  shown = show(Table, { milepost });
  await settle();
  const scroller = shown.find("[role=grid]");
  return {
    milepost,
    applied: () => fake.asked("apply").map(({ operation }) => operation),
    async scroll(top: number): Promise<void> {
      scroller.scrollTop = top;
      scroller.dispatchEvent(new Event("scroll"));
      await settle();
    },
    scrolled: () => scroller.scrollTop,
    async become(change: (before: typeof rows) => typeof rows, revision = 2): Promise<void> {
      rows = change(rows);
      milepost.plan.enter({ ...patch, state: { ...patch.state, revision } });
      await settle();
    },
    async arrange(columns: Column[]): Promise<void> {
      milepost.view.change({ columns });
      await settle();
    },
  };
}

const owner = (value: string | null) => ({
  operation: "edit_items",
  ids: ["i3"],
  edit: { field: "owner", value },
});

async function go(line: string, column: number): Promise<void> {
  shown.find(`[data-line="${line}"] > [data-column="${column}"]`).focus();
  await settle();
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    const on = document.activeElement ?? document.body;
    on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }
  for (let turn = 0; turn < 3; turn++) await settle();
}

const focused = () => {
  const on = document.activeElement as HTMLElement;
  const cell = on.closest<HTMLElement>("[data-column]");
  return [on.closest<HTMLElement>("[data-line]")?.dataset["line"], cell?.dataset["column"]];
};
const field = () => shown.find<HTMLInputElement>("[data-field=cell]");

it("comes into sight before anything is typed in it, with what its row holds by then", async () => {
  const { scroll, scrolled, become, applied } = await begin();
  await go("i3", OWNER);
  await scroll(1800);
  await become((rows) => [rowOf({ id: "back" }), ...rows]);
  await press("G", "r");
  expect(scrolled()).toBe(5 * ROW_HEIGHT);
  expect([...focused(), field().value]).toEqual(["i3", "3", "Gr"]);
  await press("Escape");
  await scroll(1800);
  await become(
    (rows) => rows.map((row) => (row.item.id === "i3" ? rowOf({ id: "i3", owner: "Bo" }) : row)),
    3,
  );
  await press("F2");
  expect([scrolled(), field().value]).toEqual([5 * ROW_HEIGHT, "Bo"]);
  expect(applied()).toEqual([]);
});

it("comes into sight before it is emptied", async () => {
  const { scroll, scrolled, applied } = await begin();
  await go("i3", OWNER);
  await scroll(1800);
  await press("Delete");
  expect(scrolled()).toBe(4 * ROW_HEIGHT);
  expect(applied()).toEqual([owner("")]);
});

it("goes on to what stands in its place where it has gone, and changes nothing there", async () => {
  const { scroll, become, applied } = await begin();
  await go("i3", OWNER);
  await scroll(1800);
  await become((rows) => rows.filter(({ item }) => item.id !== "i3"));
  await press("Delete");
  expect(focused()).toEqual(["i4", "3"]);
  await scroll(1800);
  await become((rows) => rows.filter(({ item }) => item.id !== "i4"), 3);
  await press("G");
  expect(focused()).toEqual(["i5", "3"]);
  expect(shown.has("[data-field=cell]")).toBe(false);
  expect(applied()).toEqual([]);
});

it("stays in its column where others come, go or move, and goes on to the neighbour where that goes", async () => {
  const { arrange, milepost } = await begin();
  await go("i3", OWNER);
  await arrange(["title", "owner", "status", "progress"]);
  expect(focused()).toEqual(["i3", "1"]);
  await arrange(["title", "start", "end", "owner"]);
  expect(focused()).toEqual(["i3", "3"]);
  await arrange(["title", "start"]);
  expect(focused()).toEqual(["i3", "1"]);
  (document.activeElement as HTMLElement).blur();
  await arrange(["title"]);
  milepost.table?.comeBack();
  await settle();
  expect(focused()).toEqual(["i3", "0"]);
});

it("keeps a text that was refused in its own column, and tells of it where that goes", async () => {
  const { arrange, applied, milepost } = await begin();
  await go("i3", 2);
  await press("1", "F2");
  field().value = "150";
  field().dispatchEvent(new Event("input", { bubbles: true }));
  await press("Enter");
  expect(shown.find("[role=alert]").textContent).toContain("not a percentage");
  await arrange(["title", "progress", "owner"]);
  expect([...focused(), field().value]).toEqual(["i3", "1", "150"]);
  await arrange(["title", "owner"]);
  expect(shown.has("[data-field=cell]")).toBe(false);
  expect(shown.text()).toContain("Ada");
  expect(applied()).toEqual([]);
  expect(milepost.notices.notices).toMatchObject([
    { message: "“Progress of Report templates” was not saved." },
  ]);
});

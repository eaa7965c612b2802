/** Pasting into the table, by the event that brings what is on the clipboard. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { actionNamed, perform } from "../../../actions";
import { followPaste } from "../../../actions/clipboard";
import { offeredAt } from "../../../actions/places";
import type { Operation } from "../../../bindings/Operation";
import { usualView } from "../../../state/look";
import {
  type Answers,
  fakeMilepost,
  itemDetail,
  noCounts,
  patch,
  planState,
  settle,
  show,
} from "../../fakes";
import Table from "./Table.svelte";
import { outcomeOf } from "./cell-paste";
import { ROW_HEIGHT, bandOf, placeIn, rowOf, stretchOf } from "./fake-rows";

let shown: ReturnType<typeof show>;
let stop = () => {};
beforeEach(() => {
  localStorage.clear();
  // Nothing has a size here.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(900);
});
afterEach(async () => {
  stop();
  await shown.leave();
  vi.restoreAllMocks();
});

const rows = [
  rowOf({ id: "a", title: "Alerts", owner: "Ada" }),
  rowOf({ id: "b", title: "Badges", theme: "t2" }),
  rowOf({ id: "c", title: "Charts", schedule: { kind: "none" } }),
];
const changed = { ...patch, changed: ["a"] };
const newItems = { items: ["n1"], counts: noCounts, refused: null, changed: null, left_out: null, patch };

async function begin(answers: Answers = {}) {
  const fake = fakeMilepost({
    table: () => bandOf(rows),
    item: ({ id }) => ({ ...itemDetail, item: { ...itemDetail.item, id } }),
    apply_passing: () => ({ patch: changed, refused: [] }),
    clipboard_head: () => "nothing",
    paste: () => newItems,
    place: ({ id }) => placeIn(bandOf(rows), id),
    ...answers,
  });
  stop = followPaste(fake.milepost);
  fake.milepost.view.change({
    ...usualView,
    arrangement: "table",
    columns: ["title", "kind", "start", "end", "owner"],
  });
  shown = show(Table, { milepost: fake.milepost });
  await settle();
  const { notices } = fake.milepost.notices;
  return { ...fake, told: () => fake.milepost.notices.notices.at(-1) ?? notices[0] };
}

async function go(line: string, column: number): Promise<void> {
  shown.find(`[data-line='${line}'] > [data-column="${column}"]`).focus();
  await settle();
}

async function paste(text: string): Promise<void> {
  const event = Object.assign(new Event("paste", { bubbles: true, cancelable: true }), {
    clipboardData: { getData: () => text },
  });
  (document.activeElement ?? document.body).dispatchEvent(event);
  // One row after the other is read.
  for (let row = 0; row <= rows.length; row++) await settle();
}

const edit = (id: string, field: string, value: unknown): Operation =>
  ({ operation: "edit_items", ids: [id], edit: { field, value } }) as Operation;

it("puts a value into the cell that has the keyboard, and makes no item of it", async () => {
  const { asked, told } = await begin();
  await go("a", 2);
  await paste("1 Feb 2027");
  expect(asked("apply_passing")).toEqual([
    { label: "Paste into cells", operations: [edit("a", "start", "2027-02-01")] },
  ]);
  expect(asked("paste")).toEqual([]);
  expect(told()).toMatchObject({ message: "Pasted 1 value.", action: { label: "Undo" } });
});

it("puts a block into the cells from there down and to the right, and tells what is refused", async () => {
  const { asked, told } = await begin({
    apply_passing: () => ({ patch: changed, refused: [{ place: 1, why: "The end is before the start." }] }),
  });
  await go("a", 2);
  await paste("1 Feb 2027\t10 Feb 2027\n3 Mar 2027\t1 Mar 2027\nrubbish\t2 Mar 2027\n");
  expect(asked("apply_passing")).toEqual([
    {
      label: "Paste into cells",
      operations: [
        edit("a", "schedule", { kind: "dated", first: "2027-02-01", last: "2027-02-10" }),
        edit("b", "schedule", { kind: "dated", first: "2027-03-03", last: "2027-03-01" }),
        edit("c", "end", "2027-03-02"),
      ],
    },
  ]);
  expect(told()?.message).toBe(
    "Pasted 3 values. 3 values were refused, the first: Start of “Badges”: The end is before the start.",
  );
});

it("tells the refused cell first that stands first", async () => {
  const { told, milepost } = await begin();
  milepost.view.change({ columns: ["title", "status", "start", "end"] });
  await settle();
  await go("a", 1);
  await paste("Nonsense\t2027-04-40\tx");
  expect(told()?.message).toContain("3 values were refused, the first: Status of");
});

it("sets days that stand there already where others change, so that those push nothing away", async () => {
  const { asked } = await begin();
  await go("a", 2);
  await paste("1 Feb 2027\t10 Feb 2027\n2 Feb 2027\t16 Apr 2027\n\t\n");
  expect(asked("apply_passing")[0]?.operations).toEqual([
    edit("a", "schedule", { kind: "dated", first: "2027-02-01", last: "2027-02-10" }),
    edit("b", "start", "2027-02-02"),
    edit("b", "end", "2027-04-16"),
  ]);
  await paste("2 Feb 2027\t16 Apr 2027\tGrace");
  expect(asked("apply_passing")[1]?.operations).toEqual([edit("a", "owner", "Grace")]);
});

it("puts it into the row of the keyboard, wherever that stands by now, and nowhere if it has none", async () => {
  let ids = Array.from({ length: 80 }, (_, at) => `i${at}`);
  const band = () => bandOf(ids.map((id) => rowOf({ id })));
  const { milepost, asked, told } = await begin({
    table: (wanted) => stretchOf(band(), wanted),
    place: ({ id }) => placeIn(band(), id),
  });
  const written = () => asked("apply_passing").map(({ operations }) => operations);
  await go("i3", 4);
  const scroller = shown.find("[role=grid]");
  scroller.scrollTop = 1800;
  scroller.dispatchEvent(new Event("scroll"));
  await settle();
  ids = ["back", ...ids];
  milepost.plan.enter(patch);
  await settle();
  await paste("Grace");
  expect(written()).toEqual([[edit("i3", "owner", "Grace")]]);
  expect(scroller.scrollTop).toBe(5 * ROW_HEIGHT);

  scroller.scrollTop = 1800;
  scroller.dispatchEvent(new Event("scroll"));
  await settle();
  ids = ids.filter((id) => id !== "i3");
  milepost.plan.enter({ ...patch, state: { ...patch.state, revision: 3 } });
  await settle();
  await paste("Grace\nHopper");
  expect(written()).toHaveLength(1);
  expect(told()?.message).toBe("“Report templates” has no row here any more.");
});

it("puts one value into all selected rows, and tells of those that are not shown", async () => {
  const { milepost, asked, told } = await begin();
  await go("b", 4);
  milepost.selection.select(["a", "b", "elsewhere"]);
  await paste("Grace");
  expect(asked("apply_passing")[0]?.operations).toEqual([
    edit("a", "owner", "Grace"),
    edit("b", "owner", "Grace"),
  ]);
  expect(told()?.message).toBe("Pasted 2 values. 1 selected item has no row here and stayed as before.");
});

it("makes new items of a table that names its titles, and of anything where no cell has the keyboard", async () => {
  const { asked } = await begin({ clipboard_head: () => "titles" });
  await go("a", 0);
  await paste("Title\tOwner\nOne\tAda\n");
  expect(asked("paste")).toMatchObject([{ text: "Title\tOwner\nOne\tAda\n" }]);
  await go(`lane:[["theme","t1"]]`, 0);
  await paste("Two");
  expect(asked("paste")[1]).toMatchObject({ text: "Two" });
  expect(asked("apply_passing")).toEqual([]);
});

it("takes a first row for values where it is such of the cells that it would go into", async () => {
  const { asked } = await begin({ clipboard_head: () => "titles" });
  await go("a", 1);
  await paste("Feature\nBug\n");
  expect(asked("apply_passing")[0]?.operations).toEqual([edit("b", "kind", "bug")]);
});

it("refuses as a whole what does not fit, or names columns but no titles", async () => {
  const { asked, told } = await begin({
    clipboard_head: ({ text }) => (text.startsWith("Start") ? "other_columns" : "nothing"),
  });
  await go("b", 3);
  await paste("1\n2\n3");
  expect(told()?.message).toBe("The block has 3 rows, but from “Badges” down there are only 2 rows.");
  await paste("1\t2\t3");
  expect(told()?.message).toBe("The block has 3 columns, but from “End” to the right there are only 2.");
  await paste("Start\tEnd\n1 Feb\t2 Feb");
  expect(told()?.message).toBe("The first row names columns. Copy the values without it.");
  expect([asked("apply_passing"), asked("paste")]).toEqual([[], []]);
});

it("says that a plan can only be read", async () => {
  const { milepost, asked, told } = await begin();
  milepost.plan.state = { ...planState, read_only: true };
  await go("a", 4);
  await paste("Grace");
  expect(told()?.message).toContain("can only be read");
  expect(asked("apply_passing")).toEqual([]);
});

it("is offered in the menu of a row beside new items, and meant for the cell below it", async () => {
  const { milepost, asked } = await begin();
  milepost.desktop.readText = () => Promise.resolve("Grace");
  await go("a", 4);
  milepost.menu = { label: "", anchor: { x: 0, y: 0, width: 0, height: 0 }, sections: [] };
  (document.activeElement as HTMLElement).blur();
  await settle();
  const labels = offeredAt(milepost, "item")
    .flat()
    .map(({ action }) => action.menuLabel?.(milepost));
  expect(labels).toEqual(expect.arrayContaining(["Paste into cells", "Paste as new items"]));
  perform(milepost, actionNamed("paste-cells"));
  milepost.menu = null;
  await settle();
  expect(asked("apply_passing")[0]?.operations).toEqual([edit("a", "owner", "Grace")]);
});

it("says where nothing has changed, and what was taken away besides", () => {
  const none = { cells: 1, isChanged: false, refused: 0, first: undefined, emptied: [], hidden: 0 };
  expect(outcomeOf(none)).toBe("Nothing has changed: that is what is there.");
  const first = { cell: "Title of “A”", why: "A feature needs a name." };
  expect(outcomeOf({ ...none, refused: 1, first })).toBe(
    "Nothing was pasted. 1 value was refused: Title of “A”: A feature needs a name.",
  );
  const away = "“A” has neither a start nor an end now.";
  expect(outcomeOf({ ...none, isChanged: true, emptied: [away] })).toBe(`Pasted 1 value. ${away}`);
  expect(outcomeOf({ ...none, cells: 2, isChanged: true, emptied: [away, away] })).toBe(
    "Pasted 2 values. 2 items have neither a start nor an end now.",
  );
});

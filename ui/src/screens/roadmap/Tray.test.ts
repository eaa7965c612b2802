import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Related } from "../../bindings/Related";
import { type Answers, fakeMilepost, itemDetail, patch, refusal, settle, show } from "../fakes";
import Tray from "./Tray.svelte";

let shown: ReturnType<typeof show>;
// The page of the tests has no layout: the list is as high as this says.
beforeEach(() => void vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(340));
afterEach(async () => {
  await shown.leave();
  vi.restoreAllMocks();
});

const waiting = (index: number): Related => ({
  id: `i${index}`,
  kind: "feature",
  title: `Feature ${index}`,
  theme: "t2",
  schedule: { kind: "none" },
});

function open(count: number, more: Answers = {}) {
  const fake = fakeMilepost({
    tray: ({ search, offset, limit }) => {
      const all = Array.from({ length: count }, (_, index) => waiting(index)).filter(({ title }) =>
        title.includes(search),
      );
      return { total: all.length, items: all.slice(offset, offset + limit) };
    },
    apply: () => patch,
    place: () => null,
    item: () => {
      throw new Error("gone");
    },
    ...more,
  });
  shown = show(Tray, { milepost: fake.milepost });
  return fake;
}

it("gives the keyboard back by Esc in its empty search", async () => {
  open(3);
  await settle();
  const search = shown.find<HTMLInputElement>("[data-field=tray-search]");
  const elsewhere = document.body.appendChild(document.createElement("button"));
  elsewhere.focus();
  search.focus();
  search.value = "ab";
  await shown.press("[data-field=tray-search]", "Escape");
  expect(document.activeElement).toBe(search);
  search.value = "";
  await shown.press("[data-field=tray-search]", "Escape");
  expect(document.activeElement).toBe(elsewhere);
  elsewhere.remove();
});

it("fetches only the pages in sight and shows only the rows in sight", async () => {
  const { asked } = open(500);
  await settle();
  await settle();
  expect(shown.find("[data-field=tray-count]").textContent).toBe("500");
  const rows = document.querySelectorAll("[role=option]");
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.length).toBeLessThan(40);
  expect(new Set(asked("tray").map(({ offset }) => offset))).toEqual(new Set([0]));

  const list = shown.find("[role=listbox]");
  list.scrollTop = 200 * 34;
  list.dispatchEvent(new Event("scroll"));
  await settle();
  await settle();
  expect(asked("tray").at(-1)?.offset).toBe(180);
  expect(shown.text()).toContain("Feature 203");
  expect(shown.text()).not.toContain("Feature 60");
});

it("looks for what is typed, and says when there is none", async () => {
  const { asked } = open(3);
  await shown.type("input[type=search]", "Feature 2");
  await settle();
  expect(asked("tray").at(-1)?.search).toBe("Feature 2");
  expect(document.querySelectorAll("[role=option]")).toHaveLength(1);
  await shown.type("input[type=search]", "nothing");
  await settle();
  expect(shown.text()).toContain("called “nothing”");
});

it("asks again when the plan has changed", async () => {
  const { asked, milepost } = open(3);
  await settle();
  const before = asked("tray").length;
  milepost.plan.enter(patch);
  await settle();
  expect(asked("tray").length).toBe(before + 1);
});

it("puts an item on its theme's lane from today by Enter", async () => {
  const { asked } = open(3);
  await settle();
  await settle();
  await shown.press("#tray-0", "Enter");
  const [request] = asked("apply");
  expect(request?.operation).toMatchObject({
    operation: "batch",
    operations: [
      { ids: ["i0"], edit: { field: "schedule", value: { kind: "dated", first: "2026-11-23" } } },
      { ids: ["i0"], days: 0, lane: [] },
    ],
  });
});

it("puts one there for each press, however long the key is held or how soon the next one comes", async () => {
  const done: (() => void)[] = [];
  let first = 0;
  const { asked, milepost } = open(0, {
    tray: () => ({ total: 3, items: Array.from({ length: 3 }, (_, index) => waiting(first + index)) }),
    apply: () => new Promise((resolve) => done.push(() => resolve(patch))),
  });
  await settle();
  await settle();
  const enter = (on: string, repeat = false) => {
    const event = new KeyboardEvent("keydown", { key: "Enter", repeat, bubbles: true, cancelable: true });
    shown.find(on).dispatchEvent(event);
    return event.defaultPrevented;
  };
  const button = "footer button";
  enter("#tray-0");
  enter("#tray-0");
  await shown.click(button);
  expect(asked("apply")).toHaveLength(1);
  done[0]?.();
  first = 1;
  await settle();
  await settle();
  expect([enter("#tray-0", true), enter(button, true), enter(button)]).toEqual([true, true, false]);
  await settle();
  expect(asked("apply")).toHaveLength(1);
  await shown.click(button);
  expect(asked("apply")).toHaveLength(2);

  // The row that is placed has not left yet.
  done[1]?.();
  await settle();
  milepost.plan.enter({ ...patch, state: { ...patch.state, revision: 5 } });
  enter("#tray-0");
  expect(asked("apply")).toHaveLength(2);
});

it("asks again by a press for rows that could not be fetched, and goes on with the next press", async () => {
  let fails = false;
  const { asked, milepost } = open(0, {
    tray: () => {
      if (fails) throw refusal("file", "The disk is gone.");
      return { total: 3, items: [0, 1, 2].map(waiting) };
    },
  });
  await settle();
  await settle();
  fails = true;
  milepost.plan.enter({ ...patch, state: { ...patch.state, revision: 5 } });
  await settle();
  const said = vi.spyOn(milepost, "fail");
  await shown.click("footer button");
  expect([said.mock.calls.length, asked("apply")]).toEqual([1, []]);
  fails = false;
  await shown.press("#tray-0", "Enter");
  expect(asked("apply")).toEqual([]);
  await shown.press("#tray-0", "Enter");
  expect(asked("apply")).toHaveLength(1);
});

it("is called as the view has it, and asks for what the view shows", async () => {
  const { asked, milepost } = open(3);
  expect(shown.find("h2").textContent).toBe("Features without dates");
  milepost.view.change({ kinds: ["epic", "bug"] });
  await settle();
  expect(shown.find("h2").textContent).toBe("Without dates");
  expect(asked("tray").at(-1)?.view.kinds).toEqual(["epic", "bug"]);
});

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

it("selects the row that the keyboard goes to, wherever that is", async () => {
  const { milepost } = open(500, { item: ({ id }) => ({ ...itemDetail, item: { ...itemDetail.item, id } }) });
  await settle();
  await settle();
  await shown.press("#tray-0", "ArrowDown");
  expect([...milepost.selection.items]).toEqual(["i1"]);
  await frame();
  expect(document.activeElement?.id).toBe("tray-1");
  milepost.selection.clear();
  await shown.press("#tray-1", " ");
  expect([...milepost.selection.items]).toEqual(["i1"]);
  await shown.press("#tray-1", "End");
  await settle();
  expect([...milepost.selection.items]).toEqual(["i499"]);
});

it("acts on the row that has the focus, not on what is selected elsewhere", async () => {
  const { milepost } = open(3, { item: ({ id }) => ({ ...itemDetail, item: { ...itemDetail.item, id } }) });
  await settle();
  await settle();
  const meant = () => [...milepost.selection.items];
  for (const key of ["Delete", "F2"]) {
    milepost.selection.select(["a bar"]);
    await shown.press("#tray-0", key);
    expect(meant()).toEqual(["i0"]);
  }
  // What is selected with others is meant with them.
  milepost.selection.select(["a bar", "i0"]);
  await shown.press("#tray-0", "Delete");
  expect(meant()).toEqual(["a bar", "i0"]);
});

it("keeps the keyboard when the row under it leaves", async () => {
  let left = 2;
  const { milepost } = open(0, {
    tray: () => ({ total: left, items: Array.from({ length: left }, (_, index) => waiting(index)) }),
  });
  await settle();
  await settle();
  shown.find("#tray-1").focus();
  for (const place of ["#tray-0", "input[type=search]"]) {
    left -= 1;
    milepost.plan.enter({ ...patch, state: { ...patch.state, revision: 9 - left } });
    await settle();
    await frame();
    expect(document.activeElement).toBe(shown.find(place));
  }
});

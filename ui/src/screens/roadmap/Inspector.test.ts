// Reason for length: what the inspector shows and keeps of one thing and of several, on one roadmap.
import { afterEach, expect, it, vi } from "vitest";

import type { Operation } from "../../bindings/Operation";
import { fakeChart, thing } from "../../chart/fake-chart";
import type { Hands } from "../../gestures/hands";
import { type Answers, fakeMilepost, fakeTable, itemDetail, patch, refusal, settle, show } from "../fakes";
import Inspector from "./Inspector.svelte";

let shown: ReturnType<typeof show>;
afterEach(() => shown.leave());

async function inspect(answers: Answers) {
  const fake = fakeMilepost({ item: () => itemDetail, ...answers });
  fake.milepost.selection.select(["i1"]);
  await settle();
  shown = show(Inspector, { milepost: fake.milepost });
  return fake;
}

const operationsOf = (asked: { operation: Operation }[]) => asked.map(({ operation }) => operation);

it("makes one operation of one edited field", async () => {
  const { asked } = await inspect({ apply: () => patch });
  await shown.type("[data-field=title]", "Templates for reports");
  await shown.press("[data-field=title]", "Enter");
  expect(operationsOf(asked("apply"))).toEqual([
    { operation: "edit_items", ids: ["i1"], edit: { field: "title", value: "Templates for reports" } },
  ]);
});

it("shows what was typed until the details that have it are there", async () => {
  let answer: (detail: typeof itemDetail) => void = () => {};
  let isFirst = true;
  await inspect({
    apply: () => patch,
    item: () => {
      if (!isFirst) return new Promise((resolve) => (answer = resolve));
      isFirst = false;
      return itemDetail;
    },
  });
  const title = () => shown.find<HTMLTextAreaElement>("[data-field=title]").value;
  await shown.type("[data-field=title]", "Templates for reports ");
  await shown.press("[data-field=title]", "Enter");
  expect(title()).toBe("Templates for reports ");
  answer({ ...itemDetail, item: { ...itemDetail.item, title: "Templates for reports" } });
  await vi.waitFor(() => expect(title()).toBe("Templates for reports"));
});

it("takes what was there back while something else is still on its way, and nothing twice", async () => {
  const { asked } = await inspect({ apply: () => new Promise(() => {}) });
  const edits = () =>
    operationsOf(asked("apply").splice(0)).map((each) => each.operation === "edit_items" && each.edit);
  await shown.type("[data-field=title]", "Templates");
  await shown.type("[data-field=title]", "Report templates");
  await shown.type("[data-field=progress]", "5");
  await shown.type("[data-field=progress]", "0");
  expect(edits()).toEqual([
    { field: "title", value: "Templates" },
    { field: "title", value: "Report templates" },
    { field: "progress", value: 5 },
    { field: "progress", value: 0 },
  ]);
});

it("goes back to another place in time before the first is answered", async () => {
  const { asked } = await inspect({ apply: () => new Promise(() => {}) });
  const buttons = [...document.querySelectorAll<HTMLButtonElement>(".when button")];
  const choose = async (label: string) => {
    buttons.find(({ textContent }) => textContent.trim() === label)!.click();
    await settle();
  };
  await choose("Dates");
  for (const label of ["Now", "Now", "Dates"]) await choose(label);
  expect(operationsOf(asked("apply"))).toMatchObject([
    { edit: { field: "schedule", value: { kind: "horizon", horizon: "now" } } },
    { edit: { field: "schedule", value: { kind: "dated" } } },
  ]);
});

it("asks nothing of a field that is left as it was, and Esc brings back what was there", async () => {
  const { asked } = await inspect({ apply: () => patch });
  await shown.type("[data-field=owner]", "");
  const owner = shown.find<HTMLInputElement>("[data-field=owner]");
  owner.value = "Mira";
  owner.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
  await shown.press("[data-field=owner]", "Escape");
  owner.dispatchEvent(new FocusEvent("blur"));
  await settle();
  expect(owner.value).toBe("");
  expect(asked("apply")).toEqual([]);
});

it("shows why a day was refused, and the day that was typed until Esc", async () => {
  const reason = "The start is after the end.";
  const { asked } = await inspect({
    apply: () => {
      throw refusal("rule", reason);
    },
  });
  const day = () => shown.find("[data-field=first]");
  expect(day()).toHaveProperty("value", "2027-02-02");
  const input = shown.find<HTMLInputElement>("[data-field=first] input");
  const before = input.value;
  await shown.type("[data-field=first] input", "2027-05-01");
  expect(operationsOf(asked("apply"))).toEqual([
    { operation: "edit_items", ids: ["i1"], edit: { field: "start", value: "2027-05-01" } },
  ]);
  expect(input.value).toBe("2027-05-01");
  const [note] = (input.getAttribute("aria-describedby") ?? "").split(" ");
  expect(document.getElementById(note!)?.textContent).toContain(reason);
  await shown.press("[data-field=first] input", "Escape");
  expect(input.value).toBe(before);
});

it("says what is no day without asking anybody", async () => {
  const { asked } = await inspect({ apply: () => patch });
  await shown.type("[data-field=last] input", "someday");
  expect(shown.text()).toContain("“someday” is not a day");
  expect(asked("apply")).toEqual([]);
});

it("ties an item that was looked for by name", async () => {
  const other = { ...itemDetail.item, id: "i2", title: "Job scheduler" };
  const { asked } = await inspect({ apply: () => patch, find: () => [itemDetail.item, other] });
  const css = "input[placeholder^='Add what it depends on']";
  const field = shown.find<HTMLInputElement>(css);
  field.value = "job";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
  expect(document.querySelectorAll("[role=option]")).toHaveLength(1);
  await shown.press(css, "Enter");
  expect(operationsOf(asked("apply"))).toMatchObject([
    { operation: "link", dependency: { predecessor: "i2", successor: "i1", lag_days: 0 } },
  ]);
});

it("sets a field for all that are selected and says where they differ", async () => {
  const fake = fakeMilepost({
    shared: () => ({
      count: 2,
      fields: [
        { field: "status", value: "planned" },
        { field: "theme", value: null },
      ],
      parent: null,
      highest: "feature",
    }),
    apply: () => patch,
  });
  fake.milepost.selection.select(["i1", "i2"]);
  shown = show(Inspector, { milepost: fake.milepost });
  await settle();
  expect(shown.text()).toContain("2 items selected");
  expect(shown.find("[data-field=owner]")).toHaveProperty("placeholder", "Mixed");
  expect(shown.find("[data-field=status]")).toHaveProperty("value", "planned");
  await shown.choose("[data-field=status]", "done");
  expect(operationsOf(fake.asked("apply"))).toEqual([
    { operation: "edit_items", ids: ["i1", "i2"], edit: { field: "status", value: "done" } },
  ]);
  expect(shown.find("[data-field=theme]")).toHaveProperty("value", "");
  expect(shown.find("[data-field=kind]")).toHaveProperty("value", "");
});

it("gives several the same days, link and description, each in one step", async () => {
  const fields = [{ field: "end", value: "2027-04-16" } as const, { field: "link", value: "" } as const];
  const common = {
    count: 3,
    parent: null,
    highest: "epic" as const,
  };
  const fake = fakeMilepost({
    shared: () => ({ ...common, fields }),
    stays: () => ({ undated: ["i3"], spanning: ["i3"] }),
    apply: () => patch,
  });
  fake.milepost.selection.select(["i1", "i2", "i3"]);
  shown = show(Inspector, { milepost: fake.milepost });
  await settle();
  // They differ in their start, and have the same end.
  expect(shown.find("[data-field=first] input")).toHaveProperty("placeholder", "Mixed");
  expect(shown.find("[data-field=last]")).toHaveProperty("value", "2027-04-16");
  expect(shown.find("[data-field=description]")).toHaveProperty("placeholder", "Mixed");
  await shown.type("[data-field=first] input", "2027-03-01");
  await shown.type("[data-field=link]", "https://example.org");
  await shown.type("[data-field=description]", "For the board");
  const all = ["i1", "i2", "i3"];
  expect(operationsOf(fake.asked("apply"))).toEqual([
    // Epics follow what they hold.
    { operation: "edit_items", ids: ["i1", "i2"], edit: { field: "start", value: "2027-03-01" } },
    { operation: "edit_items", ids: all, edit: { field: "link", value: "https://example.org" } },
    { operation: "edit_items", ids: all, edit: { field: "description", value: "For the board" } },
  ]);
});

it("moves those of several that have dates by days, in one step", async () => {
  const common = {
    count: 2,
    fields: [],
    parent: null,
    highest: "feature" as const,
  };
  const fake = fakeMilepost({
    shared: () => common,
    stays: () => ({ undated: ["i1"], spanning: [] }),
    apply: () => patch,
  });
  fake.milepost.selection.select(["i1", "i2"]);
  shown = show(Inspector, { milepost: fake.milepost });
  await settle();
  await shown.type("[data-field=move-by]", "soon");
  expect(shown.text()).toContain("“soon” is not a number of days.");
  await shown.type("[data-field=move-by]", "-14");
  expect(operationsOf(fake.asked("apply"))).toEqual([
    { operation: "move_items", ids: ["i2"], days: -14, lane: [] },
  ]);
});

it("does not offer to some items what was refused for others", async () => {
  const common = {
    count: 2,
    fields: [],
    parent: null,
    dated: [],
    placeable: [],
    highest: "feature" as const,
  };
  const fake = fakeMilepost({ shared: () => common, apply: () => patch });
  fake.milepost.selection.select(["i1", "i2"]);
  shown = show(Inspector, { milepost: fake.milepost });
  await settle();
  await shown.type("[data-field=progress]", "120");
  fake.milepost.selection.select(["i3", "i4"]);
  await settle();
  expect(shown.find("[data-field=progress]")).toHaveProperty("value", "");
  expect(shown.text()).not.toContain("“120”");
  expect(fake.milepost.notices.notices).toMatchObject([{ message: "“Progress” was not saved." }]);
});

it("lets nothing be changed in a plan that can only be read", async () => {
  const { milepost } = await inspect({});
  milepost.plan.state = { ...milepost.plan.state!, read_only: true };
  await settle();
  const fields = [...document.querySelectorAll<HTMLInputElement>("aside :is(input, textarea, select)")];
  expect(fields.length).toBeGreaterThan(5);
  expect(fields.filter((field) => !field.disabled)).toEqual([]);
});

it("shows what an epic sums up, which is not set here", async () => {
  const item = {
    ...itemDetail.item,
    kind: "epic" as const,
    schedule: { kind: "none" as const },
    progress: 90,
  };
  await inspect({ item: () => ({ ...itemDetail, item, progress: 12, sums_up: true }) });
  expect(shown.text()).toContain("An epic spans what it holds.");
  expect(shown.find("[data-field=first]")).toHaveProperty("value", "2027-02-02");
  const fixed = ["[data-field=first] input", "[data-field=last] input", "[data-field=progress]"];
  expect(fixed.map((css) => shown.find<HTMLInputElement>(css).disabled)).toEqual([true, true, true]);
  expect(shown.find<HTMLInputElement>("[data-field=progress]").value).toBe("12");
  expect(document.querySelector(".when")).toBeNull();
});

it("shows a few of many items that one holds, and more of them when asked to", async () => {
  const children = Array.from({ length: 130 }, (_, at) => ({
    id: `c${at}`,
    kind: "user_story" as const,
    title: `Story ${at}`,
    theme: null,
    schedule: { kind: "none" as const },
  }));
  await inspect({ item: () => ({ ...itemDetail, children }) });
  const shownNow = () => document.querySelectorAll(".children li").length;
  expect(shown.text()).toContain("Holds 130");
  expect(shownNow()).toBe(20);
  await shown.click("[data-action=more-children]");
  expect(shownNow()).toBe(120);
  expect(shown.find("[data-action=more-children]").textContent).toContain("10 more");
  await shown.click("[data-action=more-children]");
  expect([shownNow(), shown.has("[data-action=more-children]")]).toEqual([130, false]);
});

/** The inspector over a table, and a bar of what is inspected unless it has none. */
async function inspectIn(arrangement: "both" | "table", bars: readonly string[]) {
  const grid = document.body.appendChild(document.createElement("div"));
  grid.role = "grid";
  const [row, elsewhere] = [0, 1].map(() => document.createElement("button"));
  grid.append(row!);
  document.body.append(elsewhere!);
  const { milepost } = await inspect({});
  milepost.view.change({ arrangement });
  milepost.chart = fakeChart(bars.map((id) => thing("item", id, 0, 0)));
  const [comeBack, focusBar] = [vi.fn(), vi.spyOn(milepost.chart.mirror, "focus")];
  milepost.table = { ...fakeTable, comeBack };
  /** Where the keyboard goes to by closing what it came to from an element. */
  const closeFrom = async (from: HTMLElement | undefined) => {
    milepost.selection.inspectorOpen = true;
    from?.focus();
    shown.find("[data-field=title]").focus();
    await shown.press("[data-field=owner]", "Escape");
    const went = [comeBack.mock.calls.length, focusBar.mock.calls.length];
    for (const spy of [comeBack, focusBar]) spy.mockClear();
    return went[0] === 1 ? "table" : went[1] === 1 ? "bar" : "nowhere";
  };
  return { closeFrom, row, elsewhere, remove: () => [grid, elsewhere!].forEach((each) => each.remove()) };
}

it("gives the keyboard back to where it came from: a row of the table, or a bar if there is one", async () => {
  const both = await inspectIn("both", ["i1"]);
  expect(await both.closeFrom(both.elsewhere)).toBe("bar");
  expect(await both.closeFrom(both.row)).toBe("table");
  both.remove();
  await shown.leave();
  const withoutBar = await inspectIn("both", []);
  expect(await withoutBar.closeFrom(withoutBar.elsewhere)).toBe("table");
  withoutBar.remove();
  await shown.leave();
  const alone = await inspectIn("table", ["i1"]);
  expect(await alone.closeFrom(alone.elsewhere)).toBe("table");
  alone.remove();
});

it("keeps what is being typed when something else is selected under the field, for what it was typed for", async () => {
  const { asked, milepost } = await inspect({
    apply: () => patch,
    item: ({ id }) => ({ ...itemDetail, item: { ...itemDetail.item, id, title: `Title of ${id}` } }),
  });
  const type = async (name: string, text: string) => {
    const field = shown.find<HTMLInputElement>(`[data-field=${name}]`);
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await settle();
  };
  const edits = () =>
    operationsOf(asked("apply")).map((each) => each.operation === "edit_items" && [each.ids, each.edit]);
  await type("title", "Another title");
  milepost.selection.select(["i2"]);
  await settle();
  expect(shown.find<HTMLTextAreaElement>("[data-field=title]").value).toBe("Title of i2");
  expect(edits()).toEqual([[["i1"], { field: "title", value: "Another title" }]]);
  await type("progress", "40");
  milepost.selection.clear();
  await settle();
  expect(edits()[1]).toEqual([["i2"], { field: "progress", value: 40 }]);

  // What was given up, or has been kept, is not kept again.
  milepost.selection.select(["i3"]);
  await settle();
  await type("owner", "Bo");
  await shown.press("[data-field=owner]", "Escape");
  await shown.type("[data-field=key]", "A-1");
  milepost.selection.select(["i4"]);
  await settle();
  expect(edits().slice(2)).toEqual([[["i3"], { field: "key", value: "A-1" }]]);
});

it("tells what was not taken once its field is gone, whenever the answer comes", async () => {
  let refuse = () => {};
  const { milepost } = await inspect({
    apply: () => new Promise((_, no) => (refuse = () => no(refusal("rule", "The key is taken.")))),
  });
  await shown.type("[data-field=progress]", "120");
  await shown.type("[data-field=key]", "A-1");
  milepost.selection.clear();
  await settle();
  const told = () => milepost.notices.notices.map(({ message, hint }) => [message, hint]);
  const progress = ["“Progress” was not saved.", "“120” is not a percentage from 0 to 100."];
  expect(told()).toEqual([progress]);
  refuse();
  await settle();
  expect(told()).toEqual([progress, ["“Key” was not saved.", "The key is taken."]]);
  const copied = vi.spyOn(milepost.desktop, "copyText");
  milepost.notices.notices.at(-1)?.action?.run();
  expect(copied).toHaveBeenCalledWith("A-1");
});

it("does not tell again of a choice that went back to what it was", async () => {
  const { milepost } = await inspect({ apply: () => Promise.reject(refusal("rule", "It holds features.")) });
  await shown.choose("[data-field=theme]", "t2");
  expect(shown.text()).toContain("It holds features.");
  milepost.selection.clear();
  await settle();
  expect(milepost.notices.notices).toEqual([]);
});

it("hands the focus to the timeline when it goes with it, as when what it shows is deleted", async () => {
  const fake = fakeMilepost({ item: () => itemDetail, apply: () => patch });
  fake.milepost.chart = fakeChart([thing("item", "i1", 0, 0)]);
  fake.milepost.selection.select(["i1"]);
  await settle();
  shown = show(Inspector, { milepost: fake.milepost });
  shown.find("[data-field=title]").focus();
  fake.milepost.selection.clear();
  await shown.leave();
  await settle();
  expect((document.activeElement as HTMLElement).dataset["item"]).toBe("i1");
});

it.each([
  ["begins where it opens", 900, false, 1],
  ["is cut by it and still seen", 640, false, 0],
  ["stands there while something is dragged", 900, true, 0],
])("brings a bar back into sight that %s", async (_, x, busy, times) => {
  const { milepost } = fakeMilepost({ item: () => itemDetail });
  milepost.chart = fakeChart([thing("item", "i1", x, 40)]);
  milepost.hands = { busy } as Hands;
  const reveal = vi.spyOn(milepost.chart, "reveal");
  milepost.selection.select(["i1"]);
  await settle();
  shown = show(Inspector, { milepost });
  expect(reveal).toHaveBeenCalledTimes(times);
  expect(milepost.chart.covered).toBe(320);
  milepost.chart.body.remove();
});

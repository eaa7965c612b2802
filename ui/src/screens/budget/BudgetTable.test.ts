import { expect, it, vi } from "vitest";

import { actionNamed } from "../../actions";
import { showPeriod } from "../../actions/budget-look";
import { otherPlan, refusal, settle } from "../fakes";
import { rowOf, tableOf } from "./table/fake-budget";
import {
  OCTOBER,
  begin,
  cell,
  onPage,
  paste,
  period,
  planned,
  point,
  press,
  pressElsewhere,
  showTable,
  shown,
  text,
} from "./table/fake-page";

onPage();

it("shows lines by periods with their measures, what is over its cap, and all lines together", async () => {
  await begin();
  expect(text(0, OCTOBER)).toBe("1,000");
  expect(text(0, OCTOBER + 3)).toBe("");
  expect(text(3, OCTOBER + 3)).toBe("");
  expect(text(2, OCTOBER + 2)).toContain("over the cap");
  const marked = shown.find(cell(2, OCTOBER + 2));
  expect(marked.getAttribute("aria-description")).toContain("“Cloud” is over its cap.");
  vi.useFakeTimers();
  marked.dispatchEvent(new MouseEvent("mousemove", { bubbles: true }));
  await vi.advanceTimersByTimeAsync(0);
  await vi.advanceTimersByTimeAsync(500);
  vi.useRealTimers();
  expect(shown.find("[role=tooltip]").textContent).toContain("“Cloud” is over its cap.");
  expect(text(8, OCTOBER + 1)).toBe("76,000");
  expect(text(8, 24)).toBe("77,500");
  expect(shown.text()).toContain("€500 over €2k");
  expect(shown.text()).toContain("1 line over its cap");
  expect(shown.find("[role=columnheader][aria-current]").getAttribute("aria-label")).toBe(
    "November 2026, now",
  );
  expect(shown.find("[role=grid]").getAttribute("aria-rowcount")).toBe("13");
});

it("has the focus on the period that somebody has gone to, and leaves it alone otherwise", async () => {
  const { milepost } = await begin();
  expect(document.activeElement).toBe(document.body);
  await shown.leave();
  showPeriod(milepost, { first: "2026-12-01", last: "2026-12-31" }, null);
  await showTable(milepost);
  expect(document.activeElement).toBe(shown.find(cell(8, OCTOBER + 2)));
});

it("says of a plan that can only be read that it is, to who types, empties, fills or pastes", async () => {
  const { milepost, applied } = await begin({}, true);
  const isTold = async (does: Promise<void>) => {
    await does;
    const [notice] = milepost.notices.notices;
    if (notice) milepost.notices.close(notice.id);
    return notice?.message.startsWith("This plan can only be read.") ?? false;
  };
  await point(cell(0, OCTOBER));
  expect(await isTold(press("7"))).toBe(true);
  expect(await isTold(press("Delete"))).toBe(true);
  expect(await isTold(paste("750"))).toBe(true);
  await press("ArrowRight", { shiftKey: true });
  expect(await isTold(press("r", { ctrlKey: true }))).toBe(true);
  expect([shown.has("[data-field=cell]"), applied()]).toEqual([false, []]);
});

it("shows no part of an amount that the last column hides the rest of", async () => {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(960);
  await begin();
  const grid = shown.find("[role=grid]");
  grid.scrollLeft = 0;
  grid.dispatchEvent(new Event("scroll"));
  await settle();
  const cut = [...document.querySelectorAll<HTMLElement>("[role=gridcell].cut-end")];
  expect(cut.length).toBeGreaterThan(0);
  expect(cut.every(({ dataset }) => dataset["column"] === String(OCTOBER))).toBe(true);
  expect(shown.has(".cut-start")).toBe(false);
  grid.scrollLeft = 100;
  grid.dispatchEvent(new Event("scroll"));
  await settle();
  expect(shown.find(cell(0, OCTOBER)).className).not.toContain("cut");
});

it("plans what is typed, goes on by Enter and Tab, and gives up by Esc", async () => {
  const { applied, asked } = await begin();
  await point(cell(0, OCTOBER));
  expect(document.activeElement).toBe(shown.find(cell(0, OCTOBER)));
  await press("7");
  const field = () => shown.find<HTMLInputElement>("[data-field=cell]");
  expect(field().value).toBe("7");
  field().value = "750,50";
  const before = asked("budget_table").length;
  await press("Enter");
  expect(planned(applied()[0])).toEqual(["cloud", [{ period: period("2026-10", "31"), amount: 75_050 }]]);
  expect(asked("budget_table")).toHaveLength(before + 1);
  expect(document.activeElement).toBe(shown.find(cell(4, OCTOBER)));
  await press("F2");
  expect(field().value).toBe("");
  field().value = "1";
  await press("Tab");
  expect(document.activeElement).toBe(shown.find(cell(4, OCTOBER + 1)));
  await press("Enter");
  expect(field().value).toBe("75,000");
  field().value = "2";
  await press("Escape");
  await press("Enter");
  // What is as it was is no step.
  await press("Enter");
  expect(applied()).toHaveLength(2);
});

it("keeps what cannot be planned in its cell, with the reason under it", async () => {
  const { applied } = await begin({
    apply: () => {
      throw refusal("rule", "EUR 900.00 of it come from features.");
    },
  });
  await point(cell(0, OCTOBER));
  await press("Enter");
  const field = () => shown.find<HTMLInputElement>("[data-field=cell]");
  field().value = "abc";
  await press("Enter");
  expect(shown.text()).toContain("“abc” is not an amount of EUR.");
  field().value = "-5";
  await press("Enter");
  expect(shown.text()).toContain("less than nothing");
  expect(applied()).toEqual([]);
  field().value = "500";
  await press("Enter");
  expect(shown.text()).toContain("EUR 900.00 of it come from features.");
  // Nor does a press elsewhere lose it.
  await point(cell(4, OCTOBER));
  expect(field().value).toBe("500");
  await press("Escape");
  expect(document.activeElement).toBe(shown.find(cell(0, OCTOBER)));
});

it("keeps what was typed when another cell is pressed, and goes there", async () => {
  const { applied } = await begin();
  await point(cell(0, OCTOBER));
  await press("5");
  await point(cell(4, OCTOBER + 2));
  expect(planned(applied()[0])).toEqual(["cloud", [{ period: period("2026-10", "31"), amount: 500 }]]);
  expect(document.activeElement).toBe(shown.find(cell(4, OCTOBER + 2)));
  expect(shown.has("[data-field=cell]")).toBe(false);
});

it("pastes twelve months from a spreadsheet in one step, over the end if need be", async () => {
  const { applied, milepost } = await begin();
  await point(cell(0, OCTOBER));
  await paste("1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\r\n");
  const [line, periods] = planned(applied()[0]) as [string, { period: object; amount: number }[]];
  expect(line).toBe("cloud");
  expect(periods).toHaveLength(12);
  expect(periods.at(-1)).toEqual({ period: period("2027-09", "30"), amount: 1_200 });
  expect(milepost.notices.notices[0]).toMatchObject({ message: "Pasted 12 amounts." });
  expect(shown.find(cell(0, OCTOBER + 5)).getAttribute("aria-selected")).toBe("true");
  await paste("1\t2\n3\t4");
  expect(applied()[1]).toMatchObject({ operation: "batch", operations: { length: 2 } });
});

it("pastes nothing of a block with something in it that is no amount", async () => {
  const { applied, milepost } = await begin();
  await point(cell(0, OCTOBER));
  await paste("1\tsoon\t3");
  expect(applied()).toEqual([]);
  expect(milepost.notices.notices[0]).toMatchObject({
    tone: "danger",
    message: "“Cloud”, November 2026: “soon” is not an amount of EUR.",
    hint: "Nothing was pasted.",
  });
});

it("selects with Shift and the pointer, copies, fills and clears what is selected", async () => {
  const { applied, copyText } = await begin();
  await point(cell(0, OCTOBER));
  await press("ArrowRight", { shiftKey: true });
  expect(shown.find(cell(0, OCTOBER)).getAttribute("aria-selected")).toBe("true");
  await press("c", { ctrlKey: true });
  expect(await copyText.mock.calls[0]![0]).toBe("1000.00\t1000.00");
  await point(cell(0, OCTOBER + 2), { shiftKey: true });
  await press("r", { ctrlKey: true });
  expect(planned(applied()[0])).toMatchObject(["cloud", [{ amount: 100_000 }, { amount: 100_000 }]]);
  await press("ArrowDown", { ctrlKey: true, shiftKey: true });
  await press("Delete");
  expect(applied()[1]).toMatchObject({ operation: "batch", operations: { length: 2 } });
  await press("Escape");
  expect(document.querySelectorAll("[role=gridcell][aria-selected=true]")).toHaveLength(1);
});

it("keeps the keys for filling from the webview, which loads the page anew by one of them", async () => {
  const { applied } = await begin();
  await point(cell(1, OCTOBER));
  for (const key of ["r", "d"]) {
    const event = new KeyboardEvent("keydown", { key, ctrlKey: true, bubbles: true, cancelable: true });
    shown.find(cell(1, OCTOBER)).dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  }
  expect(applied()).toEqual([]);
});

it("selects after pasting what was pasted into, wherever the selection was begun", async () => {
  const { applied } = await begin();
  await point(cell(0, OCTOBER));
  await press("ArrowRight", { shiftKey: true });
  await press("ArrowRight", { shiftKey: true });
  await paste("5");
  const selected = [...document.querySelectorAll<HTMLElement>("[role=gridcell][aria-selected=true]")];
  expect(selected.map(({ dataset }) => Number(dataset["column"]))).toEqual([
    OCTOBER,
    OCTOBER + 1,
    OCTOBER + 2,
  ]);
  expect(document.activeElement).toBe(shown.find(cell(0, OCTOBER)));
  await press("Delete");
  expect(planned(applied()[1])).toMatchObject(["cloud", { length: 3 }]);
});

it("plans only what was planned of rows that were copied here", async () => {
  const { applied, copyText } = await begin();
  await point(cell(0, OCTOBER));
  await press("ArrowDown", { shiftKey: true });
  await press("ArrowDown", { shiftKey: true });
  await press("c", { ctrlKey: true });
  await point(cell(4, OCTOBER));
  await paste(`${(await copyText.mock.calls[0]![0]).replace(/\n/g, "\r\n")}\r\n`);
  expect(planned(applied()[0])).toEqual(["people", [{ period: period("2026-10", "31"), amount: 100_000 }]]);
  await paste("1\n");
  expect(applied()).toHaveLength(2);
});

it("leaves keys and the clipboard to others while the focus is elsewhere, or in a cell that is edited", async () => {
  const { applied, copyText, milepost } = await begin();
  const fills = () => actionNamed("fill-amounts-right").available(milepost);
  await point(cell(0, OCTOBER + 1));
  await pressElsewhere();
  for (const key of ["r", "d", "c"]) await press(key, { ctrlKey: true });
  await paste("5");
  await point(cell(0, OCTOBER + 1));
  await press("7");
  await press("r", { ctrlKey: true });
  await press("Escape");
  expect(applied()).toEqual([]);
  expect(copyText).not.toHaveBeenCalled();
  expect(fills()).toBe(true);
  // The palette lists what can be done where the focus comes back to.
  milepost.dialogs.show({ kind: "palette" });
  await pressElsewhere();
  expect(fills()).toBe(true);
  milepost.dialogs.close();
  expect(fills()).toBe(false);
});

it("says what stays where more is planned than what was cleared", async () => {
  const { milepost } = await begin();
  await point(cell(0, OCTOBER));
  await press("Delete");
  expect(milepost.notices.notices[0]?.message).toBe(
    "€1,000.00 stays: it comes from features and from costs that have a name.",
  );
});

it("goes to what is behind amounts that are not planned here", async () => {
  const { milepost } = await begin();
  milepost.entries.begin("actual");
  milepost.entries.text = "hosting";
  await point(cell(1, OCTOBER));
  await press("Enter");
  expect(milepost.budget).toMatchObject({ part: "entries", line: "cloud" });
  expect(milepost.entries.kind).toBe("actual");
  expect([milepost.entries.text, milepost.entries.adding]).toEqual(["", false]);
  milepost.budget.part = "table";
  await point(cell(8, OCTOBER));
  shown.find(cell(8, OCTOBER)).dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
  expect(milepost.budget).toMatchObject({ part: "entries", line: null });
});

it("offers in a menu what can be done with an amount", async () => {
  const { milepost } = await begin();
  const ids = () => milepost.menu?.sections.flatMap((offers) => offers.map(({ action }) => action.id));
  const open = (css: string) =>
    shown.find(css).dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, button: 2 }));
  open(cell(0, OCTOBER));
  expect(ids()).toEqual([
    "edit-amount",
    "show-behind-amount",
    "edit-budget-line",
    "copy-amounts",
    "paste-amounts",
    "fill-amounts-right",
    "fill-amounts-down",
    "clear-amounts",
  ]);
  open(cell(1, OCTOBER));
  expect(ids()).not.toContain("clear-amounts");
});

it("changes nothing in a plan that can only be read", async () => {
  const { applied } = await begin({}, true);
  await point(cell(0, OCTOBER));
  await press("5");
  await press("Enter");
  await press("Delete");
  await press("d", { ctrlKey: true });
  await paste("1");
  expect(shown.has("[data-field=cell]")).toBe(false);
  expect(applied()).toEqual([]);
});

it("asks for what counts, and changes nothing while only a part of it is shown", async () => {
  const { applied, asked, milepost } = await begin();
  milepost.budget.certainty = "certain";
  await settle();
  expect(asked("budget_table").at(-1)).toEqual({ unit: "month", span: null, certainty: "certain" });
  await point(cell(0, OCTOBER));
  await press("5");
  await press("Delete");
  await paste("1");
  expect(shown.has("[data-field=cell]")).toBe(false);
  expect(applied()).toEqual([]);
});

it("stays where it is in time and on its line when less is shown of each line, or in quarters", async () => {
  const { milepost } = await begin();
  await point(cell(4, OCTOBER + 1));
  milepost.budget.toggleMeasure("actual");
  milepost.budget.toggleMeasure("variance");
  await settle();
  expect(milepost.budget.measures).toEqual(["planned", "forecast"]);
  expect(shown.find("[role=gridcell][tabindex='0']")).toBe(shown.find(cell(2, OCTOBER + 1)));
  milepost.budget.unit = "quarter";
  await settle();
  expect(shown.find("[role=gridcell][tabindex='0']").dataset["column"]).toBe("3");
});

it("keeps nothing of how the plan before was looked at", async () => {
  const { milepost } = await begin();
  await point(cell(4, OCTOBER + 1));
  milepost.budget.certainty = "estimated";
  milepost.plan.show(otherPlan);
  await shown.leave();
  expect([milepost.budget.certainty, milepost.budget.spot]).toEqual(["all", null]);
  await showTable(milepost);
});

it("says what goes there while there is no line, and shows one as soon as it is there", async () => {
  let table = tableOf([]);
  const { milepost } = await begin({ budget_table: () => table });
  expect(shown.text()).toContain("What may the product cost?");
  table = tableOf([rowOf({ name: "Launch" }, [0, 0, 0])]);
  milepost.plan.show(otherPlan);
  await settle();
  expect(shown.text()).toContain("Launch");
});

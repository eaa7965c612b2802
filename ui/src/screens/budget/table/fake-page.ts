/** The budget's table on a page for tests: what is pressed, typed and pasted there, and what comes of it. */
import { afterEach, beforeEach, vi } from "vitest";

import { actionFor, perform } from "../../../actions";
import { followPaste } from "../../../actions/clipboard";
import type { Operation } from "../../../bindings/Operation";
import { isTyping } from "../../../gestures/hands";
import type { Milepost } from "../../../milepost.svelte";
import { type Answers, fakeMilepost, planState, settle, show } from "../../fakes";
import BudgetTable from "../BudgetTable.svelte";
import { budgetAnswers } from "./fake-budget";

/** What is on the page. */
export let shown: ReturnType<typeof show>;
let stop = () => {};

/** Gives every test of a file a page with a size. */
export function onPage(): void {
  beforeEach(() => {
    // Nothing has a size here.
    vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(700);
    vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1200);
  });
  afterEach(async () => {
    stop();
    await shown.leave();
    vi.restoreAllMocks();
  });
}

/** Shows the table, for the first time or again. */
export async function showTable(milepost: Milepost): Promise<void> {
  shown = show(BudgetTable, { milepost });
  await settle();
}

/** The table in a page that hears keys and the clipboard as the app does. */
export async function begin(answers: Answers = {}, readOnly = false) {
  const copyText = vi.fn(async (text: string | Promise<string>) => void (await text));
  const fake = fakeMilepost({ ...budgetAnswers, ...answers }, { copyText });
  const { milepost } = fake;
  milepost.screen.current = "budget";
  milepost.plan.state = { ...planState, read_only: readOnly };
  const hear = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const action = actionFor(milepost, event, isTyping(event.target));
    if (action) perform(milepost, action);
  };
  window.addEventListener("keydown", hear);
  const unpaste = followPaste(milepost);
  stop = () => {
    window.removeEventListener("keydown", hear);
    unpaste();
  };
  await showTable(milepost);
  return { ...fake, copyText, applied: () => fake.asked("apply").map(({ operation }) => operation) };
}

export const OCTOBER = 9;
export const cell = (row: number, column: number) => `[data-row="${row}"] [data-column="${column}"]`;
export const text = (row: number, column: number) => shown.find(cell(row, column)).textContent.trim();

/** A press of the pointer, as far as the table hears it. */
export async function point(css: string, more: MouseEventInit = {}): Promise<void> {
  const options = { bubbles: true, cancelable: true, buttons: 1, ...more };
  shown.find(css).dispatchEvent(new MouseEvent("mousedown", options));
  shown.find(css).dispatchEvent(new MouseEvent("mouseup", { ...options, buttons: 0 }));
  await settle();
}

export async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const on = document.activeElement ?? document.body;
  on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  await settle();
}

export async function paste(block: string): Promise<void> {
  const data = { getData: () => block };
  const event = new Event("paste", { bubbles: true, cancelable: true });
  document.body.dispatchEvent(Object.assign(event, { clipboardData: data }));
  await settle();
}

export const period = (month: string, last: string) => ({ first: `${month}-01`, last: `${month}-${last}` });
export const planned = (operation: Operation | undefined) =>
  operation?.operation === "plan_periods" ? [operation.line, operation.periods] : operation;

export const fieldOf = () => shown.find<HTMLInputElement>("[data-field=cell]");

/** Presses something outside of the grid. */
export async function pressElsewhere(): Promise<void> {
  (document.activeElement as HTMLElement).blur();
  await settle();
}

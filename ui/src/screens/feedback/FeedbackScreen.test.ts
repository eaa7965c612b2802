// Reason for length: what keys, clicks and dialogs do in turn to one list that a back end of paper changes with each of them.
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { actionFor, actionNamed, perform } from "../../actions";
import type { Feedback } from "../../bindings/Feedback";
import Dialogs from "../Dialogs.svelte";
import { refusal, settle, show } from "../fakes";
import FeedbackScreen from "./FeedbackScreen.svelte";
import { fakeInbox, said, withHeight } from "./fake-inbox";

type Fake = ReturnType<typeof fakeInbox>;
let screen: ReturnType<typeof show>;
let dialogs: ReturnType<typeof show>;
let fake: Fake;

beforeEach(() => {
  withHeight(740);
});
afterEach(async () => {
  await leaveScreen();
  vi.restoreAllMocks();
});

async function leaveScreen(): Promise<void> {
  await dialogs.leave();
  await screen.leave();
}

const FIVE = ["One", "Two", "Three", "Four", "Five"].map((text, at) => said(`f${at + 1}`, text));

async function open(
  feedback: readonly Feedback[] = FIVE,
  answers: Parameters<typeof fakeInbox>[1] = {},
  desktop = {},
): Promise<void> {
  fake = fakeInbox(feedback, answers, desktop);
  screen = show(FeedbackScreen, { milepost: fake.milepost });
  dialogs = show(Dialogs, { milepost: fake.milepost });
  await settle();
  await settle();
}

/** A key that the list has the focus for, as the page takes it. */
async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  (document.querySelector(LIST) ?? document.body).dispatchEvent(event);
  if (!event.defaultPrevented) {
    const action = actionFor(fake.milepost, event, false);
    if (action) perform(fake.milepost, action);
  }
  for (let turn = 0; turn < 4; turn++) await settle();
}

/** Comboboxes have lists, too. */
const LIST = "[role=listbox][aria-label=Feedback]";

const selected = () => [...fake.milepost.inbox.ids];
const operations = () => fake.asked("apply").map(({ operation }) => operation);

it("selects the first, and goes through the list by J and K and by arrows", async () => {
  await open();
  expect(selected()).toEqual(["f1"]);
  await press("j");
  await press("ArrowDown");
  expect(selected()).toEqual(["f3"]);
  await press("k");
  expect(selected()).toEqual(["f2"]);
  expect(screen.find(LIST).getAttribute("aria-activedescendant")).toBe("feedback-1");
  await press("End");
  await press("j");
  expect(selected()).toEqual(["f5"]);
  expect(screen.find("aside [data-field=feedback-text]")).toHaveProperty("value", "Five");
});

it("goes one further for each key that comes before the answer to the last", async () => {
  await open();
  const down = new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true });
  for (let times = 0; times < 3; times++) screen.find(LIST).dispatchEvent(down);
  await settle();
  expect(selected()).toEqual(["f4"]);
});

it("selects what is in a tab from the first key on, and not what was in the one before", async () => {
  await open([...FIVE, said("f6", "Six", { status: "linked" }), said("f7", "Seven", { status: "linked" })]);
  fake.milepost.inbox.change({ tab: "linked" });
  const down = { key: "ArrowDown", bubbles: true };
  screen.find(LIST).dispatchEvent(new KeyboardEvent("keydown", down));
  for (let turn = 0; turn < 4; turn++) await settle();
  expect(selected()).toEqual(["f7"]);
  screen.find(LIST).dispatchEvent(new KeyboardEvent("keydown", { ...down, key: "ArrowUp", shiftKey: true }));
  screen.find(LIST).dispatchEvent(new KeyboardEvent("keydown", { ...down, key: "ArrowUp", shiftKey: true }));
  for (let turn = 0; turn < 4; turn++) await settle();
  expect(selected()).toEqual(["f6", "f7"]);
});

it("asks for the last of what is typed quickly into the filter, and for nothing in between", async () => {
  await open();
  const before = fake.asked("feedback_list").length;
  for (const text of ["T", "Th", "Thr", "Thre", "Three"])
    fake.milepost.inbox.change({ filter: { text, customer: null, linked: null } });
  for (let turn = 0; turn < 6; turn++) await settle();
  expect(selected()).toEqual(["f3"]);
  expect(fake.asked("feedback_list").length - before).toBeLessThan(4);
});

it("begins at the top of a list that what was selected is not in", async () => {
  await open();
  await press("End");
  for (const text of ["i", "T"])
    fake.milepost.inbox.change({ filter: { text, customer: null, linked: null } });
  for (let turn = 0; turn < 6; turn++) await settle();
  expect(selected()).toEqual(["f2"]);
});

it("asks about what is selected by then, however long that takes to be known", async () => {
  await open(FIVE, { similar_needs: () => [] });
  const down = new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true });
  screen.find(LIST).dispatchEvent(down);
  perform(fake.milepost, actionNamed("link-to-need"));
  for (let turn = 0; turn < 4; turn++) await settle();
  expect(fake.asked("similar_needs")).toEqual([{ text: "Two", limit: 8 }]);
});

it("fetches only what is near what is in sight", async () => {
  await open(Array.from({ length: 5_000 }, (_, at) => said(`f${at}`, `Said ${at}`)));
  expect(document.querySelectorAll("[role=option]").length).toBeLessThan(40);
  expect(new Set(fake.asked("feedback_list").map(({ offset }) => offset))).toEqual(new Set([0]));
  await press("End");
  expect(selected()).toEqual(["f4999"]);
  expect(screen.find(LIST).scrollTop).toBe(5_000 * 74 - 740);
});

it("declines for a reason and goes on to the next", async () => {
  await open();
  await press("d");
  const reason = screen.find<HTMLInputElement>("[data-field=decline-reason]");
  await screen.click("[data-action=decline-now]");
  expect(screen.text()).toContain("Say why");
  reason.value = "Too rare";
  reason.dispatchEvent(new Event("input", { bubbles: true }));
  reason.form!.dispatchEvent(new Event("submit", { cancelable: true }));
  for (let turn = 0; turn < 4; turn++) await settle();
  expect(operations()).toEqual([
    { operation: "edit_feedback", ids: ["f1"], edit: { field: "decline", value: "Too rare" } },
  ]);
  expect(selected()).toEqual(["f2"]);
  expect(screen.text()).toContain("Declined 1");
});

it("meets what comes next with a key that is pressed while the last act is still being written", async () => {
  await open();
  perform(fake.milepost, actionNamed("answer-feedback"));
  perform(fake.milepost, actionNamed("answer-feedback"));
  for (let turn = 0; turn < 10; turn++) await settle();
  expect(operations().map((each) => "ids" in each && each.ids)).toEqual([["f1"], ["f2"]]);
  expect(selected()).toEqual(["f3"]);
});

it("goes on in a tab in which what was done stays, too", async () => {
  await open();
  await press("7");
  await press("a");
  expect(selected()).toEqual(["f2"]);
});

it("selects what undo brings back", async () => {
  await open();
  await press("j");
  await press("a");
  expect(selected()).toEqual(["f3"]);
  await press("z", { ctrlKey: true });
  expect(selected()).toEqual(["f2"]);
});

it("keeps nothing selected that undo takes away", async () => {
  await open();
  await fake.milepost.commit({ operation: "add_feedback", feedback: said("f9", "Nine") });
  await press("Home");
  expect(selected()).toEqual(["f9"]);
  await press("ArrowDown", { shiftKey: true });
  expect(selected()).toEqual(["f9", "f1"]);
  await fake.milepost.plan.undo();
  for (let turn = 0; turn < 4; turn++) await settle();
  expect(selected()).toEqual(["f1"]);
});

it("keeps its place when the last of a list has left it", async () => {
  await open();
  await press("End");
  await press("a");
  expect(selected()).toEqual(["f4"]);
});

it("links to the need that is most alike with two keys", async () => {
  await open(FIVE, {
    similar_needs: ({ text }) => [
      { need: { id: "n1", title: `About ${text}`, mark: "unserved" }, score: 60, shared: ["one"] },
    ],
  });
  await press("l");
  expect(screen.text()).toContain("About One Both say: one");
  expect(fake.asked("similar_needs")).toEqual([{ text: "One", limit: 8 }]);
  await dialogs.press("[data-field=link-feedback]", "Enter");
  for (let turn = 0; turn < 4; turn++) await settle();
  expect(operations()).toEqual([
    { operation: "edit_feedback", ids: ["f1"], edit: { field: "need", value: { need: "n1", linked: true } } },
  ]);
  expect(selected()).toEqual(["f2"]);
  expect(fake.milepost.dialogs.open).toBeNull();
});

it("links what the dialog is about, and declines it, whatever is selected meanwhile", async () => {
  await open(FIVE, {
    similar_needs: () => [{ need: { id: "n1", title: "Need", mark: "unserved" }, score: 60, shared: [] }],
  });
  const undo = async () => {
    fake.milepost.notices.notices.find(({ action }) => action)?.action?.run();
    for (let turn = 0; turn < 6; turn++) await settle();
  };
  await press("Delete");
  await press("l");
  expect(screen.text()).toContain("Link to a need: “Two”");
  await undo();
  await dialogs.press("[data-field=link-feedback]", "Enter");
  for (let turn = 0; turn < 6; turn++) await settle();
  expect(operations().at(-1)).toMatchObject({ ids: ["f2"], edit: { value: { need: "n1" } } });
  expect(selected()).toEqual(["f1"]);
  await press("Delete");
  await press("d");
  await undo();
  await dialogs.type("[data-field=decline-reason]", "Too rare");
  await dialogs.click("[data-action=decline-now]");
  for (let turn = 0; turn < 6; turn++) await settle();
  expect(operations().at(-1)).toMatchObject({ ids: ["f3"], edit: { value: "Too rare" } });
  expect(selected()).toEqual(["f1"]);
});

it("tells how many were deleted, not how many were selected before", async () => {
  await open();
  await press("ArrowDown", { shiftKey: true });
  perform(fake.milepost, actionNamed("delete-feedback"));
  perform(fake.milepost, actionNamed("delete-feedback"));
  for (let turn = 0; turn < 10; turn++) await settle();
  expect(operations().map((each) => "ids" in each && each.ids)).toEqual([["f1", "f2"], ["f3"]]);
  expect(fake.milepost.notices.notices.at(-1)?.message).toBe("Deleted 1 piece of feedback.");
});

it("names a new need by what was typed where there is none", async () => {
  await open(FIVE, { similar_needs: () => [], find_needs: () => [] });
  await press("l");
  await dialogs.type("[data-field=link-feedback]", "Print in colour");
  expect(screen.text()).toContain("New need: “Print in colour”");
  await dialogs.press("[data-field=link-feedback]", "Enter");
  for (let turn = 0; turn < 4; turn++) await settle();
  expect(operations()[0]).toMatchObject({
    operation: "batch",
    operations: [{ need: { statement: "Print in colour" } }, { ids: ["f1"] }],
  });
});

it("makes a need of the text for the customer of who said it", async () => {
  await open([said("f1", "Reports are late. Always.", { customer: "c1" }), ...FIVE.slice(1)]);
  await press("n");
  expect(operations()).toMatchObject([
    {
      operation: "batch",
      label: "Add need from feedback",
      operations: [
        {
          operation: "add_need",
          need: { statement: "Reports are late", customers: [{ customer: "c1", importance: "medium" }] },
        },
        { operation: "edit_feedback", ids: ["f1"] },
      ],
    },
  ]);
  expect(fake.milepost.notices.notices[0]).toMatchObject({
    message: "Added the need “Reports are late”.",
    action: { label: "Undo" },
  });
});

it("merges into another one, which is none of those selected", async () => {
  await open(FIVE, {
    similar_feedback: () =>
      ["f2", "f4"].map((id) => ({
        row: { ...said(id, id), standing: "new", duplicates: 0, needs: [], items: [], links: 0 },
        score: 40,
        shared: [],
      })),
  });
  await press("ArrowDown", { shiftKey: true });
  await press("m");
  await dialogs.press("[data-field=link-feedback]", "Enter");
  for (let turn = 0; turn < 4; turn++) await settle();
  expect(operations()).toEqual([{ operation: "merge_feedback", ids: ["f1", "f2"], into: "f4" }]);
});

it("does the same to several that are selected, in one step", async () => {
  await open();
  await press("ArrowDown", { shiftKey: true });
  await press("ArrowDown", { shiftKey: true });
  expect(selected()).toEqual(["f1", "f2", "f3"]);
  expect(screen.text()).toContain("3 pieces of feedback selected");
  await press("a");
  expect(operations()).toMatchObject([{ ids: ["f1", "f2", "f3"] }]);
  expect(selected()).toEqual(["f4"]);
  await press("a", { ctrlKey: true });
  expect(selected()).toEqual(["f4", "f5"]);
  await press("Escape");
  expect(selected()).toEqual(["f4"]);
});

it("adds one to what is selected by a click with Ctrl, and takes it away again", async () => {
  await open();
  const click = async (id: string, more: MouseEventInit) => {
    screen.find(`[data-feedback=${id}]`).dispatchEvent(new MouseEvent("click", { bubbles: true, ...more }));
    await settle();
  };
  await click("f3", { ctrlKey: true });
  expect(selected()).toEqual(["f1", "f3"]);
  await click("f5", { shiftKey: true });
  expect(selected()).toEqual(["f3", "f4", "f5"]);
  await click("f4", { ctrlKey: true });
  expect(selected()).toEqual(["f3", "f5"]);
});

it("copies the answer as it is shown", async () => {
  const copyText = vi.fn(() => Promise.resolve());
  await open([said("f1", "One", { status: "planned" })], {}, { copyText });
  await press("3");
  expect(screen.find("[data-field=answer]").textContent).toBe("Hello Ada,");
  await press("c");
  expect(copyText).toHaveBeenCalledWith("Hello Ada,");
});

it("unlinks and reopens", async () => {
  await open([said("f1", "One", { status: "declined", reason: "No", needs: ["n1"] })]);
  await press("6");
  await press("u");
  expect(operations()[0]).toMatchObject({
    label: "Unlink feedback",
    operations: [{ edit: { value: { need: "n1", linked: false } } }],
  });
  fake.milepost.inbox.change({ tab: null });
  for (let turn = 0; turn < 4; turn++) await settle();
  expect(actionNamed("reopen-feedback").available(fake.milepost)).toBe(false);
});

it("says what goes into an empty inbox, and what a filter left out", async () => {
  await open([]);
  expect(screen.text()).toContain("No feedback yet");
  await leaveScreen();
  await open();
  fake.milepost.inbox.change({ filter: { text: "x", customer: null, linked: null } });
  await settle();
  expect(screen.text()).toContain("Nothing found");
  await screen.click(".empty button");
  expect(fake.milepost.inbox.filtering).toBe(false);
});

it("tells a list that could not be fetched, and shows it when it can be again", async () => {
  let broken = true;
  const rows = FIVE.map(({ id }) => id);
  await open(FIVE, {
    feedback_ids: ({ offset, limit }) => {
      if (broken) throw refusal("defect", "The plan is busy.");
      return rows.slice(offset, offset + limit);
    },
  });
  expect(fake.milepost.notices.notices[0]?.message).toBe("The plan is busy.");
  broken = false;
  fake.milepost.inbox.open();
  await settle();
  expect(selected()).toEqual(["f1"]);
});

/** Lets what is written wait until the function that this gives is called. */
function holdWriting(): () => Promise<void> {
  const { backend } = fake.milepost;
  const call = backend.call.bind(backend);
  let go = () => {};
  const written = new Promise<void>((resolve) => (go = resolve));
  const held: typeof backend.call = async (method, request) => {
    if (method === "apply") await written;
    return await call(method, request);
  };
  Object.assign(backend, { call: held });
  return async () => {
    go();
    for (let turn = 0; turn < 8; turn++) await settle();
  };
}

it("keeps of what is selected what another list has, so that nothing is deleted out of sight", async () => {
  await open();
  await press("a", { ctrlKey: true });
  fake.milepost.inbox.change({ filter: { text: "T", customer: null, linked: null } });
  for (let turn = 0; turn < 6; turn++) await settle();
  expect(selected()).toEqual(["f2", "f3"]);
  await press("Delete");
  expect(operations()).toEqual([{ operation: "delete_feedback", ids: ["f2", "f3"] }]);
});

it("does what a key says to what was selected then, and stays with what is chosen while it is written", async () => {
  await open();
  const write = holdWriting();
  perform(fake.milepost, actionNamed("delete-feedback"));
  await screen.click("[data-feedback=f3]");
  await write();
  expect(operations()).toEqual([{ operation: "delete_feedback", ids: ["f1"] }]);
  expect(selected()).toEqual(["f3"]);
  expect(fake.milepost.inbox.lead).toEqual({ id: "f3", index: 1 });
});

it("does to what is chosen while something is written what a key says next", async () => {
  await open();
  const write = holdWriting();
  perform(fake.milepost, actionNamed("answer-feedback"));
  await screen.click("[data-feedback=f3]");
  perform(fake.milepost, actionNamed("delete-feedback"));
  await screen.click("[data-feedback=f5]");
  await write();
  expect(operations()).toMatchObject([{ ids: ["f1"] }, { operation: "delete_feedback", ids: ["f3"] }]);
  expect(selected()).toEqual(["f5"]);
});

it("does what a key says to the row that the keys before have come to, however far away that is", async () => {
  await open(Array.from({ length: 500 }, (_, at) => said(`f${at}`, `Said ${at}`)));
  const end = new KeyboardEvent("keydown", { key: "End", bubbles: true, cancelable: true });
  screen.find(LIST).dispatchEvent(end);
  perform(fake.milepost, actionNamed("delete-feedback"));
  for (let turn = 0; turn < 8; turn++) await settle();
  expect(operations()).toEqual([{ operation: "delete_feedback", ids: ["f499"] }]);
  expect(selected()).toEqual(["f498"]);
});

it("shows one of those that are left when the one is taken out that was shown", async () => {
  await open();
  const click = async (id: string) => {
    const event = new MouseEvent("click", { bubbles: true, ctrlKey: true });
    screen.find(`[data-feedback=${id}]`).dispatchEvent(event);
    for (let turn = 0; turn < 4; turn++) await settle();
  };
  await click("f4");
  await click("f2");
  await click("f2");
  expect([fake.milepost.inbox.lead?.id, selected()]).toEqual(["f1", ["f1", "f4"]]);
  await click("f1");
  expect(screen.find("aside [data-field=feedback-text]")).toHaveProperty("value", "Four");
  await press("Delete");
  expect(operations()).toEqual([{ operation: "delete_feedback", ids: ["f4"] }]);
});

it("stays with the row that was clicked to leave a field of another one", async () => {
  await open();
  const write = holdWriting();
  await screen.type("aside [data-field=feedback-source]", "Grace");
  await screen.click("[data-feedback=f3]");
  await write();
  expect(operations()).toMatchObject([{ ids: ["f1"], edit: { field: "source", value: "Grace" } }]);
  expect(selected()).toEqual(["f3"]);
});

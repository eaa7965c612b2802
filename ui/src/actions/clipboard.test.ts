import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { PasteAnswer } from "../bindings/PasteAnswer";
import { fakeChart } from "../chart/fake-chart";
import { type Answers, fakeMilepost, itemDetail, noCounts, patch, planState, settle } from "../screens/fakes";
import { actionFor, actionNamed, perform } from ".";
import { followPaste, outcomeOf, pasteText } from "./clipboard";

const counts = { ...noCounts, taken: 2 };
const pasted: PasteAnswer = {
  items: ["n1", "n2"],
  counts,
  refused: null,
  changed: null,
  left_out: null,
  patch,
};

let stop = () => {};
afterEach(() => stop());
beforeEach(() => void document.getSelection()?.removeAllRanges());

function begin(answers: Answers = {}, desktops: Parameters<typeof fakeMilepost>[1] = {}) {
  const fake = fakeMilepost(
    { paste: () => pasted, place: () => null, item: () => itemDetail, ...answers },
    desktops,
  );
  stop = followPaste(fake.milepost);
  return fake;
}

function hand(text: string, on: EventTarget = document.body): Event {
  const data = { getData: () => text };
  const event = Object.assign(new Event("paste", { bubbles: true, cancelable: true }), {
    clipboardData: data,
  });
  on.dispatchEvent(event);
  return event;
}

it("hands the table to the system while it is still on its way", async () => {
  const copyText = vi.fn(async (text: string | Promise<string>) => void (await text));
  const { milepost, asked } = begin({ copy: () => ({ text: "Title\r\nOne\r\n", items: 5 }) }, { copyText });
  milepost.selection.select(["i1", "i2"]);
  const pressed = new KeyboardEvent("keydown", { key: "c", ctrlKey: true });
  perform(milepost, actionFor(milepost, pressed, false)!);
  const [text] = copyText.mock.calls[0]!;
  expect(text).toBeInstanceOf(Promise);
  expect(await text).toBe("Title\r\nOne\r\n");
  await settle();
  expect(asked("copy")).toEqual([{ ids: ["i1", "i2"] }]);
  expect(milepost.notices.spoken?.text).toBe("Copied 5 items.");
});

it("leaves copying and pasting to fields, and copying to words that are marked", () => {
  const { milepost, asked } = begin();
  milepost.selection.select(["i1"]);
  const pressed = (key: string) => new KeyboardEvent("keydown", { key, ctrlKey: true });
  // The system's own event brings the text.
  expect(actionFor(milepost, pressed("v"), false)).toBeUndefined();

  const field = document.body.appendChild(document.createElement("input"));
  for (const key of ["c", "v", "a"]) {
    const event = pressed(key);
    field.dispatchEvent(event);
    expect(actionFor(milepost, event, true)).toBeUndefined();
  }
  expect(hand("One", field).defaultPrevented).toBe(false);
  field.remove();
  const words = document.body.appendChild(document.createElement("p"));
  words.textContent = "words";
  document.getSelection()?.selectAllChildren(words);
  expect(actionFor(milepost, pressed("c"), false)).toBeUndefined();
  words.remove();
  expect(asked("paste")).toEqual([]);
});

it("adds what is pasted, selects it and offers to take it back", async () => {
  const { milepost, asked } = begin();
  expect(hand("One\nTwo").defaultPrevented).toBe(true);
  await settle();
  expect(asked("paste")).toMatchObject([{ text: "One\nTwo" }]);
  expect([...milepost.selection.items]).toEqual(["n1", "n2"]);
  expect(milepost.plan.state?.revision).toBe(patch.state.revision);
  expect(milepost.notices.notices[0]).toMatchObject({
    message: "Pasted 2 items.",
    action: { label: "Undo" },
  });
});

it("brings the first into sight that has dates", async () => {
  const { milepost, asked } = begin({ stays: () => ({ undated: ["n1"], spanning: [] }) });
  milepost.chart = fakeChart([]);
  hand("One\nTwo");
  await settle();
  expect(asked("place")[0]?.id).toBe("n2");
  milepost.chart.body.remove();
});

it("speaks of several that wait in the tray as of several, and shows them all there", async () => {
  const { milepost } = begin({
    stays: () => ({ undated: ["n1", "n2"], spanning: [] }),
    place: ({ chart: { view } }) => (view.arrangement === "timeline" ? null : [0, 40, 0, 14]),
  });
  milepost.chart = fakeChart([]);
  await pasteText(milepost, "One\nTwo");
  const notice = milepost.notices.notices.find(({ message }) => message.startsWith("They"));
  expect([notice?.message, notice?.action?.label]).toEqual([
    "They have no dates and wait in the tray.",
    "Show them in the tray",
  ]);
  notice?.action?.run();
  await settle();
  expect([milepost.view.trayOpen, milepost.view.traySearch]).toEqual([true, ""]);
  milepost.chart.body.remove();
});

it("says so where nothing came of it, and that a plan can only be read", async () => {
  const nothing = {
    ...pasted,
    items: [],
    patch: null,
    refused: "A feature needs a name.",
    counts: { ...counts, taken: 0, refused: 2 },
  };
  const { milepost, asked } = begin({ paste: () => nothing });
  hand("Title\tStatus\n\tdone");
  await settle();
  expect(milepost.notices.notices).toMatchObject([
    { message: "Nothing was pasted. 2 rows were refused, the first: A feature needs a name.", action: null },
  ]);
  milepost.plan.state = { ...planState, read_only: true };
  hand("One");
  expect(milepost.notices.notices.at(-1)?.message).toContain("can only be read");
  expect(asked("paste")).toHaveLength(1);
});

it("reads the clipboard from a menu, or tells which keys do", async () => {
  const { milepost, asked } = begin({}, { readText: () => Promise.resolve("One") });
  perform(milepost, actionNamed("paste"));
  await settle();
  expect(asked("paste")).toMatchObject([{ text: "One" }]);
  stop();
  const other = begin({}, { readText: () => Promise.reject(new Error("not allowed")) });
  perform(other.milepost, actionNamed("paste"));
  await settle();
  expect(other.asked("paste")).toEqual([]);
  expect(other.milepost.notices.notices[0]?.message).toContain("Ctrl+V");
});

it("tells what was changed and refused, with the first reason of each", () => {
  const answer = {
    ...pasted,
    items: ["a", "b", "c"],
    counts: { ...counts, taken_with_change: 1, refused: 1 },
    changed: "The status “parked” is not known and was not taken.",
    refused: "A feature needs a name.",
    left_out: "Not taken: “Effort”.",
  };
  expect(outcomeOf(answer)).toBe(
    "Pasted 3 items. 1 changed: The status “parked” is not known and was not taken. 1 row was refused: A feature needs a name. Not taken: “Effort”.",
  );
});

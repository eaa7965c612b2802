import { tick } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { fakeMilepost, patch, refusal, settle, show } from "../screens/fakes";
import Dialogs from "../screens/Dialogs.svelte";
import Notices from "./Notices.svelte";

const AGES = 60_000;

let shown: ReturnType<typeof show>;
beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  await shown.leave();
  vi.useRealTimers();
});

function open() {
  const { milepost } = fakeMilepost({});
  shown = show(Notices, { milepost });
  const messages = () => milepost.notices.notices.map(({ message }) => message);
  return { milepost, notices: milepost.notices, messages };
}

const offer = (run = () => {}) => ({ label: "Undo", run });

/** One of each sort, the same ones for each that makes some of them go. */
function tellAll() {
  const opened = open();
  const { notices } = opened;
  notices.tell("Copied.");
  notices.tell("Deleted.", offer());
  notices.fail(refusal("not_saved", "The file is gone."), offer());
  notices.fail(refusal("rule", "Refused, with a way back."), offer());
  return opened;
}

it("lets words go by themselves, and keeps failures and what something can be done about", () => {
  const { messages } = tellAll();
  vi.advanceTimersByTime(AGES);
  expect(messages()).toEqual(["Deleted.", "The file is gone.", "Refused, with a way back."]);
});

it("lets what was offered and what was refused go with the next change, but no way back to what was typed", () => {
  const { milepost, messages } = tellAll();
  milepost.plan.enter(patch);
  expect(messages()).toEqual(["Copied.", "Refused, with a way back."]);
});

it("lets refusals go when another screen comes", () => {
  const { milepost, messages } = tellAll();
  milepost.screen.current = "roadmap";
  expect(messages()).toHaveLength(4);
  milepost.screen.current = "budget";
  expect(messages()).toEqual(["Copied.", "Deleted.", "Refused, with a way back."]);
});

it("shows in a dialog what was told since it came, and what is offered until the plan changes", async () => {
  const { milepost, notices } = tellAll();
  const dialogs = show(Dialogs, { milepost });
  const inDialog = () => [...document.querySelectorAll("dialog .notice")].map((each) => each.textContent);
  milepost.dialogs.show({ kind: "keys" });
  await settle();
  await tick();
  expect(inDialog()).toMatchObject([expect.stringContaining("Deleted.")]);
  notices.tell("Of the dialog.");
  await settle();
  expect(inDialog()[1]).toContain("Of the dialog.");
  milepost.dialogs.close();
  await settle();
  await tick();
  expect(shown.text()).toContain("Deleted.");
  expect(shown.text()).not.toContain("The file is gone.");
  await dialogs.leave();
});

it("lets messages go under a pointer that rests, and after one that has come with a dialog", async () => {
  const { milepost, notices, messages } = open();
  const dialogs = show(Dialogs, { milepost });
  const at = (x: number) =>
    shown.find(".notices").dispatchEvent(new MouseEvent("pointermove", { clientX: x, bubbles: true }));
  notices.tell("Told under the pointer.");
  at(5);
  at(5);
  await settle();
  vi.advanceTimersByTime(AGES);
  expect(messages()).toEqual([]);
  notices.tell("Read.");
  at(6);
  await settle();
  milepost.dialogs.show({ kind: "keys" });
  notices.tell("Of the dialog.");
  await settle();
  await tick();
  await settle();
  vi.advanceTimersByTime(AGES);
  expect(messages()).toEqual([]);
  await dialogs.leave();
});

it("lets nothing go while the pointer or the focus is at the messages", async () => {
  const { notices, messages } = open();
  const at = (event: Event) => {
    shown.find(".notices").dispatchEvent(event);
    return settle();
  };
  notices.tell("Told before.");
  await settle();
  await at(new MouseEvent("pointermove", { clientX: 5, bubbles: true }));
  await at(new MouseEvent("pointermove", { clientX: 6, bubbles: true }));
  notices.tell("Told meanwhile.");
  vi.advanceTimersByTime(AGES);
  shown.find("[data-action=close-notice]").focus();
  document.body.dispatchEvent(new MouseEvent("pointermove", { bubbles: true }));
  await settle();
  vi.advanceTimersByTime(AGES);
  expect(messages()).toEqual(["Told before.", "Told meanwhile."]);
  shown.find("[data-action=close-notice]").blur();
  await settle();
  vi.advanceTimersByTime(AGES);
  expect(messages()).toEqual([]);
});

it("stands in the dialog that is open, and goes back when that is closed", async () => {
  const { milepost, notices } = open();
  const dialogs = show(Dialogs, { milepost });
  milepost.dialogs.show({ kind: "keys" });
  notices.tell("Converted.", offer());
  await settle();
  await tick();
  expect(shown.find("dialog").textContent).toContain("Converted.");
  expect(shown.find("dialog").querySelector("[role=status]")).not.toBeNull();
  milepost.dialogs.close();
  await settle();
  await tick();
  expect(shown.has("dialog")).toBe(false);
  expect(shown.text()).toContain("Converted.");
  await dialogs.leave();
});

it("hands the focus to the next message, and in the end to where it came from", async () => {
  const { notices } = open();
  const field = document.body.appendChild(document.createElement("input"));
  field.focus();
  let undone = 0;
  notices.tell(
    "One.",
    offer(() => (undone += 1)),
  );
  notices.tell("Two.");
  await settle();
  shown.find(".notice button").focus();
  await shown.click(".notice button");
  expect(undone).toBe(1);
  expect(document.activeElement).toBe(shown.find("[data-action=close-notice]"));
  await shown.click("[data-action=close-notice]");
  expect(document.activeElement).toBe(field);
  field.remove();
});

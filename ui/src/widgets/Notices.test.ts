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

it("keeps what something can be done about until the plan changes, failures until they are closed", () => {
  const { milepost, notices, messages } = open();
  notices.tell("Gone by itself.");
  notices.tell("Deleted.", offer());
  notices.fail(refusal("rule", "Refused, with a way back."), offer());
  vi.advanceTimersByTime(AGES);
  expect(messages()).toEqual(["Deleted.", "Refused, with a way back."]);
  milepost.plan.enter(patch);
  expect(messages()).toEqual(["Refused, with a way back."]);
});

it("lets nothing go while the pointer or the focus is at the messages", async () => {
  const { notices, messages } = open();
  const at = (kind: string, event = new Event(kind)) => {
    shown.find(".notices").dispatchEvent(event);
    return settle();
  };
  notices.tell("Told before.");
  await settle();
  await at("pointerenter");
  notices.tell("Told meanwhile.");
  vi.advanceTimersByTime(AGES);
  await at("focusin", new FocusEvent("focusin", { bubbles: true }));
  await at("pointerleave");
  vi.advanceTimersByTime(AGES);
  expect(messages()).toEqual(["Told before.", "Told meanwhile."]);
  await at("focusout", new FocusEvent("focusout", { bubbles: true }));
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

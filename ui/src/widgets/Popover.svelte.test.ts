import { createRawSnippet } from "svelte";
import { afterEach, expect, it, vi } from "vitest";

import { settle, show } from "../screens/fakes";
import Popover from "./Popover.svelte";

let shown: ReturnType<typeof show>;
afterEach(() => shown.leave());

const snippet = (html: string) => createRawSnippet(() => ({ render: () => html }));

function begin() {
  const state = $state({ open: false });
  const onkey = vi.fn();
  window.addEventListener("keydown", onkey);
  shown = show(Popover, {
    label: "Filter",
    name: "filter",
    hint: "Filter",
    get open() {
      return state.open;
    },
    onopen: () => (state.open = true),
    onclose: () => (state.open = false),
    button: snippet("<span>Filter</span>"),
    children: snippet(
      "<div><input id=first><button id=off disabled>Off</button><button id=last>Last</button></div>",
    ),
  });
  const button = shown.find("[data-popover=filter]");
  button.focus();
  return { button, state, onkey, stop: () => window.removeEventListener("keydown", onkey) };
}

const key = async (css: string, init: KeyboardEventInit) => {
  const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
  shown.find(css).dispatchEvent(event);
  await settle();
  return event;
};

it("opens with the focus inside, and Esc closes it and brings the focus back", async () => {
  const { button, onkey, stop } = begin();
  expect(button.getAttribute("aria-expanded")).toBe("false");
  await shown.click("[data-popover=filter]");
  expect(button.getAttribute("aria-expanded")).toBe("true");
  expect(document.activeElement?.id).toBe("first");
  await key("#first", { key: "Escape" });
  expect(shown.has("[data-panel=filter]")).toBe(false);
  expect(document.activeElement).toBe(button);
  // Esc does nothing else behind it.
  expect(onkey).not.toHaveBeenCalled();
  stop();
});

it("keeps Tab inside, both ways round", async () => {
  const { stop } = begin();
  await shown.click("[data-popover=filter]");
  shown.find("#last").focus();
  expect((await key("#last", { key: "Tab" })).defaultPrevented).toBe(true);
  expect(document.activeElement?.id).toBe("first");
  await key("#first", { key: "Tab", shiftKey: true });
  expect(document.activeElement?.id).toBe("last");
  stop();
});

it("keeps plain keys from what is behind it, and lets others through", async () => {
  const { onkey, stop } = begin();
  await shown.click("[data-popover=filter]");
  await key("#last", { key: "n" });
  expect(onkey).not.toHaveBeenCalled();
  await key("#last", { key: "z", ctrlKey: true });
  expect(onkey).toHaveBeenCalledTimes(1);
  stop();
});

it("is closed by a press outside, and by its button, but not by a press inside", async () => {
  const { stop } = begin();
  const press = async (target: EventTarget) => {
    target.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
    await settle();
  };
  await shown.click("[data-popover=filter]");
  await press(shown.find("#last"));
  expect(shown.has("[data-panel=filter]")).toBe(true);
  await press(document.body);
  expect(shown.has("[data-panel=filter]")).toBe(false);

  await shown.click("[data-popover=filter]");
  await press(shown.find("[data-popover=filter]"));
  await shown.click("[data-popover=filter]");
  expect(shown.has("[data-panel=filter]")).toBe(false);
  stop();
});

it("stays open under a dialog that was opened from it", async () => {
  const { stop } = begin();
  await shown.click("[data-popover=filter]");
  const dialog = document.body.appendChild(document.createElement("dialog"));
  dialog.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  await settle();
  expect(shown.has("[data-panel=filter]")).toBe(true);
  dialog.remove();
  stop();
});

it("keeps the keys when what had the focus can have it no more", async () => {
  const { stop } = begin();
  await shown.click("[data-popover=filter]");
  const last = shown.find<HTMLButtonElement>("#last");
  last.focus();
  last.disabled = true;
  await settle();
  expect(document.activeElement).toBe(shown.find("[data-panel=filter]"));
  stop();
});

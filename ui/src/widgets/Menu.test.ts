import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { settle, show } from "../screens/fakes";
import Menu from "./Menu.svelte";

let shown: ReturnType<typeof show>;
let before: HTMLButtonElement;
const done: string[] = [];
const onclose = vi.fn();

const entry = (label: string, keys = "") => ({
  id: label.toLowerCase(),
  label,
  keys,
  run: () => void done.push(label),
});
const sections = [[entry("Copy", "Ctrl+C"), entry("Cut")], [entry("Delete", "Del")], [entry("Close")]];

beforeEach(() => {
  done.length = 0;
  onclose.mockClear();
  before = document.body.appendChild(document.createElement("button"));
  before.focus();
  shown = show(Menu, { label: "Item", anchor: { x: 10, y: 10, width: 0, height: 0 }, sections, onclose });
});
afterEach(async () => {
  if (shown.has("[role=menu]")) await shown.leave();
  before.remove();
});

const focused = () => (document.activeElement as HTMLElement).dataset["menu"] ?? null;

async function press(...keys: string[]): Promise<(string | null)[]> {
  const found: (string | null)[] = [];
  for (const key of keys) {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
    );
    await settle();
    found.push(focused());
  }
  return found;
}

it("is a menu of entries with their keys, with lines between the sections", () => {
  expect(shown.find("[role=menu]").getAttribute("aria-label")).toBe("Item");
  expect(document.querySelectorAll("[role=menuitem]")).toHaveLength(4);
  expect(document.querySelectorAll("[role=separator]")).toHaveLength(2);
  expect(shown.find("[data-menu=copy]").textContent).toContain("Ctrl+C");
  expect(document.activeElement).toBe(shown.find("[role=menu]"));
});

it("goes round by arrows and to the ends", async () => {
  expect(await press("ArrowDown", "ArrowDown", "End", "ArrowDown", "ArrowUp", "Home")).toEqual([
    "copy",
    "cut",
    "close",
    "copy",
    "close",
    "copy",
  ]);
});

it("begins at the end with an arrow up", async () => {
  expect(await press("ArrowUp")).toEqual(["close"]);
});

it("finds entries by their first letters, and others of the same letter by pressing it again", async () => {
  expect(await press("c", "c", "c", "c")).toEqual(["copy", "cut", "close", "copy"]);
  expect(await press("d")).toEqual(["delete"]);
});

it("takes letters that come quickly for one word", async () => {
  expect(await press("c", "l")).toEqual(["copy", "close"]);
});

it("does what Enter or a click chooses, once it is closed", async () => {
  await press("Enter");
  expect([done, onclose.mock.calls.length]).toEqual([[], 0]);
  await press("ArrowDown", "Enter");
  await shown.click("[data-menu=delete]");
  expect(done).toEqual(["Copy", "Delete"]);
  expect(onclose).toHaveBeenCalledTimes(2);
});

it("closes at Esc and at a press elsewhere, and gives the focus back", async () => {
  await press("ArrowDown", "Escape");
  expect(onclose).toHaveBeenCalledTimes(1);
  shown.find("[data-menu=cut]").dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  expect(onclose).toHaveBeenCalledTimes(1);
  document.body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  expect(onclose).toHaveBeenCalledTimes(2);
  await shown.leave();
  expect(document.activeElement).toBe(before);
});

it("keeps its keys from what lies under it", async () => {
  const below = vi.fn();
  window.addEventListener("keydown", below);
  await press("ArrowDown", "Delete", "x");
  window.removeEventListener("keydown", below);
  expect(below).not.toHaveBeenCalled();
});

it("keeps keys from the web view that would load, print or search the page", () => {
  const press = (init: KeyboardEventInit) => {
    const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
    document.activeElement?.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect([press({ key: "p", ctrlKey: true }), press({ key: "F5" }), press({ key: "F4" })]).toEqual([
    true,
    true,
    false,
  ]);
});

it("marks the one that holds of several that exclude each other", async () => {
  await shown.leave();
  const kinds = [
    { ...entry("Start to start"), holds: false },
    { ...entry("Finish to start"), holds: true },
  ];
  const anchor = { x: 10, y: 10, width: 0, height: 0 };
  shown = show(Menu, { label: "Dependency", anchor, sections: [kinds], onclose });
  const found = [...document.querySelectorAll("[role=menuitemradio]")];
  const checked = found.map((each) => each.getAttribute("aria-checked"));
  expect(checked).toEqual(["false", "true"]);
  expect(document.querySelectorAll("[role=menuitemradio] svg")).toHaveLength(1);
  expect(await press("ArrowDown", "ArrowDown")).toEqual(["start to start", "finish to start"]);
});

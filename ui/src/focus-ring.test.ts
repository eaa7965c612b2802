import { afterEach, expect, it } from "vitest";

import { followKeysInUse, meantByFocusVisible, showsRing } from "./focus-ring";

let stop = () => {};
afterEach(() => {
  stop();
  document.body.innerHTML = "";
});

const press = (key: string) => window.dispatchEvent(new KeyboardEvent("keydown", { key }));

it("shows what has the focus from a key until the pointer is pressed", () => {
  stop = followKeysInUse();
  const cell = document.body.appendChild(document.createElement("div"));
  cell.tabIndex = 0;
  cell.focus();
  const isMarked = () => document.documentElement.hasAttribute("data-keys");
  press("Control");
  expect(isMarked()).toBe(false);
  press("ArrowDown");
  expect([isMarked(), showsRing(cell)]).toEqual([true, true]);
  cell.blur();
  expect(showsRing(cell)).toBe(false);
  window.dispatchEvent(new Event("pointerdown"));
  expect(isMarked()).toBe(false);
});

it("means the same in every style sheet", () => {
  expect(meantByFocusVisible(".row:focus-visible .lead")).toBe(
    ".row:is(:focus-visible, :where([data-keys]) :focus) .lead",
  );
  expect(meantByFocusVisible(".row:focus")).toBe(".row:focus");
});

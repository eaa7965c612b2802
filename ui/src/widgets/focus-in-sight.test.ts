import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { settle } from "../screens/fakes";
import { keepsFocusInSight } from "./focus-in-sight";

let panel: HTMLElement;
let field: HTMLInputElement;
let stop: () => void;
const shown = vi.fn();

beforeEach(() => {
  shown.mockClear();
  panel = document.body.appendChild(document.createElement("div"));
  field = panel.appendChild(document.createElement("input"));
  field.scrollIntoView = shown;
  stop = keepsFocusInSight(panel);
});
afterEach(() => {
  stop();
  panel.remove();
});

/** Something that was asked for has come in above the field. */
async function comeIn(): Promise<number> {
  shown.mockClear();
  panel.prepend(document.createElement("p"));
  await settle();
  return shown.mock.calls.length;
}

it("keeps what has the focus in sight until somebody scrolls or presses elsewhere", async () => {
  expect(await comeIn()).toBe(0);
  field.focus();
  expect(await comeIn()).toBe(1);
  expect(shown).toHaveBeenCalledWith({ block: "nearest" });
  for (const type of ["wheel", "pointerdown"]) {
    panel.dispatchEvent(new Event(type));
    expect(await comeIn()).toBe(0);
    field.blur();
    field.focus();
    expect(await comeIn()).toBe(1);
  }
  field.blur();
  expect(await comeIn()).toBe(0);
});

it("keeps what had the focus in sight when it came in itself", async () => {
  stop();
  field.focus();
  stop = keepsFocusInSight(panel);
  expect(await comeIn()).toBe(1);
});

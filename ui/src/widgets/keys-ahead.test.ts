import { afterEach, beforeEach, expect, it } from "vitest";

import { KeysAhead } from "./keys-ahead";

let ahead: KeysAhead;
let heard: string[];
const hear = ({ key }: KeyboardEvent) => void heard.push(key);
beforeEach(() => {
  ahead = new KeysAhead();
  heard = [];
  window.addEventListener("keydown", hear);
});
afterEach(() => {
  ahead.drop();
  window.removeEventListener("keydown", hear);
  document.body.replaceChildren();
});

function press(...keys: string[]): void {
  for (const key of keys)
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

/** A field with a name that has just come, all of it selected. */
async function field(html = "<input value='New feature'>"): Promise<HTMLInputElement> {
  document.body.innerHTML = html;
  const input = document.querySelector("input")!;
  input.focus();
  input.select();
  await Promise.resolve();
  return input;
}

it("types what was pressed before the field was there, and nobody else hears it", async () => {
  const entered: string[] = [];
  const waiting = ahead.during(() => Promise.resolve(true));
  press("G", "s", "Backspace", "o", "!", "Enter", "d");
  await waiting;
  document.body.addEventListener("keydown", ({ key }) => entered.push(key), { once: true });
  const input = await field();
  expect([input.value, heard, entered]).toEqual(["Go!", ["Enter"], ["Enter"]]);
  press("x");
  expect(heard).toEqual(["Enter", "x"]);
});

it("leaves the name as it is where nothing was typed", async () => {
  await ahead.during(() => Promise.resolve(true));
  expect((await field()).value).toBe("New feature");
});

it("waits for a text, not for a list or a box", async () => {
  await ahead.during(() => Promise.resolve(true));
  press("a");
  await field("<input type='checkbox'>");
  expect((await field()).value).toBe("a");
});

it("types into the field that has the focus already", async () => {
  const input = await field();
  input.setSelectionRange(11, 11);
  await ahead.during(() => {
    press("s");
    ahead.meet(input);
    return Promise.resolve(true);
  });
  expect(input.value).toBe("New features");
  press("x");
  expect(heard).toEqual(["x"]);
});

it("types over a number, which does not say what of it is selected", async () => {
  await ahead.during(() => Promise.resolve(true));
  press("1", "2");
  expect((await field("<input type='number' value='7'>")).value).toBe("12");
});

it.each([
  ["no field comes", () => ahead.during(() => Promise.resolve(false))],
  ["Esc is pressed", () => press("Escape")],
  [
    "something else is pressed",
    () => document.body.dispatchEvent(new Event("pointerdown", { bubbles: true })),
  ],
])("waits no more when %s", async (_, end) => {
  await ahead.during(() => Promise.resolve(true));
  press("a");
  await end();
  press("b");
  expect(heard).toEqual(["b"]);
  expect((await field()).value).toBe("New feature");
});

it("waits no more when bringing up the field fails", async () => {
  await expect(ahead.during(() => Promise.reject(new Error("No.")))).rejects.toThrow("No.");
  press("b");
  expect(heard).toEqual(["b"]);
});

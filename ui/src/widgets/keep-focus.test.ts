import { afterEach, expect, it, vi } from "vitest";

import { keepsFocus } from "./keep-focus";

afterEach(() => (document.body.innerHTML = ""));

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const find = (css: string) => document.querySelector<HTMLElement>(css)!;
const at = () => document.activeElement?.id;

function open(onleft?: () => void) {
  document.body.innerHTML = `<section>
    <ul>${[1, 2, 3].map((row) => `<li id="row-${row}"><input id="name-${row}"><button id="delete-${row}"></button></li>`).join("")}</ul>
    <p>Words</p>
    <div><input id="add"></div>
  </section><button id="outside"></button>`;
  return keepsFocus(onleft)(find("section"));
}

it("goes on to the same place in the next row, then in the one before, then to what follows the list", async () => {
  open();
  find("#delete-2").focus();
  for (const [row, next] of [
    [2, "delete-3"],
    [3, "delete-1"],
  ] as const) {
    find(`#row-${row}`).remove();
    await settled();
    expect(at()).toBe(next);
  }
  find("ul").remove();
  await settled();
  expect(at()).toBe("add");
});

it("keeps the key that is still held from what has come in the place of what it was pressed for", async () => {
  open();
  find("#delete-1").focus();
  find("#row-1").remove();
  await settled();
  const isHeard = (repeat: boolean) =>
    find("#delete-2").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", repeat, cancelable: true }));
  expect([true, true, false, true].map(isHeard)).toEqual([false, false, true, true]);
});

it("leaves the focus where somebody has taken it", async () => {
  open();
  find("#delete-1").focus();
  find("#outside").focus();
  find("#row-1").remove();
  await settled();
  expect(at()).toBe("outside");

  find("#delete-2").focus();
  find("#delete-2").blur();
  await settled();
  find("#row-2").remove();
  await settled();
  expect(document.activeElement).toBe(document.body);
});

it("tells when all of it has left with the focus, and only then", async () => {
  const left = vi.fn();
  const stop = open(left);
  find("#outside").focus();
  find("#add").focus();
  find("section").remove();
  stop();
  await settled();
  expect(left).toHaveBeenCalledTimes(1);

  const stopAgain = open(left);
  find("#add").focus();
  find("#outside").focus();
  find("section").remove();
  stopAgain();
  await settled();
  expect(left).toHaveBeenCalledTimes(1);
});

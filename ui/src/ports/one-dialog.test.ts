import { expect, it, vi } from "vitest";

import type { Desktop } from "./backend";
import { oneDialog } from "./one-dialog";

function open() {
  const answers: ((path: string | null) => void)[] = [];
  let close: () => Promise<boolean> = () => Promise.reject(new Error("nobody asks"));
  const desktop = oneDialog({
    chooseFile: () => new Promise((resolve) => answers.push(resolve)),
    chooseTarget: () => new Promise((resolve) => answers.push(resolve)),
    onClose: (mayClose: () => Promise<boolean>) => (close = mayClose),
  } as unknown as Desktop);
  desktop.onClose(() => Promise.resolve(true));
  return { desktop, answers, close: () => close() };
}

it("opens one file dialog at a time", async () => {
  const { desktop, answers } = open();
  const first = desktop.chooseTarget("Save plan as", "a.milepost", []);
  expect(await desktop.chooseFile("Open plan", [])).toBeNull();
  answers[0]!("/plans/b.milepost");
  expect(await first).toBe("/plans/b.milepost");
  const next = desktop.chooseFile("Open plan", []);
  answers[1]!("/plans/c.milepost");
  expect(await next).toBe("/plans/c.milepost");
});

it("keeps keys and presses from the page until the dialog is answered, and the window open", async () => {
  const { desktop, answers, close } = open();
  const pressed = vi.fn();
  const button = document.body.appendChild(document.createElement("button"));
  button.addEventListener("click", pressed);
  window.addEventListener("keydown", pressed);
  const doAll = () => {
    button.click();
    button.dispatchEvent(new KeyboardEvent("keydown", { key: "n", bubbles: true }));
    return pressed.mock.calls.length;
  };
  const chosen = desktop.chooseFile("Open plan", []);
  expect([doAll(), await close()]).toEqual([0, false]);
  answers[0]!(null);
  await chosen;
  expect([doAll(), await close()]).toEqual([2, true]);
});

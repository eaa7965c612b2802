import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { settle, show } from "../screens/fakes";
import Calendar from "./Calendar.svelte";

const onchoose = vi.fn();
let shown: ReturnType<typeof show>;
beforeEach(() => onchoose.mockReset());
afterEach(() => shown.leave());

const begin = (value: string) =>
  (shown = show(Calendar, {
    value,
    today: "2026-11-23",
    firstDayOfWeek: "monday" as const,
    onchoose,
    onclose() {},
  }));

const focused = () => document.activeElement?.getAttribute("aria-label");

it("begins on the day that is chosen, and goes by weeks", async () => {
  begin("2026-11-20");
  expect(focused()).toBe("Nov 20, 2026");
  await shown.press("[tabindex='0']", "ArrowDown");
  expect(focused()).toBe("Nov 27, 2026");
});

it("goes back two months by two presses of a button, which keeps the keyboard", async () => {
  begin("2026-11-20");
  const button = shown.find("[aria-label='Month before']");
  button.focus();
  for (let press = 0; press < 2; press++) {
    (document.activeElement as HTMLElement).click();
    await settle();
  }
  expect(onchoose).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(button);
  expect(shown.text()).toContain("September 2026");
});

it("takes the keyboard to the day after a month was chosen with the pointer", async () => {
  begin("2026-11-20");
  shown
    .find("[aria-label='Month after']")
    .dispatchEvent(new MouseEvent("click", { detail: 1, bubbles: true }));
  await settle();
  expect(focused()).toBe("Dec 20, 2026");
});

it("stays among the days that a plan takes", async () => {
  begin("2199-12-20");
  await shown.click("[aria-label='Month after']");
  expect(shown.text()).toContain("December 2199");
});

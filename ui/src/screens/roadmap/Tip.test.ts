import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { settle, show } from "../fakes";
import Tip from "./Tip.svelte";

let shown: ReturnType<typeof show>;
beforeEach(() => vi.useFakeTimers());
afterEach(async () => {
  await shown.leave();
  vi.useRealTimers();
});

const begin = () =>
  (shown = show(Tip, { tip: null, hovered: { name: "People, November 2026", x: 10, y: 10 } }));
const press = (key: string) => window.dispatchEvent(new KeyboardEvent("keydown", { key }));
async function rest(): Promise<void> {
  await vi.advanceTimersByTimeAsync(500);
  await settle();
}

it("names what the pointer rests on until a key is pressed that does something", async () => {
  begin();
  await rest();
  press("Shift");
  await settle();
  expect(shown.has("[role=tooltip]")).toBe(true);
  press("7");
  await settle();
  expect(shown.has("[role=tooltip]")).toBe(false);
});

it("does not come up over what has been typed before the pointer had rested long enough", async () => {
  begin();
  press("7");
  await rest();
  expect(shown.has("[role=tooltip]")).toBe(false);
});

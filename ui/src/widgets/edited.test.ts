import { expect, it, vi } from "vitest";

import { Edited } from "./edited.svelte";

const typedInto = (edited: Edited, value: string) =>
  edited.typed({ currentTarget: { value } } as Parameters<Edited["typed"]>[0]);

it("keeps what is typed once and shows why it was not taken until somebody types again", async () => {
  const keep = vi.fn(() => Promise.resolve("Too long."));
  const edited = new Edited(keep);
  await edited.finish();
  typedInto(edited, "a");
  await edited.finish();
  expect(keep.mock.calls).toEqual([["a"]]);
  expect([edited.draft, edited.refused]).toEqual([null, "Too long."]);
  typedInto(edited, "b");
  expect(edited.refused).toBe("");
});

it("does not lose what is typed while the last text is on its way", async () => {
  let done = (_: null) => {};
  const edited = new Edited(() => new Promise((resolve) => (done = resolve)));
  typedInto(edited, "a");
  const kept = edited.finish();
  typedInto(edited, "ab");
  done(null);
  await kept;
  expect(edited.draft).toBe("ab");
});

it("takes Esc for itself only while something is typed", () => {
  const edited = new Edited(() => Promise.resolve(null));
  const press = () => {
    const event = new KeyboardEvent("keydown", { key: "Escape", cancelable: true });
    edited.pressed(event);
    return event.defaultPrevented;
  };
  expect(press()).toBe(false);
  typedInto(edited, "a");
  expect([press(), edited.draft]).toEqual([true, null]);
});

import { expect, it, vi } from "vitest";

import { Edited } from "./edited.svelte";
import { isTaken } from "./taken";

const typedInto = (edited: Edited, value: string) =>
  edited.typed({ currentTarget: { value } } as Parameters<Edited["typed"]>[0]);

it("leaves what was not taken where it is, with the reason, until somebody types again or drops it", async () => {
  const keep = vi.fn(() => Promise.resolve("Too long."));
  const edited = new Edited(keep);
  await edited.finish();
  typedInto(edited, "a");
  await edited.finish();
  expect(keep.mock.calls).toEqual([["a", false]]);
  expect([edited.draft, edited.refused]).toEqual(["a", "Too long."]);
  typedInto(edited, "b");
  expect(edited.refused).toBe("");
  await edited.finish();
  edited.pressed(new KeyboardEvent("keydown", { key: "Escape" }));
  expect([edited.draft, edited.refused]).toEqual([null, ""]);
});

it("says nothing of a text that is another one by now", async () => {
  let done = (_: string) => {};
  const edited = new Edited(() => new Promise((resolve) => (done = resolve)));
  typedInto(edited, "a");
  const kept = edited.finish();
  typedInto(edited, "ab");
  done("Too short.");
  await kept;
  expect([edited.draft, edited.refused]).toEqual(["ab", ""]);
});

it("is waited for by who leaves its fields, which get the focus where one was not taken", async () => {
  let done = (_: string | null) => {};
  const edited = new Edited(() => new Promise((resolve) => (done = resolve)));
  const form = document.body.appendChild(document.createElement("form"));
  const field = form.appendChild(document.createElement("input"));
  typedInto(edited, "a");
  const kept = edited.finish().then(() => edited.refused && field.setAttribute("aria-invalid", "true"));
  const left = isTaken(form);
  done("Too long.");
  await kept;
  expect(await left).toBe(false);
  expect(document.activeElement).toBe(field);
  field.removeAttribute("aria-invalid");
  expect(await isTaken(form)).toBe(true);
  form.remove();
});

it("says of a text that another one is still on its way, or not shown yet", async () => {
  const shown: ((_?: unknown) => void)[] = [];
  const keep = vi.fn((_: string, _isAfterOther: boolean) => Promise.resolve(null));
  const edited = new Edited(keep, undefined, () => new Promise((resolve) => shown.push(resolve)));
  for (const text of ["a", "b"]) {
    typedInto(edited, text);
    await edited.finish();
  }
  for (const resolve of shown) resolve();
  await vi.waitFor(() => expect(edited.draft).toBeNull());
  typedInto(edited, "c");
  await edited.finish();
  expect(keep.mock.calls).toEqual([
    ["a", false],
    ["b", true],
    ["c", false],
  ]);
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

it("shows what was kept until the field has it, and keeps it once until then", async () => {
  let shown = (_?: unknown) => {};
  const keep = vi.fn(() => Promise.resolve(null));
  const edited = new Edited(keep, undefined, () => new Promise((resolve) => (shown = resolve)));
  typedInto(edited, "7 ");
  await edited.finish();
  await edited.finish();
  expect([edited.draft, keep.mock.calls]).toEqual(["7 ", [["7 ", false]]]);
  shown();
  await vi.waitFor(() => expect(edited.draft).toBeNull());
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

it("keeps a text once, by Enter and by leaving the field before the answer", async () => {
  let done = (_: null) => {};
  const keep = vi.fn(() => new Promise<null>((resolve) => (done = resolve)));
  const edited = new Edited(keep);
  typedInto(edited, "7");
  const kept = [edited.finish(), edited.finish()];
  done(null);
  await Promise.all(kept);
  await edited.finish();
  typedInto(edited, "7");
  void edited.finish();
  expect(keep).toHaveBeenCalledTimes(2);
});

it("leaves Esc to what it stands in while its text is being kept, which it does not take back", async () => {
  let done = (_: string | null) => {};
  const edited = new Edited(() => new Promise((resolve) => (done = resolve)));
  const takesEsc = () => {
    const event = new KeyboardEvent("keydown", { key: "Escape", cancelable: true });
    edited.pressed(event);
    return event.defaultPrevented;
  };
  typedInto(edited, "a");
  const kept = edited.finish();
  expect([takesEsc(), edited.draft]).toEqual([false, "a"]);
  done("Too long.");
  await kept;
  expect([takesEsc(), edited.draft]).toEqual([true, null]);
});

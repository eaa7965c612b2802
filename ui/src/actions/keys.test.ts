import { expect, it } from "vitest";

import { combinationsOf, writtenKeys } from "./keys";

/** The combination by the sign that is typed. */
const combinationOf = (event: KeyboardEvent, mac: boolean) => combinationsOf(event, mac)[0];

const event = (init: KeyboardEventInit) => new KeyboardEvent("keydown", init);

it("reads combinations the same way on every system", () => {
  expect(combinationOf(event({ key: "z", ctrlKey: true }), false)).toBe("Mod+Z");
  expect(combinationOf(event({ key: "Z", ctrlKey: true, shiftKey: true }), false)).toBe("Mod+Shift+Z");
  expect(combinationOf(event({ key: "z", metaKey: true }), true)).toBe("Mod+Z");
  expect(combinationOf(event({ key: "?", shiftKey: true }), false)).toBe("?");
  expect(combinationOf(event({ key: "ArrowLeft", altKey: true, shiftKey: true }), false)).toBe(
    "Alt+Shift+ArrowLeft",
  );
});

it("reads digits and letters with Alt by their place, whatever sign they type", () => {
  expect(combinationOf(event({ key: "¡", code: "Digit1", altKey: true }), true)).toBe("Alt+1");
  expect(combinationOf(event({ key: "å", code: "KeyA", altKey: true }), true)).toBe("Alt+A");
  expect(combinationOf(event({ key: "Dead", code: "KeyE", altKey: true }), true)).toBe("Alt+E");
  expect(combinationOf(event({ key: "4", code: "Digit4", altKey: true }), false)).toBe("Alt+4");
  expect(combinationOf(event({ key: "&", code: "Digit1" }), false)).toBe("&");
});

it.each([
  ["я", "KeyZ", { ctrlKey: true }, ["Mod+Я", "Mod+Z"]],
  ["Я", "KeyZ", { ctrlKey: true, shiftKey: true }, ["Mod+Shift+Z"]],
  ["т", "KeyN", {}, ["Т", "N"]],
  ["ω", "KeyV", {}, ["Ω", "V"]],
  // A sign that is written counts by itself first.
  ["/", "KeyQ", {}, ["/"]],
  ["ü", "BracketLeft", {}, ["Ü"]],
  // Dvorak and the like have other Latin letters there.
  ["o", "KeyS", { ctrlKey: true }, ["Mod+O"]],
])("reads “%s” at %s with %o as what stands there on most boards", (key, code, held, expected) => {
  expect(combinationsOf(event({ key, code, ...held }), false)).toEqual(expect.arrayContaining(expected));
  expect(combinationsOf(event({ key, code, ...held }), false).at(-1)).toBe(expected.at(-1));
});

it.each([
  ["&", {}, ["&", "1"]],
  ["&", { ctrlKey: true }, ["Mod+&", "Mod+1"]],
  ["1", { shiftKey: true }, ["1"]],
  ["1", { shiftKey: true, ctrlKey: true }, ["Mod+1"]],
  // On boards that type digits without Shift it types a sign.
  ["!", { shiftKey: true }, ["!"]],
  ["1", { shiftKey: true, altKey: true }, ["Alt+Shift+1"]],
])(
  "reads “%s” with %o on the key of the digit 1, on boards that have digits by Shift",
  (key, held, expected) => {
    expect(combinationsOf(event({ key, code: "Digit1", ...held }), false)).toEqual(expected);
  },
);

it("writes combinations as users read them", () => {
  expect(writtenKeys("Mod+Shift+Z", false)).toBe("Ctrl+Shift+Z");
  expect(writtenKeys("Mod+Shift+Z", true)).toBe("⌘⇧Z");
  expect(writtenKeys("Alt+ArrowLeft", false)).toBe("Alt+←");
});

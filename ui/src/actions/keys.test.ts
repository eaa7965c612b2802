import { expect, it } from "vitest";

import { combinationOf, writtenKeys } from "./keys";

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

it("writes combinations as users read them", () => {
  expect(writtenKeys("Mod+Shift+Z", false)).toBe("Ctrl+Shift+Z");
  expect(writtenKeys("Mod+Shift+Z", true)).toBe("⌘⇧Z");
  expect(writtenKeys("Alt+ArrowLeft", false)).toBe("Alt+←");
});

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

it("writes combinations as users read them", () => {
  expect(writtenKeys("Mod+Shift+Z", false)).toBe("Ctrl+Shift+Z");
  expect(writtenKeys("Mod+Shift+Z", true)).toBe("⌘⇧Z");
  expect(writtenKeys("Alt+ArrowLeft", false)).toBe("Alt+←");
});

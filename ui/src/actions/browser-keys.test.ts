import { expect, it } from "vitest";

import { isOfBrowsers } from "./browser-keys";

const isOne = (key: string, held: KeyboardEventInit = {}) =>
  isOfBrowsers(new KeyboardEvent("keydown", { key, ...held }));
const ctrlKey = true;
const shiftKey = true;

it.each([
  ["F5", {}],
  ["F5", { ctrlKey }],
  ["F5", { shiftKey }],
  ["r", { ctrlKey }],
  ["R", { ctrlKey, shiftKey }],
  ["p", { ctrlKey }],
  ["f", { ctrlKey }],
  ["g", { ctrlKey }],
  ["F3", {}],
  ["F3", { shiftKey }],
  ["s", { ctrlKey }],
])("knows %s with %o as a key of browsers", (key, held) => expect(isOne(key, held)).toBe(true));

it.each([
  ["r", {}],
  ["R", { shiftKey }],
  ["F2", {}],
  ["c", { ctrlKey }],
  ["v", { ctrlKey }],
  ["a", { ctrlKey }],
  ["z", { ctrlKey }],
  ["ArrowLeft", { ctrlKey }],
  ["Backspace", { ctrlKey }],
  ["Enter", {}],
])("leaves %s with %o to whom it is for", (key, held) => expect(isOne(key, held)).toBe(false));

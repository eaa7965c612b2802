import { beforeEach, describe, expect, it } from "vitest";

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
  ["к", { ctrlKey, code: "KeyR" }],
])("knows %s with %o as a key of browsers", (key, held) => expect(isOne(key, held)).toBe(true));

it.each([
  ["r", {}],
  ["R", { shiftKey }],
  ["F2", {}],
  ["v", { ctrlKey }],
  ["a", { ctrlKey }],
  ["z", { ctrlKey }],
  ["ArrowLeft", { ctrlKey }],
  ["Backspace", { ctrlKey }],
  ["Enter", {}],
])("leaves %s with %o to whom it is for", (key, held) => expect(isOne(key, held)).toBe(false));

describe("a key that copies", () => {
  const field = document.createElement("input");
  const copied = (from: Element) => {
    const event = new KeyboardEvent("keydown", { key: "c", ctrlKey, bubbles: true });
    from.dispatchEvent(event);
    return isOfBrowsers(event);
  };

  beforeEach(() => {
    field.value = "words";
    document.body.replaceChildren("more words", field);
    document.getSelection()?.removeAllRanges();
  });

  it("is kept from web views while nothing is selected", () => {
    field.setSelectionRange(2, 2);
    expect([copied(document.body), copied(field)]).toEqual([true, true]);
  });

  it("copies what is selected on the page", () => {
    document.getSelection()?.selectAllChildren(document.body);
    expect(copied(document.body)).toBe(false);
  });

  it("copies what is selected in a field", () => {
    field.setSelectionRange(1, 3);
    expect(copied(field)).toBe(false);
  });

  it("copies from a number, of which nobody can tell what is selected", () => {
    const number = document.createElement("input");
    number.type = "number";
    document.body.append(number);
    expect(copied(number)).toBe(false);
  });

  it("copies what is selected on the page while a box has the focus", () => {
    const box = document.createElement("input");
    box.type = "checkbox";
    document.body.append(box);
    expect(copied(box)).toBe(true);
    document.getSelection()?.selectAllChildren(document.body);
    expect(copied(box)).toBe(false);
  });
});

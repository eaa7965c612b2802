import { afterEach, expect, it } from "vitest";

import { fakeChart } from "../chart/fake-chart";
import { fakeMilepost, itemDetail } from "../screens/fakes";
import { actionFor } from ".";
import { isOwnKey } from "./own-keys";

afterEach(() => document.body.replaceChildren());

const { milepost } = fakeMilepost({ item: () => itemDetail });
milepost.selection.select(["i1"]);
milepost.chart = fakeChart([]);

/** The action that a key stands for while an element has the focus. */
function actionAt(html: string, key: string, held: KeyboardEventInit = {}): string | undefined {
  document.body.innerHTML = html;
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held });
  document.body.firstElementChild?.dispatchEvent(event);
  return actionFor(milepost, event, false)?.id;
}

it.each([
  "<button>Fit</button>",
  '<a href="#theme">Theme</a>',
  "<summary>Costs</summary>",
  '<div role="menuitem" tabindex="-1">Cut</div>',
  '<li role="option" tabindex="-1">Row</li>',
])("leaves Enter to %s", (html) => {
  expect(actionAt(html, "Enter")).toBeUndefined();
  expect(actionAt(html, "Enter", { shiftKey: true })).toBeUndefined();
  expect(actionAt(html, "Delete")).toBe("delete");
});

it("leaves the keys that walk to sliders and lists", () => {
  expect(actionAt('<div role="slider" tabindex="0"></div>', "Home")).toBeUndefined();
  expect(actionAt('<div role="listbox" tabindex="0"></div>', "Home")).toBeUndefined();
  // A bar walks by actions.
  const event = new KeyboardEvent("keydown", { key: "Home" });
  document.body.innerHTML = '<div role="button" tabindex="0" data-item="i1"></div>';
  document.body.firstElementChild!.dispatchEvent(event);
  expect(isOwnKey(event)).toBe(false);
});

it("takes Enter on a bar, which only a screen reader takes for a button", () => {
  expect(actionAt('<div role="button" tabindex="0" data-item="i1"></div>', "Enter")).toBe("inspect");
  expect(actionAt("<main></main>", "Enter")).toBe("inspect");
});

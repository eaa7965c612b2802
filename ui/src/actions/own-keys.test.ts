import { afterEach, expect, it } from "vitest";

import { fakeChart, thing } from "../chart/fake-chart";
import { Mirror } from "../chart/mirror";
import type { Picture } from "../chart/picture";
import { isTyping } from "../gestures/hands";
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
});

it("takes all keys on a bar, which only a screen reader takes for something in a list", () => {
  const mirror = new Mirror(document.body.appendChild(document.createElement("div")), () => {});
  const visible = { x: 0, y: 0, width: 500, height: 500 };
  mirror.update({ reachable: [thing("item", "i1", 0, 0)] } as unknown as Picture, visible);
  const bar = mirror.root.querySelector("[data-item]")!;
  const isKept = (key: string) => {
    const event = new KeyboardEvent("keydown", { key });
    bar.dispatchEvent(event);
    return isOwnKey(event);
  };
  expect(["Enter", " ", "Home", "End", "PageUp", "PageDown", "ArrowLeft"].filter(isKept)).toEqual([]);
});

it("takes Enter where nothing has the focus", () => {
  expect(actionAt("<main></main>", "Enter")).toBe("inspect");
});

it.each(["<select></select>", "<input type='checkbox'>", "<input type='range'>", "<input type='radio'>"])(
  "takes from %s the keys that only a text has a use for, and leaves it the plain ones",
  (html) => {
    const pressed = (key: string, ctrlKey: boolean) => {
      document.body.innerHTML = html;
      const event = new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true });
      document.body.firstElementChild!.dispatchEvent(event);
      return actionFor(milepost, event, isTyping(event.target))?.id;
    };
    expect([pressed("d", true), pressed("c", true), pressed("a", true)]).toEqual([
      "duplicate",
      "copy",
      "select-all",
    ]);
    expect([pressed("d", false), pressed("ArrowLeft", false), pressed("Delete", false)]).toEqual(
      Array(3).fill(undefined),
    );
  },
);

it("leaves the keys that edit a text to texts, in every script", () => {
  for (const html of ["<input>", "<input type='number'>", "<textarea></textarea>"]) {
    document.body.innerHTML = html;
    for (const [key, code] of [
      ["d", "KeyD"],
      ["в", "KeyD"],
    ] as const) {
      const event = new KeyboardEvent("keydown", { key, code, ctrlKey: true, bubbles: true });
      document.body.firstElementChild!.dispatchEvent(event);
      expect(actionFor(milepost, event, isTyping(event.target))).toBeUndefined();
    }
  }
});

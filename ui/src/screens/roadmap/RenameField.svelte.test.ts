import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { actionNamed } from "../../actions";
import type { Area } from "../../chart/geometry";
import { fakeChart, thing } from "../../chart/fake-chart";
import type { Placed } from "../../chart/part";
import { type Answers, fakeMilepost, itemDetail, patch, refusal, settle, show } from "../fakes";
import RenameField from "./RenameField.svelte";

const FIELD = "[data-field=rename]";
const bar = thing("item", "i1", 300, 40);

let shown: ReturnType<typeof show>;
beforeEach(() => document.body.replaceChildren());
afterEach(() => shown.leave());

/** A field over a chart on which `bars` are near what is in sight, which is 1000 points wide. */
function begin(answers: Answers = {}) {
  const near = [bar];
  const fake = fakeMilepost({
    item: () => itemDetail,
    apply: () => patch,
    place: () => [300, 40, 100, 14],
    ...answers,
  });
  const { milepost } = fake;
  milepost.chart = Object.assign(fakeChart(near), {
    visible: { x: 250, y: 0, width: 1000, height: 500 },
    onScreen: (area: Area) => ({ ...area, x: area.x - 250 + 176 }),
    painted: () => Promise.resolve(),
  });
  milepost.selection.select(["i1"]);
  const props = $state({ milepost, moved: 0 });
  shown = show(RenameField, props);
  return { ...fake, near, props, shown };
}

it("is there once the bar is in sight, on the bar, inside of the timeline", async () => {
  const { milepost, shown } = begin();
  const reveal = vi.spyOn(milepost.chart!, "reveal");
  await actionNamed("rename").run(milepost);
  await settle();
  expect(reveal).toHaveBeenCalledWith({ x: 300, y: 40, width: 100, height: 14 });
  const field = shown.find<HTMLInputElement>(FIELD);
  expect([field.value, field.style.left, field.style.width]).toEqual(["Report templates", "50px", "200px"]);
  const { left, width } = field.parentElement!.style;
  expect([left, width]).toEqual(["176px", "1000px"]);
  expect(document.activeElement).toBe(field);
});

it("covers the name that stands beside a short bar", async () => {
  const { milepost, shown } = begin();
  const name = {
    node: { key: "item:i1/name", shape: { text: {} } },
    bounds: { ...bar.bounds, x: 406, width: 210 },
  };
  milepost.chart!.partsOf = () => [name as Placed];
  await milepost.rename("i1");
  await settle();
  const { left, width } = shown.find<HTMLInputElement>(FIELD).style;
  expect([left, width]).toEqual(["50px", "322px"]);
});

it("gives the item the new name by Enter, and the keyboard back to its bar", async () => {
  const { milepost, shown, asked } = begin();
  await milepost.rename("i1");
  await settle();
  shown.find<HTMLInputElement>(FIELD).value = "Templates";
  await shown.press(FIELD, "Enter");
  const edit = { field: "title", value: "Templates" };
  expect(asked("apply")).toEqual([{ operation: { operation: "edit_items", ids: ["i1"], edit } }]);
  expect([shown.has(FIELD), milepost.renaming]).toEqual([false, null]);
  expect(milepost.chart?.mirror.focused?.id).toBe("i1");
});

it("comes back with a name that was refused after Enter, and lets it be copied by who has gone on", async () => {
  const apply = () => {
    throw refusal("file", "Another program is using the plan.");
  };
  const { milepost, shown } = begin({ apply });
  await milepost.rename("i1");
  await settle();
  shown.find<HTMLInputElement>(FIELD).value = "Templates";
  await shown.press(FIELD, "Enter");
  await settle();
  expect(shown.find<HTMLInputElement>(FIELD).value).toBe("Templates");
  expect(document.activeElement).toBe(shown.find(FIELD));

  const copied = vi.spyOn(milepost.desktop, "copyText");
  shown.find(FIELD).blur();
  await settle();
  expect(shown.has(FIELD)).toBe(false);
  milepost.notices.notices.at(-1)?.action?.run();
  expect(copied).toHaveBeenCalledWith("Templates");
});

it("changes nothing by Esc, or where the name is what it was", async () => {
  const { milepost, shown, asked } = begin();
  for (const key of ["Escape", "Enter"]) {
    await milepost.rename("i1");
    await settle();
    if (key === "Escape") shown.find<HTMLInputElement>(FIELD).value = "Templates";
    await shown.press(FIELD, key);
  }
  expect([asked("apply"), milepost.renaming]).toEqual([[], null]);
});

it("keeps what is typed when it is left, and leaves the focus where that went", async () => {
  const { milepost, shown, asked } = begin();
  await milepost.rename("i1");
  await settle();
  await shown.type(FIELD, "Templates");
  expect(asked("apply")).toHaveLength(1);
  expect([milepost.renaming, milepost.chart?.mirror.focused]).toEqual([null, null]);
});

it("is over when its bar has scrolled away, and does not come back with it", async () => {
  const { milepost, near, props, shown, asked } = begin();
  await milepost.rename("i1");
  await settle();
  shown.find<HTMLInputElement>(FIELD).value = "Templates";
  near.pop();
  props.moved += 1;
  await settle();
  expect([shown.has(FIELD), milepost.renaming, asked("apply").length]).toEqual([false, null, 1]);
  near.push(bar);
  props.moved += 1;
  await settle();
  expect(shown.has(FIELD)).toBe(false);
});

it("does not wait for a bar that is not there", async () => {
  const { milepost, near, shown } = begin();
  near.pop();
  await milepost.rename("i1");
  await settle();
  expect([shown.has(FIELD), milepost.renaming]).toEqual([false, null]);
});

it("lets go of the keys that were kept for it where the name cannot be had", async () => {
  const { milepost, shown } = begin({
    item: () => Promise.reject(refusal("file", "The plan cannot be read.")),
  });
  await milepost.keysAhead.during(() => milepost.rename("i1"));
  await settle();
  expect([shown.has(FIELD), milepost.renaming]).toEqual([false, null]);
  const pressed = new KeyboardEvent("keydown", { key: "a", bubbles: true, cancelable: true });
  document.body.dispatchEvent(pressed);
  expect(pressed.defaultPrevented).toBe(false);
});

it("leaves what waits in the tray to the inspector", async () => {
  const { milepost } = begin({ place: () => null });
  const title = document.body.appendChild(document.createElement("input"));
  title.dataset["field"] = "title";
  await actionNamed("rename").run(milepost);
  await settle();
  expect([milepost.renaming, milepost.selection.inspectorOpen]).toEqual([null, true]);
  expect(document.activeElement).toBe(title);
});

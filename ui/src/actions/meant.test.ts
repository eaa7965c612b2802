/** What an action is about where something else was selected a moment ago. */
import { afterEach, expect, it } from "vitest";

import type { AspectValue } from "../bindings/AspectValue";
import { fakeChart, thing } from "../chart/fake-chart";
import { type Answers, fakeMilepost, itemDetail, patch, settle } from "../screens/fakes";
import { moveFocus } from "../screens/roadmap/focus";
import { actionNamed, perform } from ".";

let drop: () => void = () => {};
afterEach(() => drop());

const themed = (value: string): AspectValue[] => [{ field: "theme", value }];

/** Two bars two lanes apart, each in an epic of its own. */
function begin(answers: Answers = {}) {
  const fake = fakeMilepost({
    item: ({ id }) => ({
      ...itemDetail,
      item: { ...itemDetail.item, id, title: id, theme: id === "x" ? null : "t2" },
      parent: { ...itemDetail.item, id: `epic of ${id}`, kind: "epic" },
    }),
    apply: () => patch,
    lanes: () =>
      ["t1", "t2", "t3", "t4"].map((theme, at) => {
        const lane = { by: "items", values: themed(theme) } as const;
        return { lane, top: 100 * at, height: 100 } as never;
      }),
    place: ({ id }) => [0, id === "x" ? 210 : 10, 100, 24],
    ...answers,
  });
  const { milepost } = fake;
  const chart = (milepost.chart = fakeChart([thing("item", "a", 0, 10), thing("item", "x", 0, 210)]));
  drop = () => chart.body.remove();
  return { ...fake, chart, focus: (id: string) => chart.mirror.focus({ entity: "item", id }) };
}

it.each([
  { action: "lane-down", operation: { ids: ["x", "a"], lane: themed("t4") } },
  { action: "move-later", operation: { ids: ["x", "a"] } },
  { action: "end-later", operation: { ids: ["x", "a"] } },
])("lets what has the focus lead what goes along: $action", async ({ action, operation }) => {
  const { milepost, asked, focus } = begin();
  milepost.selection.select(["a", "x"]);
  await settle();
  focus("x");
  perform(milepost, actionNamed(action));
  await settle();
  expect(asked("apply")).toMatchObject([{ operation }]);
});

it("collapses the epic of what has the focus", async () => {
  const { milepost, focus } = begin();
  milepost.selection.select(["a"]);
  await settle();
  focus("x");
  moveFocus(milepost, new KeyboardEvent("keydown", { key: "C", code: "KeyC", shiftKey: true }));
  expect(
    [actionNamed("collapse-epic"), actionNamed("schedule")].map((each) => each.available(milepost)),
  ).toEqual([false, false]);
  await settle();
  expect(milepost.view.settings.collapsed_epics).toEqual(["epic of x"]);
});

it.each([
  { selected: [], theme: "t1" },
  { selected: ["x"], theme: null },
  { selected: ["a"], theme: "t2" },
])("adds a feature beside $selected with the theme $theme", async ({ selected, theme }) => {
  const { milepost, asked } = begin();
  milepost.chart = null;
  milepost.selection.select(["a"]);
  await settle();
  // Its details are not there yet.
  milepost.selection.select(selected);
  perform(milepost, actionNamed("add-feature"));
  await settle();
  expect(asked("apply")).toMatchObject([{ operation: { operation: "add_item", item: { theme } } }]);
});

it("selects all in the lane of what has the focus", async () => {
  const { milepost, asked, chart, focus } = begin({ shown: () => ["x"] });
  chart.laneAt = (y) => ({
    lane: { by: "items", values: themed(y < 100 ? "t1" : "t3") },
    bounds: { x: 0, y: 0, width: 9, height: 9 },
  });
  milepost.selection.select(["a", "x"]);
  await settle();
  focus("x");
  perform(milepost, actionNamed("select-lane"));
  await settle();
  expect(asked("shown")).toMatchObject([{ lane: { values: themed("t3") } }]);
});

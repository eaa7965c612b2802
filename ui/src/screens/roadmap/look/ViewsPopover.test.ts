import { afterEach, beforeEach, expect, it } from "vitest";

import type { View } from "../../../bindings/View";
import { movingChart } from "../../../chart/fake-chart";
import { usualView } from "../../../state/look";
import { type Answers, fakeMilepost, patch, planState, refusal, settle, show } from "../../fakes";
import ViewsPopover from "./ViewsPopover.svelte";

let shown: ReturnType<typeof show>;
beforeEach(() => localStorage.clear());
afterEach(() => shown.leave());

const board: View = {
  id: "v1",
  name: "Board review",
  settings: { ...usualView, lanes_by: "status", kinds: ["epic"] },
  range: { first: "2027-01-01", last: "2027-01-10" },
  rank: 1,
};
const plain: View = { ...board, id: "v2", name: "Plain", range: null, rank: 2 };

function begin(views: View[], answers: Answers = {}) {
  const fake = fakeMilepost(answers);
  // A hundred points per day, so that it shows ten days.
  const chart = movingChart({ x: 2_000_000, y: 40 }, 100);
  fake.milepost.plan.state = { ...planState, views };
  fake.milepost.chart = chart.asChart;
  shown = show(ViewsPopover, { milepost: fake.milepost });
  return { ...fake, chart };
}

/** The plan after an operation. */
const after = (views: View[]) => ({ ...patch, state: { ...patch.state, views } });
const button = () => shown.find("[data-popover=views]").textContent.trim();

it("shows a view that is chosen, at its days, and the usual one again", async () => {
  const { milepost, chart } = begin([board, plain]);
  expect(button()).toBe("Views");
  await shown.click("[data-popover=views]");
  expect(shown.find("[data-view=usual]").getAttribute("aria-pressed")).toBe("true");
  await shown.click("[data-view=v1]");
  expect(button()).toBe("Board review");
  expect(shown.has("[data-panel=views]")).toBe(false);
  expect(milepost.view.settings).toEqual(board.settings);
  expect(chart.refreshed).toBeGreaterThan(0);
  // 1 January 2027 is day 20819; ten days fill the thousand points.
  expect(chart).toMatchObject({ scale: 100, visible: { x: 2_081_900, y: 40 } });

  await shown.click("[data-popover=views]");
  await shown.click("[data-view=v2]");
  expect(chart.visible.x).toBe(2_081_900);
  await shown.click("[data-popover=views]");
  await shown.click("[data-view=usual]");
  expect(milepost.view.settings).toEqual(usualView);
  expect(button()).toBe("Views");
});

it("saves what is looked at as a new view, with the days in sight, and says why not", async () => {
  let taken = true;
  const { milepost, asked } = begin([], {
    apply({ operation }) {
      if (taken) throw refusal("rule", "There is a view of that name already.");
      if (operation.operation !== "add_view") throw new Error("Something else was asked.");
      return after([{ ...operation.view, rank: 1 }]);
    },
  });
  milepost.view.change({ lanes_by: "owner" });
  await shown.click("[data-popover=views]");
  await shown.click("[data-action=save-view]");
  expect((document.activeElement as HTMLElement).dataset["field"]).toBe("view-name");
  expect(shown.find("[data-action=keep-view-name]")).toHaveProperty("disabled", true);
  await shown.type("[data-field=view-name]", " By people ");
  await shown.click("[data-action=keep-view-name]");
  expect(shown.text()).toContain("There is a view of that name already.");
  taken = false;
  await shown.click("[data-action=keep-view-name]");
  expect(asked("apply").at(-1)?.operation).toMatchObject({
    view: {
      name: "By people",
      settings: { ...usualView, lanes_by: "owner" },
      range: { first: "2024-10-04", last: "2024-10-13" },
    },
  });
  expect(button()).toBe("By people");
  expect(shown.has("[data-field=view-edited]")).toBe(false);
});

it("says that a view was changed, and saves that as one operation", async () => {
  const { milepost, asked } = begin([board], { apply: () => after([board]) });
  milepost.view.choose(board);
  await settle();
  expect(shown.has("[data-field=view-edited]")).toBe(false);
  milepost.view.change({ lanes_by: "owner" });
  await settle();
  expect(shown.has("[data-field=view-edited]")).toBe(true);
  await shown.click("[data-popover=views]");
  expect(shown.find("[data-view=v1]").textContent).toContain("Edited");
  await shown.click("[data-action=save-view-changes]");
  const edited = { ...board.settings, lanes_by: "owner" };
  const days = { first: "2024-10-04", last: "2024-10-13" };
  expect(asked("apply").map(({ operation }) => operation)).toEqual([
    {
      operation: "batch",
      label: "Save view",
      operations: [
        { operation: "edit_view", id: "v1", edit: { field: "settings", value: edited } },
        { operation: "edit_view", id: "v1", edit: { field: "range", value: days } },
      ],
    },
  ]);
});

it("renames a view, and Esc in the field leaves it as it was", async () => {
  const { milepost, asked } = begin([board], { apply: () => after([{ ...board, name: "Board" }]) });
  milepost.view.choose(board);
  await shown.click("[data-popover=views]");
  await shown.click("[data-action=rename-view]");
  await shown.press("[data-field=view-name]", "Escape");
  expect(shown.has("[data-field=view-name]")).toBe(false);
  expect(shown.has("[data-panel=views]")).toBe(true);
  await shown.click("[data-action=rename-view]");
  await shown.type("[data-field=view-name]", "Board");
  await shown.click("[data-action=keep-view-name]");
  expect(asked("apply").map(({ operation }) => operation)).toEqual([
    { operation: "edit_view", id: "v1", edit: { field: "name", value: "Board" } },
  ]);
  expect(button()).toBe("Board");
});

it("deletes a view without moving the screen, and undo brings it back as the chosen one", async () => {
  const { milepost, asked } = begin([board], { apply: () => after([]), undo: () => after([board]) });
  milepost.view.choose(board);
  await shown.click("[data-popover=views]");
  await shown.click("[data-action=delete-view]");
  expect(asked("apply")[0]?.operation).toEqual({ operation: "delete_view", id: "v1" });
  expect(button()).toBe("Views");
  expect(milepost.view.settings).toEqual(board.settings);
  expect(document.activeElement).toBe(shown.find("[data-popover=views]"));

  const [notice] = milepost.notices.notices;
  expect(notice?.message).toBe("Deleted the view “Board review”.");
  notice?.action?.run();
  await settle();
  expect(button()).toBe("Board review");
  expect(milepost.edited).toBe(false);
});

it("lets views be chosen but not changed in a plan that can only be read", async () => {
  const { milepost } = begin([board]);
  milepost.plan.state = { ...milepost.plan.state!, read_only: true };
  milepost.view.choose(board);
  await shown.click("[data-popover=views]");
  for (const action of ["save-view", "save-view-changes", "rename-view", "delete-view"])
    expect(shown.find(`[data-action=${action}]`)).toHaveProperty("disabled", true);
  expect(shown.find("[data-view=usual]")).toHaveProperty("disabled", false);
});

it("is walked through by the arrows as a menu is, and leaves them to a field", async () => {
  begin([board, plain]);
  await shown.click("[data-popover=views]");
  const at = () => {
    const { view, action, field } = (document.activeElement as HTMLElement).dataset;
    return view ?? action ?? field;
  };
  const press = (key: string) =>
    document.activeElement!.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
    );
  const reached = ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "Home", "End"].map(
    (key) => {
      press(key);
      return at();
    },
  );
  expect(reached).toEqual(["v1", "v2", "save-view", "usual", "save-view", "usual", "save-view"]);
  await shown.click("[data-action=save-view]");
  expect(at()).toBe("view-name");
  expect(press("Home")).toBe(true);
});

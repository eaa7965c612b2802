import { beforeEach, expect, it, vi } from "vitest";

import { movingChart } from "../chart/fake-chart";
import { fakeMilepost, itemDetail, patch, planState } from "../screens/fakes";
import { REST } from "../state/following.svelte";
import { keepLook, readLook } from "../state/kept-look";
import { usualView } from "../state/look";
import { SCREENS } from "../state/screen.svelte";
import { actionNamed, actions, perform } from "./index";
import { daysInSight, showInSight } from "./days-in-sight";
import { viewActions } from "./views";

beforeEach(() => localStorage.clear());

it("has no two actions of one name or one key", () => {
  const ids = actions.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { name } of SCREENS) {
    const keys = actions.flatMap(({ keys: each, screen = name }) => (screen === name ? each : []));
    expect(new Set(keys).size).toBe(keys.length);
  }
});

it("changes what is shown by name", () => {
  const { milepost } = fakeMilepost({});
  const act = (id: string) => perform(milepost, actionNamed(id));
  act("lanes-by-owner");
  act("toggle-bug");
  act("toggle-feature");
  act("toggle-milestones");
  act("toggle-dependencies");
  expect(milepost.view.settings).toEqual({
    ...usualView,
    lanes_by: "owner",
    kinds: ["bug"],
    show_milestones: false,
    show_dependencies: false,
  });
  act("lanes-by-nothing");
  act("show-all-kinds");
  expect(milepost.view.settings).toMatchObject({ lanes_by: null, kinds: { length: 5 } });
  act("filter");
  expect(milepost.view.panel).toBe("filter");
  expect(actionNamed("clear-filter").available(milepost)).toBe(false);
  milepost.view.filter({ text: "report" });
  act("clear-filter");
  expect(milepost.view.filtering).toBe(false);
});

it("lists the saved views by name", () => {
  const { milepost } = fakeMilepost({});
  const settings = { ...usualView, lanes_by: "kind" as const };
  const view = { id: "v1", name: "Board review", settings, range: null, rank: 1 };
  milepost.plan.state = { ...planState, views: [view] };
  const [action] = viewActions(milepost);
  expect(action?.label).toBe("View: Board review");
  perform(milepost, action!);
  expect(milepost.chosenView).toEqual(view);
  perform(milepost, actionNamed("usual-view"));
  expect(milepost.view.settings).toEqual(usualView);
});

it("opens the baselines of a plan that can only be read, but takes none there", () => {
  const { milepost } = fakeMilepost({});
  perform(milepost, actionNamed("take-baseline"));
  expect(milepost.dialogs.open).toEqual({ kind: "baselines", taking: true });
  milepost.dialogs.close();
  milepost.plan.state = { ...planState, read_only: true };
  perform(milepost, actionNamed("take-baseline"));
  expect(milepost.dialogs.open).toBeNull();
  perform(milepost, actionNamed("baselines"));
  expect(milepost.dialogs.open).toEqual({ kind: "baselines", taking: false });
});

it("shows the same days again that were in sight, time after time", () => {
  const chart = movingChart({ x: 54_321.7, width: 1063 }, 2.613);
  const days = daysInSight(chart);
  showInSight(chart.asChart, days!);
  expect(daysInSight(chart)).toEqual(days);
  expect(chart.scale).toBeCloseTo(2.613, 1);
  expect(daysInSight({ ...chart, visible: { ...chart.visible, width: 0 } })).toBeNull();
});

it("looks at a copy as at the plan that it was saved from", async () => {
  const { milepost } = fakeMilepost(
    { save_as: ({ path }) => ({ ...planState, path }) },
    { chooseTarget: () => Promise.resolve("/plans/copy.milepost") },
  );
  const look = { settings: { ...usualView, lanes_by: null }, chosen: null };
  keepLook(planState.path, look);
  await actionNamed("save-as").run(milepost);
  expect(readLook("/plans/copy.milepost")).toEqual(look);
});

it("goes round all that is placed too early, each once", async () => {
  const health = { conflicts: ["x", "x", "y", "x"], span: null, money: null };
  const { milepost } = fakeMilepost({ health: () => health as never, item: () => itemDetail });
  const next = actionNamed("next-conflict");
  expect(next.available(milepost)).toBe(false);
  vi.useFakeTimers();
  milepost.plan.show(planState);
  await vi.advanceTimersByTimeAsync(REST);
  vi.useRealTimers();
  const gone: string[] = [];
  for (let turn = 0; turn < 3; turn++) {
    await next.run(milepost);
    gone.push(...milepost.selection.items);
  }
  expect(gone).toEqual(["x", "y", "x"]);
});

it("tells what is deleted along with what holds it", async () => {
  let removed: string[] = [];
  const { milepost } = fakeMilepost({ apply: () => ({ ...patch, removed }), item: () => itemDetail });
  const told = async (ids: string[], held: string[]) => {
    removed = [...ids, ...held];
    milepost.selection.select(ids);
    await milepost.selection.ready;
    await actionNamed("delete").run(milepost);
    return milepost.notices.notices.at(-1)?.message;
  };
  const title = `“${itemDetail.item.title}”`;
  expect(await told(["i1"], [])).toBe(`Deleted ${title}.`);
  expect(await told(["i1"], ["i2"])).toBe(`Deleted ${title} and 1 item in it.`);
  expect(await told(["i1", "i2"], ["i3", "i4"])).toBe("Deleted 2 items and 2 items in them.");
});

it("keeps what is being typed before its screen goes", () => {
  const { milepost } = fakeMilepost({});
  const field = document.body.appendChild(document.createElement("input"));
  const left = vi.fn();
  field.addEventListener("blur", () => left(milepost.screen.current));
  field.focus();
  perform(milepost, actionNamed("screen-roadmap"));
  expect(document.activeElement).toBe(field);
  perform(milepost, actionNamed("screen-needs"));
  expect(left.mock.calls).toEqual([["roadmap"]]);
  field.remove();
});

import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { actionNamed } from "./actions";
import type { Operation } from "./bindings/Operation";
import type { Patch } from "./bindings/Patch";
import type { Chart } from "./chart/chart";
import { fakeMilepost, itemDetail, otherPlan, patch, planState, refusal, settle } from "./screens/fakes";
import { spokenSpan } from "./state/days";
import { REST } from "./state/following.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("counts what the view shows when the plan or the view has changed", async () => {
  const { milepost, asked } = fakeMilepost({
    tally: ({ kinds }) => ({ shown: 3 * kinds.length, waiting: kinds.length, left_out: 1 }),
  });
  milepost.plan.enter(patch);
  await vi.advanceTimersByTimeAsync(REST);
  expect(milepost.tally).toEqual({ shown: 3, waiting: 1, left_out: 1 });
  milepost.view.change({ kinds: ["epic", "feature"] });
  milepost.view.filter({ text: "report" });
  await vi.advanceTimersByTimeAsync(REST);
  expect(milepost.waiting).toBe(2);
  expect(asked("tally")).toHaveLength(2);
  expect(asked("tally")[1]?.filter.text).toBe("report");
});

it("says why counts could not be had", async () => {
  const { milepost } = fakeMilepost({
    health() {
      throw refusal("file", "The plan cannot be read.");
    },
    tally() {
      throw refusal("defect", "It cannot be counted.");
    },
  });
  milepost.plan.enter(patch);
  await vi.advanceTimersByTimeAsync(REST);
  const messages = milepost.notices.notices.map(({ message }) => message);
  expect(messages.toSorted()).toEqual(["It cannot be counted.", "The plan cannot be read."]);
});

it("knows nothing of a plan that has just been opened until it is counted", async () => {
  const { milepost } = fakeMilepost({});
  milepost.plan.enter(patch);
  await vi.advanceTimersByTimeAsync(REST);
  milepost.view.panel = "filter";
  milepost.plan.show(otherPlan);
  expect([milepost.tally, milepost.plan.health, milepost.view.panel]).toEqual([null, null, null]);
});

it("looks in the tray of another plan for nothing, and has the pointer on nothing of it", () => {
  const { milepost } = fakeMilepost({ customers: () => [], goals: () => [] });
  [milepost.view.traySearch, milepost.hovered] = ["Report templates", "i1"];
  milepost.plan.show(otherPlan);
  expect([milepost.view.traySearch, milepost.hovered]).toEqual(["", null]);
});

it("offers to take back what was done until something else is done", async () => {
  const { milepost, asked } = fakeMilepost({ undo: () => patch });
  milepost.tellUndoable("Deleted “A”.");
  milepost.notices.notices[0]?.action?.run();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked("undo")).toHaveLength(1);
  expect(milepost.notices.notices).toEqual([]);
});

it("says what was taken back by a message, as by the key for it", async () => {
  const { milepost } = fakeMilepost({ undo: () => ({ ...patch, label: "Delete feature" }) });
  milepost.tellUndoable("Deleted “A”.");
  milepost.notices.notices[0]?.action?.run();
  await vi.advanceTimersByTimeAsync(0);
  expect(milepost.notices.spoken?.text).toBe("Undid: Delete feature");
});

it("takes back by a message nothing but what that tells of, while something else is on its way to the file", async () => {
  let answer = { take: (_: Patch) => {}, refuse: (_: unknown) => {} };
  const { milepost, asked } = fakeMilepost({
    apply: () => new Promise((take, refuse) => (answer = { take, refuse })),
    undo: () => patch,
  });
  const nudge: Operation = { operation: "move_items", ids: ["b"], days: 1, lane: [] };
  const pressed = async (end: () => void) => {
    milepost.tellUndoable("Deleted “A”.");
    void milepost.commit(nudge);
    milepost.notices.notices.find(({ action }) => action?.label === "Undo")?.action?.run();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked("undo")).toEqual([]);
    end();
    await vi.advanceTimersByTimeAsync(0);
  };
  await pressed(() => answer.take(patch));
  expect(asked("undo")).toEqual([]);
  expect(milepost.notices.notices.map(({ message }) => message)).toEqual([
    "Something else has been done since.",
  ]);
  // What was refused has changed nothing.
  await pressed(() => answer.refuse(refusal("rule", "It cannot be moved.")));
  expect(asked("undo")).toHaveLength(1);
});

it("can undo the first change while it is on its way to the file", async () => {
  const { milepost } = fakeMilepost({ apply: () => Promise.resolve(patch) });
  const undo = actionNamed("undo");
  expect(undo.available(milepost)).toBe(false);
  const applied = milepost.plan.apply({ operation: "delete_items", ids: ["i1"] });
  expect(undo.available(milepost)).toBe(true);
  await applied;
  expect(undo.available(milepost)).toBe(false);
});

it("says at once what was done that needs no places to be asked for", async () => {
  const { milepost } = fakeMilepost({
    apply: () => ({ ...patch, label: "Delete feature" }),
    item: () => itemDetail,
  });
  milepost.selection.select(["i1"]);
  await milepost.commit({ operation: "delete_items", ids: ["i1"] });
  milepost.tellUndoable("Deleted “A”.");
  await vi.advanceTimersByTimeAsync(0);
  expect(milepost.notices.spoken?.text).toBe("Deleted “A”. Undo is offered.");
});

it("says where that stands which was moved, whatever is selected by then", async () => {
  const span = (id: string) => ({ first: id === "a" ? "2027-03-01" : "2029-05-01", last: "2029-05-31" });
  const { milepost } = fakeMilepost({
    apply: () => ({ ...patch, label: "Move feature", changed: ["a", "pushed"] }),
    item: ({ id }) => ({ ...itemDetail, item: { ...itemDetail.item, id }, span: span(id) }),
  });
  milepost.selection.select(["a"]);
  void milepost.commit({ operation: "move_items", ids: ["a"], days: 1, lane: [] });
  milepost.selection.select(["b"]);
  await vi.advanceTimersByTimeAsync(0);
  const { first, last } = span("a");
  expect(milepost.notices.spoken?.text).toBe(`Moved to ${spokenSpan(first, last)}, and 1 other with it`);
});

it("says that the view leaves a new item out, and shows it on demand", async () => {
  const { milepost } = fakeMilepost({
    apply: () => patch,
    item: () => itemDetail,
    place: ({ chart }) => (chart.view.kinds.includes("feature") ? [0, 0, 10, 10] : null),
  });
  const reveal = vi.fn();
  const mirror = { focus() {} };
  const [painted, refresh] = [async () => {}, () => {}];
  const chart = {
    scale: 1,
    sight: { from: 0, to: 100, top: 0 },
    refresh,
    reveal,
    painted,
    updateMirror() {},
    mirror,
  };
  milepost.chart = chart as unknown as Chart;
  milepost.view.change({ kinds: ["epic"] });
  await actionNamed("add-feature").run(milepost);
  expect(milepost.renaming).toBeNull();
  const [notice] = milepost.notices.notices;
  expect(notice?.message).toBe("It was added, but this view leaves it out.");
  notice?.action?.run();
  await vi.advanceTimersByTimeAsync(0);
  expect(reveal).toHaveBeenCalledTimes(1);

  await actionNamed("add-feature").run(milepost);
  expect(milepost.renaming).not.toBeNull();

  // Who leaves the roadmap before its name could be typed finds no field there later.
  milepost.renaming = null;
  chart.painted = async () => void (milepost.chart = null);
  await actionNamed("add-feature").run(milepost);
  expect(milepost.renaming).toBeNull();
});

it("leaves everything as it is where the plan is opened that is open, or goes on in a copy", async () => {
  const { milepost } = fakeMilepost({
    open_plan: () => ({ ...planState, revision: 2 }),
    item: () => itemDetail,
  });
  milepost.screen.current = "needs";
  milepost.inbox.entry.text = "Half a";
  milepost.selection.select(["i1"]);
  expect(await milepost.open(planState.path)).toBe(true);
  milepost.plan.show({ ...planState, path: "/plans/copy.milepost", revision: 2 });
  expect(milepost.plan.state).toMatchObject({ path: "/plans/copy.milepost", revision: 2 });
  expect([milepost.screen.current, milepost.inbox.entry.text, milepost.selection.only]).toEqual([
    "needs",
    "Half a",
    "i1",
  ]);
  await milepost.open("/elsewhere/../plans/insights.milepost");
  expect(milepost.notices.notices[0]?.message).toBe("“insights.milepost” is open already.");
});

it("takes no late answer for news of the plan that is open by then", async () => {
  let answer = () => {};
  const { milepost } = fakeMilepost({ apply: () => new Promise((done) => (answer = () => done(patch))) });
  const kept = milepost.commit({ operation: "delete_items", ids: ["i1"] });
  milepost.plan.show(otherPlan);
  answer();
  await kept;
  expect(milepost.plan.state).toEqual(otherPlan);
});

it("offers to open a plan again that another program has changed, and is done with it then", async () => {
  const { milepost, asked } = fakeMilepost({
    apply: () => Promise.reject(refusal("changed_elsewhere", "It was changed by another program.")),
    open_plan: () => ({ ...planState, opening: planState.opening + 1 }),
  });
  await milepost.commit({ operation: "delete_items", ids: ["i1"] });
  const [notice] = milepost.notices.notices;
  expect([notice?.action?.label, milepost.plan.unsaved]).toEqual(["Open it again", true]);
  notice?.action?.run();
  await settle();
  expect(asked("open_plan")).toEqual([{ path: planState.path }]);
  expect([milepost.notices.notices, milepost.plan.unsaved]).toEqual([[], false]);
});

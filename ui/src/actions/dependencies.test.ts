import { describe, expect, it } from "vitest";

import type { Related } from "../bindings/Related";
import type { Schedule } from "../bindings/Schedule";
import type { Span } from "../bindings/Span";
import type { Tie } from "../bindings/Tie";
import type { WorkItem } from "../bindings/WorkItem";
import type { Milepost } from "../milepost.svelte";
import { fakeMilepost, itemDetail, patch, planState, settle } from "../screens/fakes";
import { openDependency, showDrawn } from "./dependencies";
import { actionNamed, perform } from "./index";

const from = (first: string): Schedule => ({ kind: "dated", first, last: "2027-12-31" });
/** The last is an epic with features in it, which has days of its own that nobody is shown. */
const SCHEDULES: Record<string, Schedule> = {
  late: from("2027-05-01"),
  early: from("2027-02-01"),
  waiting: { kind: "none" },
  epic: from("2029-01-01"),
};
const SPANS: Record<string, Span> = { epic: { first: "2027-01-04", last: "2027-03-31" } };
const spanOf = (id: string): Span | null => {
  const schedule = SCHEDULES[id];
  return SPANS[id] ?? (schedule?.kind === "dated" ? schedule : null);
};

const plan = () =>
  fakeMilepost({
    item: ({ id }) => ({
      ...itemDetail,
      item: { ...itemDetail.item, id, title: id, schedule: SCHEDULES[id]! },
      span: spanOf(id),
    }),
    apply: () => patch,
  });

it.each([
  { selected: ["late", "early"], predecessor: "early", successor: "late" },
  { selected: ["waiting", "late"], predecessor: "late", successor: "waiting" },
  { selected: ["late", "epic"], predecessor: "epic", successor: "late" },
])("lets $successor wait for $predecessor", async ({ selected, predecessor, successor }) => {
  const { milepost, asked } = plan();
  milepost.selection.select(selected);
  perform(milepost, actionNamed("link-selected"));
  await settle();
  expect(asked("apply")).toMatchObject([
    { operation: { operation: "link", dependency: { predecessor, successor, kind: "finish_to_start" } } },
  ]);
  expect(milepost.notices.notices[0]?.message).toBe(`“${successor}” waits for “${predecessor}” now.`);
});

it("lets each of several wait for the one that starts before it, in one step", async () => {
  const { milepost, asked } = plan();
  const link = (predecessor: string, successor: string) => ({
    operation: "link",
    dependency: { predecessor, successor },
  });
  milepost.selection.select(["waiting", "late", "early"]);
  perform(milepost, actionNamed("link-selected"));
  await settle();
  expect(asked("apply")).toMatchObject([
    { operation: { operation: "batch", operations: [link("early", "late"), link("late", "waiting")] } },
  ]);
  milepost.selection.select(Array.from({ length: 51 }, (_, at) => `i${at}`));
  perform(milepost, actionNamed("link-selected"));
  await settle();
  expect(asked("apply")).toHaveLength(1);
  expect(milepost.notices.notices.at(-1)?.message).toBe("At most 50 are linked at once; 51 are selected.");
});

describe("where the view hides dependencies", () => {
  const hidden = (changed: object = {}) => {
    const { milepost } = plan();
    milepost.view.change({ show_dependencies: false, ...changed });
    return milepost;
  };
  const shows = (milepost: Milepost) => milepost.view.settings.show_dependencies;
  const told = (milepost: Milepost) => milepost.notices.notices.map(({ message }) => message);

  it("shows them again with one that is drawn, says so and offers to hide them", () => {
    const milepost = hidden();
    showDrawn(milepost);
    expect([shows(milepost), told(milepost)]).toEqual([true, ["Dependencies are shown again."]]);
    showDrawn(milepost);
    expect(told(milepost)).toHaveLength(1);
    milepost.notices.notices[0]?.action?.run();
    expect(shows(milepost)).toBe(false);
  });

  it("shows them again with one that is made by name, where there is a timeline to show them on", async () => {
    const link = async (milepost: Milepost) => {
      milepost.selection.select(["late", "early"]);
      perform(milepost, actionNamed("link-selected"));
      await settle();
      return [shows(milepost), told(milepost)];
    };
    const said = "“late” waits for “early” now.";
    expect(await link(hidden())).toEqual([true, [`${said} Dependencies are shown again.`]]);
    expect(await link(hidden({ arrangement: "table" }))).toEqual([false, [said]]);
  });
});

it("links two, adds to one, and does neither in a plan that can only be read", () => {
  const { milepost } = plan();
  const offered = () =>
    ["add-dependency", "link-selected"].filter((id) => actionNamed(id).available(milepost));
  expect(offered()).toEqual([]);
  milepost.selection.select(["early"]);
  expect(offered()).toEqual(["add-dependency"]);
  milepost.selection.select(["early", "late"]);
  expect(offered()).toEqual(["link-selected"]);
  milepost.plan.state = { ...planState, read_only: true };
  expect(offered()).toEqual([]);
});

describe("a dependency that is selected", () => {
  const dependency = {
    id: "d1",
    predecessor: "early",
    successor: "late",
    kind: "finish_to_start",
    lag_days: 0,
  } as const;
  const related = (id: string): Related => ({ ...itemDetail.item, id, title: id });

  /** Selected by its line, in a plan that knows of it until it is deleted. */
  async function selected() {
    let ties: Tie[] = [{ dependency, other: related("early"), conflict: false }];
    const fake = fakeMilepost({
      dependency: () => ({
        dependency,
        predecessor: related("early"),
        successor: related("late"),
        conflict: false,
      }),
      item: ({ id }) => ({ ...itemDetail, item: related(id) as WorkItem, predecessors: ties }),
      apply({ operation }) {
        if (operation.operation === "unlink") ties = [];
        return patch;
      },
      place: () => null,
    });
    await openDependency(fake.milepost, "d1");
    return fake;
  }

  it("is so with what waits, in the inspector, until something else is", async () => {
    const { milepost } = await selected();
    const { selection } = milepost;
    expect([...selection.items, selection.inspectorOpen, selection.tie?.others]).toEqual([
      "late",
      true,
      "predecessor",
    ]);
    selection.closeInspector();
    expect(selection.dependency).toBeNull();
    await openDependency(milepost, "d1");
    selection.select(["late"]);
    expect(selection.dependency).toBeNull();
  });

  it.each(["delete-dependency", "delete"])("is what %s deletes, with a way back", async (action) => {
    const { milepost, asked } = await selected();
    perform(milepost, actionNamed(action));
    await settle();
    expect(asked("apply")).toMatchObject([{ operation: { operation: "unlink", id: "d1" } }]);
    expect(milepost.notices.notices[0]).toMatchObject({
      message: "“late” no longer waits for “early”.",
      action: { label: "Undo" },
    });
    expect([milepost.selection.dependency, ...milepost.selection.items]).toEqual([null, "late"]);
    expect(actionNamed("delete-dependency").available(milepost)).toBe(false);
  });

  it.each(["dependency", "item"] as const)("is what is deleted before its %s is known", async (method) => {
    const { milepost, asked, call } = await selected();
    milepost.selection.select(["early"]);
    await settle();
    const answer = call.getMockImplementation()!;
    let give: () => void = () => {};
    const held = new Promise<void>((done) => (give = done));
    let isFirst = true;
    call.mockImplementation(async (...asks) => {
      if (asks[0] === method && isFirst) {
        isFirst = false;
        await held;
      }
      return await answer(...asks);
    });
    void openDependency(milepost, "d1");
    await settle();
    perform(milepost, actionNamed("delete"));
    await settle();
    give();
    await settle();
    expect(asked("apply")).toMatchObject([{ operation: { operation: "unlink", id: "d1" } }]);
  });

  it("is let go of when something else is selected before it is known", async () => {
    const { milepost } = await selected();
    const { selection } = milepost;
    selection.closeInspector();
    selection.select(["early"]);
    selection.inspectorOpen = false;
    const opened = openDependency(milepost, "d1");
    selection.select(["waiting"]);
    await opened;
    expect([...selection.items, selection.dependency, selection.inspectorOpen]).toEqual([
      "waiting",
      null,
      false,
    ]);
  });

  it("takes another kind, and goes to either end", async () => {
    const { milepost, asked } = await selected();
    for (const kind of ["finish-to-start", "start-to-start"])
      perform(milepost, actionNamed(`dependency-${kind}`));
    await settle();
    const edit = { field: "kind", value: "start_to_start" };
    expect(asked("apply")).toMatchObject([{ operation: { operation: "edit_dependency", id: "d1", edit } }]);
    perform(milepost, actionNamed("go-to-predecessor"));
    await settle();
    expect([...milepost.selection.items]).toEqual(["early"]);
  });
});

import { expect, it } from "vitest";

import type { Schedule } from "../bindings/Schedule";
import { fakeMilepost, itemDetail, patch, planState, settle } from "../screens/fakes";
import { actionNamed, perform } from "./index";

const from = (first: string): Schedule => ({ kind: "dated", first, last: "2027-12-31" });
const SCHEDULES: Record<string, Schedule> = {
  late: from("2027-05-01"),
  early: from("2027-02-01"),
  waiting: { kind: "none" },
};

const plan = () =>
  fakeMilepost({
    item: ({ id }) => ({
      ...itemDetail,
      item: { ...itemDetail.item, id, title: id, schedule: SCHEDULES[id]! },
    }),
    apply: () => patch,
  });

it.each([
  { selected: ["late", "early"], predecessor: "early", successor: "late" },
  { selected: ["waiting", "late"], predecessor: "late", successor: "waiting" },
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

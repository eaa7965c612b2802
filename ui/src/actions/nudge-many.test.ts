import { expect, it } from "vitest";

import type { LaneKey } from "../bindings/LaneKey";
import { fakeChart } from "../chart/fake-chart";
import { fakeMilepost, itemDetail, patch, settle } from "../screens/fakes";
import { actionNamed } from ".";

const act = async (id: string, stays = { undated: ["chip"], spanning: ["epic"] }) => {
  const fake = fakeMilepost({
    apply: () => ({ ...patch, label: "Move 2 items", changed: ["a", "epic"] }),
    stays: () => stays,
    item: () => itemDetail,
  });
  fake.milepost.selection.select(["a", "chip", "epic"]);
  await actionNamed(id).run(fake.milepost);
  await settle();
  return { operation: fake.asked("apply")[0]?.operation, said: fake.milepost.notices.spoken?.text };
};

it("moves what can be moved of what is selected, and says how many have no days", async () => {
  const { operation, said } = await act("move-later");
  expect(operation).toEqual({ operation: "move_items", ids: ["a", "epic"], days: 7, lane: [] });
  expect(said).toBe("Done: Move 2 items; 1 has no days");
});

it("resizes what has ends of its own", async () => {
  const { operation, said } = await act("end-later");
  expect(operation).toMatchObject({ operation: "resize_items", ids: ["a"] });
  expect(said).toContain("1 has no days, 1 spans what is in it");
});

it("takes off the timeline what does not span what is in it", async () => {
  const { operation, said } = await act("unschedule");
  expect(operation).toMatchObject({
    operation: "edit_items",
    ids: ["a", "chip"],
    edit: { field: "schedule" },
  });
  expect(said).toContain("1 spans what is in it");
});

it("gives days only to what has none when the first of them leaves its horizon", async () => {
  const horizon: LaneKey = { by: "horizon", horizon: "now" };
  const theme: LaneKey = { by: "items", values: [{ field: "theme", value: "t1" }] };
  const { milepost, asked } = fakeMilepost({
    apply: () => patch,
    stays: () => ({ undated: ["chip", "other chip"], spanning: [] }),
    lanes: () => [
      { lane: theme, top: 0, height: 100 } as never,
      { lane: horizon, top: 100, height: 40 } as never,
    ],
    place: () => [0, 110, 100, 24],
  });
  milepost.chart = fakeChart([]);
  milepost.selection.select(["chip", "a", "other chip"]);
  await actionNamed("lane-up").run(milepost);
  const ids = ["chip", "other chip"];
  expect(asked("apply")).toMatchObject([{ operation: { operations: [{ ids }, { ids }] } }]);
});

it("leaves it to the rules to refuse what holds nothing that can be moved", async () => {
  const { operation } = await act("move-earlier", { undated: ["a", "chip", "epic"], spanning: [] });
  expect(operation).toMatchObject({ ids: ["a", "chip", "epic"] });
});

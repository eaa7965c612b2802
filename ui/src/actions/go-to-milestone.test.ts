import { expect, it, vi } from "vitest";

import { fakeChart, thing } from "../chart/fake-chart";
import { fakeMilepost, settle } from "../screens/fakes";
import { goToMilestone } from "./go-to-milestone";

function begin() {
  const { milepost } = fakeMilepost({});
  const [showDay, reveal] = [vi.fn(), vi.fn()];
  const chart = fakeChart([thing("milestone", "m1", 400, 0)]);
  milepost.chart = Object.assign(chart, { showDay, reveal, painted: () => Promise.resolve() });
  return { milepost, showDay, reveal, leave: () => chart.body.remove() };
}

it("shows the day and the band of milestones above the lanes, and takes the keyboard to it", async () => {
  const { milepost, showDay, reveal, leave } = begin();
  await goToMilestone(milepost, "m1", "2027-02-01");
  expect(showDay).toHaveBeenCalledWith(20_850);
  expect(reveal).toHaveBeenCalledWith({ x: 208_498, y: 0, width: 14, height: 26 });
  expect(milepost.chart?.mirror.focused?.id).toBe("m1");
  leave();
});

it("says that a view shows none, and shows them beside the table if the user wants", async () => {
  const { milepost, showDay, leave } = begin();
  milepost.view.change({ arrangement: "table", show_milestones: false });
  await goToMilestone(milepost, "m1", "2027-02-01");
  expect(showDay).not.toHaveBeenCalled();
  const [notice] = milepost.notices.notices;
  expect([notice?.message, notice?.action?.label]).toEqual([
    "This view shows no milestones.",
    "Show milestones",
  ]);
  notice?.action?.run();
  await settle();
  expect(milepost.view.settings).toMatchObject({ arrangement: "both", show_milestones: true });
  expect(milepost.chart?.mirror.focused?.id).toBe("m1");
  leave();
});

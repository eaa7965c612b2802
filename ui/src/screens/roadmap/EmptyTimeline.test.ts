import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Tally } from "../../bindings/Tally";
import { REST } from "../../state/following.svelte";
import { fakeMilepost, patch, planState, settle, show } from "../fakes";
import EmptyTimeline from "./EmptyTimeline.svelte";
import StatusBar from "./StatusBar.svelte";

let shown: ReturnType<typeof show>;
beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  await shown.leave();
  vi.useRealTimers();
});

async function begin(tally: Tally, screen: typeof EmptyTimeline = EmptyTimeline) {
  const { milepost } = fakeMilepost({ tally: () => tally });
  milepost.plan.enter(patch);
  await vi.advanceTimersByTimeAsync(REST);
  shown = show(screen, { milepost });
  return milepost;
}

it("says that the view leaves everything out, and offers what brings it back", async () => {
  const milepost = await begin({ shown: 0, waiting: 0, left_out: 22 });
  expect(shown.text()).toContain("22 items are left out by this view.");
  expect(shown.has("[data-action=clear-filter]")).toBe(false);
  await shown.click("[data-action=show-all-kinds]");
  expect(milepost.view.settings.kinds).toHaveLength(5);
  milepost.view.filter({ text: "nothing" });
  await settle();
  expect(shown.has("[data-action=show-all-kinds]")).toBe(false);
  await shown.click("[data-action=clear-filter]");
  expect(milepost.view.filtering).toBe(false);
});

it("sends to the tray what waits there", async () => {
  const milepost = await begin({ shown: 0, waiting: 3, left_out: 1 });
  expect(shown.text()).toContain("No feature has dates yet");
  expect(shown.text()).toContain("3 wait in the tray, and 1 item is left out by this view.");
  milepost.view.change({ kinds: ["feature", "bug"] });
  await settle();
  expect(shown.text()).toContain("No item has dates yet");
  await shown.click("[data-action=tray]");
  expect(milepost.view.trayOpen).toBe(true);
});

it("offers the first step in an empty plan", async () => {
  await begin({ shown: 0, waiting: 0, left_out: 0 });
  expect(shown.text()).toContain("This roadmap is empty");
  expect(shown.text()).toContain("in lanes by theme");
  expect(shown.has("[data-action=add-feature]")).toBe(true);
});

it("counts in the status bar what the view shows", async () => {
  const milepost = await begin({ shown: 20, waiting: 2, left_out: 1400 }, StatusBar);
  expect(shown.text()).toContain("22 features, 0 milestones 2 without dates 1,400 left out by this view");
  milepost.view.change({ kinds: ["feature", "bug"], show_milestones: false });
  await settle();
  expect(shown.find("[data-field=shown]").textContent).toBe("22 items");
});

it("says in the status bar which view is looked at, and whether it is as it was saved", async () => {
  const milepost = await begin({ shown: 20, waiting: 0, left_out: 0 }, StatusBar);
  const words = () => shown.find("[data-field=chosen-view]")?.textContent;
  expect(shown.has("[data-field=chosen-view]")).toBe(false);
  const { settings } = milepost.view;
  milepost.plan.state = {
    ...planState,
    views: [{ id: "v1", name: "Board", settings, range: null, rank: 0 }],
  };
  milepost.view.show({ settings, chosen: "v1" });
  await settle();
  expect(words()).toBe("View “Board”");
  milepost.view.filter({ text: "export" });
  await settle();
  expect(words()).toBe("View “Board”, edited");
});

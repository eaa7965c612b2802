import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Operation } from "../bindings/Operation";
import type { ViewSettings } from "../bindings/ViewSettings";
import { fakeChart, thing } from "../chart/fake-chart";
import type { Milepost } from "../milepost.svelte";
import { fakeMilepost, fakeTable, itemDetail, patch, planState, settle } from "../screens/fakes";
import { goToItem } from "./go-to-item";

const epic = { id: "e1", title: "Reports", kind: "epic", theme: null, schedule: { kind: "none" } } as const;
const shows = ({ kinds, filter, collapsed_epics }: ViewSettings) =>
  kinds.includes("feature") && filter.text === "" && !collapsed_epics.includes("e1");

let milepost: Milepost;
let hasDays: boolean;
beforeEach(() => {
  hasDays = true;
  ({ milepost } = fakeMilepost({
    item: ({ id }) => ({
      ...itemDetail,
      item: { ...itemDetail.item, id },
      parent: id === "i1" ? epic : null,
    }),
    // A timeline has no bar for what has no days, and a table has a row for it.
    place: ({ chart: { view } }) => {
      if (view.roadmap !== "features" || !shows(view)) return null;
      if (hasDays) return [300, 40, 100, 14];
      return view.arrangement === "timeline" ? null : [0, 40, 0, 14];
    },
    apply: () => patch,
    shown: ({ lane }) => (lane?.by === "items" && lane.values[0]?.value === "t1" ? ["i1"] : ["i2"]),
  }));
  milepost.chart = Object.assign(fakeChart([thing("item", "i1", 300, 40)]), {
    painted: () => Promise.resolve(),
  });
});
afterEach(() => milepost.chart?.body.remove());

const offered = () => milepost.notices.notices.map(({ message, action }) => [message, action?.label]);
async function accept(): Promise<void> {
  milepost.notices.notices[0]?.action?.run();
  await settle();
}

it("expands the epic that holds it, and leaves the others collapsed", async () => {
  milepost.view.change({ collapsed_epics: ["e1", "e2"] });
  await goToItem(milepost, "i1");
  expect(milepost.view.settings.collapsed_epics).toEqual(["e2"]);
  expect(milepost.chart?.mirror.focused?.id).toBe("i1");
  expect(offered()).toEqual([]);
});

it("offers to change no more of the view than keeps it out", async () => {
  milepost.view.change({ kinds: ["epic"], filter: { ...milepost.view.settings.filter, owners: ["Ada"] } });
  await goToItem(milepost, "i1");
  expect(offered()).toEqual([["This view leaves it out.", "Show features"]]);
  await accept();
  expect(milepost.view.settings).toMatchObject({ kinds: ["epic", "feature"], filter: { owners: ["Ada"] } });
  expect(milepost.chart?.mirror.focused?.id).toBe("i1");
});

it("offers to clear the filter, and everything only where nothing less will do", async () => {
  milepost.view.filter({ text: "nothing" });
  await goToItem(milepost, "i1");
  expect(offered().at(-1)).toEqual(["This view leaves it out.", "Clear the filter"]);
  milepost.view.change({ kinds: ["epic"] });
  await goToItem(milepost, "i1");
  expect(offered().at(-1)).toEqual(["This view leaves it out.", "Show everything"]);
});

it("shows in the tray what has no dates, by its name, and from another screen as well", async () => {
  hasDays = false;
  await goToItem(milepost, "i1");
  expect(offered()).toEqual([["It has no dates and waits in the tray.", "Show it in the tray"]]);
  milepost.screen.current = "insight";
  await accept();
  expect(milepost.screen.current).toBe("roadmap");
  expect([milepost.view.trayOpen, milepost.view.traySearch]).toEqual([true, "Report templates"]);
});

it("goes from the needs roadmap to the features, for what serves no need", async () => {
  milepost.view.goTo("needs");
  await goToItem(milepost, "i1");
  expect(offered()).toEqual([["This view leaves it out.", "Show it among features"]]);
  await accept();
  expect(milepost.view.settings.roadmap).toBe("features");
  expect(milepost.chart?.mirror.focused?.id).toBe("i1");
});

it("expands the lane that its row is folded away in", async () => {
  const [one, other] = [
    [{ field: "theme", value: "t2" } as const],
    [{ field: "theme", value: "t1" } as const],
  ];
  milepost.view.change({ arrangement: "table", collapsed: [one, other] });
  const focus = vi.fn();
  milepost.table = { ...fakeTable, focus };
  await goToItem(milepost, "i1");
  expect(milepost.view.settings.collapsed).toEqual([one]);
  expect(focus).toHaveBeenCalledWith("i1");
});

it("says of a bar that a change takes out of the view how to come to see it again", async () => {
  const edit = (field: object) =>
    milepost.commit({ operation: "edit_items", ids: ["i1"], edit: field } as Operation);
  await edit({ field: "owner", value: "Ada" });
  await settle();
  expect(offered()).toEqual([]);

  milepost.view.change({ kinds: ["epic"] });
  await edit({ field: "kind", value: "feature" });
  await settle();
  expect(offered()).toEqual([["This view leaves “Report templates” out now.", "Show features"]]);
  await accept();
  expect(milepost.view.settings.kinds).toEqual(["epic", "feature"]);

  milepost.view.change({ kinds: ["epic"] });
  hasDays = false;
  await edit({ field: "schedule", value: { kind: "none" } });
  await settle();
  expect(offered()).toEqual([]);
});

it("says nothing of what somebody has deleted meanwhile", async () => {
  milepost.view.change({ kinds: ["epic"] });
  const edit = { field: "kind", value: "feature" } as const;
  await milepost.commit({ operation: "edit_items", ids: ["i1"], edit });
  milepost.plan.state = { ...planState, revision: planState.revision + 7 };
  await settle();
  expect(offered()).toEqual([]);
});

import { afterEach, beforeEach, expect, it } from "vitest";

import type { ViewSettings } from "../bindings/ViewSettings";
import type { WaitingNeed } from "../bindings/WaitingNeed";
import { fakeChart } from "../chart/fake-chart";
import type { Milepost } from "../milepost.svelte";
import { fakeMilepost, settle } from "../screens/fakes";
import { emptyFilter } from "../state/look";
import { featuresOf, showOnRoadmap } from "./roadmaps";

const waiting: WaitingNeed = {
  id: "n1",
  statement: "Export",
  importance: null,
  customers: 0,
  weight: 0,
  standing: "unserved",
};
const ofAna = { ...emptyFilter, owners: ["Ana"] };

let milepost: Milepost;
/** Whether something with days serves the need. */
let isServed: boolean;
/** Which filters leave the need out. */
let leavesOut: (view: ViewSettings) => boolean;
beforeEach(() => {
  isServed = true;
  leavesOut = ({ filter }) => filter.owners.includes("Ana");
  ({ milepost } = fakeMilepost({
    place_of_need: ({ chart }) => (isServed && !leavesOut(chart.view) ? [0, 0, 10, 10] : null),
    need_tray({ view, search }) {
      const isThere = !isServed && !leavesOut(view) && waiting.statement.includes(search);
      return { total: Number(isThere), needs: isThere ? [waiting] : [] };
    },
    need: ({ id }) => ({ need: { id, statement: waiting.statement } }) as never,
  }));
  milepost.chart = Object.assign(fakeChart([]), {
    scrollBy() {},
    renew: () => Promise.resolve(),
    sight: { from: 0, to: 10, top: 0 },
  });
  milepost.view.changeOn("needs", { filter: ofAna });
});
afterEach(() => milepost.chart?.body.remove());

const told = () => milepost.notices.notices.map(({ message, action }) => [message, action?.label]);

it("asks before it clears a filter that leaves out the need which is to be shown", async () => {
  for (const tray of [false, true]) {
    isServed = !tray;
    milepost.view.change({ filter: ofAna });
    await showOnRoadmap(milepost, "n1");
    expect(milepost.view.settings.filter).toEqual(ofAna);
    expect(told()).toEqual([["The filter leaves it out.", "Clear the filter"]]);
    expect([milepost.view.trayOpen, milepost.selection.need]).toEqual([false, "n1"]);
    const [notice] = milepost.notices.notices;
    notice?.action?.run();
    milepost.notices.close(notice!.id);
    await settle();
    expect(milepost.view.settings.filter).toEqual(emptyFilter);
    expect([milepost.view.trayOpen, told()]).toEqual([tray, []]);
  }
});

it("leaves the filter as it is where that shows the need, on days or in the tray", async () => {
  leavesOut = () => false;
  for (const tray of [false, true]) {
    isServed = !tray;
    await showOnRoadmap(milepost, "n1");
    expect([milepost.view.settings.filter, milepost.view.trayOpen, told()]).toEqual([ofAna, tray, []]);
  }
});

it("offers to filter the features as before, once nothing but those of a need are shown", () => {
  milepost.view.goTo("needs");
  featuresOf(milepost, "n1");
  expect([milepost.view.settings.filter.needs, told()]).toEqual([["n1"], []]);
  const before = { ...ofAna, needs: ["n1"] };
  milepost.view.change({ filter: before });
  milepost.view.goTo("needs");
  featuresOf(milepost, "n2");
  expect(milepost.view.settings.filter).toEqual({ ...emptyFilter, needs: ["n2"] });
  expect(told()).toEqual([["Nothing but what serves the need is shown now.", "Filter as before"]]);
  milepost.notices.notices[0]?.action?.run();
  expect(milepost.view.settings.filter).toEqual(before);
});

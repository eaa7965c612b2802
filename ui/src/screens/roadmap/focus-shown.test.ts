import { afterEach, expect, it } from "vitest";

import { fakeChart, thing } from "../../chart/fake-chart";
import { fakeMilepost, itemDetail, settle } from "../fakes";
import { focusShown } from "./focus-shown";

afterEach(() => (document.body.innerHTML = ""));

function open() {
  const chart = fakeChart([
    thing("item", "a", 0, 0),
    thing("item", "b", 0, 30),
    thing("milestone", "m", 0, 60),
  ]);
  const { milepost } = fakeMilepost({ item: () => itemDetail });
  milepost.chart = chart;
  return milepost;
}

const focused = () => (document.activeElement as HTMLElement).dataset;

it("goes to the first bar of several that are selected, and to a milestone", () => {
  const milepost = open();
  milepost.selection.select(["far away", "b"]);
  focusShown(milepost);
  expect(focused()["item"]).toBe("b");
  milepost.selection.selectMilestone("m");
  focusShown(milepost);
  expect(focused()["milestone"]).toBe("m");
});

it("goes to the row in the tray of what has no bar", () => {
  const milepost = open();
  const row = document.body.appendChild(document.createElement("div"));
  row.dataset["tray"] = "waiting";
  row.tabIndex = -1;
  milepost.selection.select(["waiting"]);
  focusShown(milepost);
  expect(document.activeElement).toBe(row);
});

it("goes to where it was last on the timeline if nothing is selected there", () => {
  const milepost = open();
  milepost.chart?.mirror.focus({ entity: "item", id: "b" });
  (document.activeElement as HTMLElement).blur();
  milepost.selection.clear();
  focusShown(milepost);
  expect(focused()["item"]).toBe("b");
});

it("goes on to what was selected just now, as soon as it is painted, and keys mean nothing else meanwhile", async () => {
  const things = [thing("item", "a", 0, 0)];
  const chart = fakeChart(things);
  const { milepost } = fakeMilepost({ item: () => itemDetail });
  milepost.chart = Object.assign(chart, {
    painted: () => Promise.resolve(void things.push(thing("milestone", "new", 0, 60))),
  });
  milepost.selection.selectMilestone("new");
  chart.mirror.select(milepost.selection);
  focusShown(milepost);
  expect([focused()["item"], chart.mirror.meant]).toEqual(["a", null]);
  await settle();
  expect(focused()["milestone"]).toBe("new");
});

it("lets keys mean what has the focus where what is selected is far away", async () => {
  const milepost = open();
  milepost.selection.select(["far away"]);
  milepost.chart!.mirror.select(milepost.selection);
  focusShown(milepost);
  await settle();
  expect(milepost.chart!.mirror.meant?.id).toBe("a");
});

import { afterEach, expect, it } from "vitest";

import { fakeChart, thing } from "../../chart/fake-chart";
import type { Chart } from "../../chart/chart";
import { type Answers, fakeMilepost, itemDetail, patch, settle } from "../fakes";
import { keepFocusOnThings } from "./focus-kept";

let stop = () => {};
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

/** Two bars, of which the first has the focus; `left` are those that are there after the next change. */
function open(answers: Answers, left = ["a", "b"]) {
  const { milepost } = fakeMilepost({ item: () => itemDetail, ...answers });
  const chart: Chart = Object.assign(fakeChart([thing("item", "a", 0, 0), thing("item", "b", 0, 30)]), {
    painted: () => Promise.resolve(),
    thing: ({ id }: { id: string }) => (left.includes(id) ? thing("item", id, 0, 0) : undefined),
  });
  milepost.chart = chart;
  stop = keepFocusOnThings(milepost, chart);
  chart.mirror.focus({ entity: "item", id: "a" });
  return milepost;
}
const focused = () => (document.activeElement as HTMLElement).dataset["item"];

it("goes on at once from what is deleted", () => {
  const milepost = open({});
  milepost.plan.enter({ ...patch, removed: ["a"] });
  expect(focused()).toBe("b");
});

it("goes on from what the view leaves out, but not from what is far away", async () => {
  let place: [number, number, number, number] | null = [9_000, 0, 10, 10];
  const milepost = open({ place: () => place }, ["b"]);
  milepost.plan.enter(patch);
  await settle();
  expect(focused()).toBe("a");
  place = null;
  milepost.view.change({ kinds: ["epic"] });
  await settle();
  expect(focused()).toBe("b");
});

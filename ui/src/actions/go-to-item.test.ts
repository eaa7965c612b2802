import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { fakeChart, thing } from "../chart/fake-chart";
import type { Milepost } from "../milepost.svelte";
import { fakeMilepost, fakeTable, itemDetail } from "../screens/fakes";
import { goToItem } from "./go-to-item";

const bars = [thing("item", "old", 0, 40), thing("item", "i1", 300, 40)];

let milepost: Milepost;
beforeEach(() => {
  ({ milepost } = fakeMilepost({ item: () => itemDetail, place: () => [300, 40, 100, 14] }));
  milepost.chart = Object.assign(fakeChart(bars), { painted: () => Promise.resolve() });
  milepost.chart.mirror.focus({ entity: "item", id: "old" });
  milepost.selection.select(["old"]);
});
afterEach(() => milepost.chart?.body.remove());

it("takes the keyboard to the bar, with its details beside it", async () => {
  milepost.screen.current = "insight";
  await goToItem(milepost, "i1");
  expect(milepost.screen.current).toBe("roadmap");
  expect(milepost.chart?.mirror.focused?.id).toBe("i1");
  expect([...milepost.selection.items]).toEqual(["i1"]);
  expect(milepost.selection.inspectorOpen).toBe(true);
});

it("brings the bar into sight only when its details are there, and with them the panel that takes room", async () => {
  const seen: (string | undefined)[] = [];
  milepost.chart!.reveal = () => void seen.push(milepost.selection.detail?.item.id);
  await goToItem(milepost, "i1");
  expect(seen).toEqual(["i1"]);
});

it("takes it to the row where the table has come into sight with the roadmap", async () => {
  milepost.view.change({ arrangement: "table" });
  milepost.screen.current = "insight";
  const focus = vi.fn();
  const going = goToItem(milepost, "i1");
  milepost.table = { ...fakeTable, focus };
  await going;
  expect(focus).toHaveBeenCalledWith("i1");
});

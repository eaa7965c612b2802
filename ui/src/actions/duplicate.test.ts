import { afterEach, expect, it } from "vitest";

import { fakeChart, thing } from "../chart/fake-chart";
import { type Answers, fakeMilepost, itemDetail, noCounts, patch, settle } from "../screens/fakes";
import { actionNamed } from ".";
import { pasteText } from "./clipboard";

afterEach(() => document.body.replaceChildren());

const detailOf = (id: string) => ({ ...itemDetail, item: { ...itemDetail.item, id } });

/** The bars of an original, which has the focus, and of its copies. */
function begin(answers: Answers = {}) {
  const fake = fakeMilepost({
    apply: () => ({ ...patch, label: "Duplicate feature", added: ["c1"], changed: ["i2", "i3"] }),
    item: ({ id }) => detailOf(id),
    place: () => [0, 40, 100, 14],
    ...answers,
  });
  const bars = ["i1", "c1", "c2"].map((id, row) => thing("item", id, 0, 40 + 30 * row));
  fake.milepost.chart = Object.assign(fakeChart(bars), { painted: () => Promise.resolve() });
  fake.milepost.chart.mirror.focus({ entity: "item", id: "i1" });
  fake.milepost.selection.select(["i1"]);
  return fake;
}

const focused = ({ milepost }: ReturnType<typeof begin>) => milepost.chart?.mirror.focused?.id;

it("selects the copies, and nothing that only made room for them", async () => {
  const { milepost } = begin();
  await actionNamed("duplicate").run(milepost);
  expect([...milepost.selection.items]).toEqual(["c1"]);
});

it("takes the keyboard to the first copy that has a bar, and says what was done", async () => {
  const fake = begin({
    apply: () => ({ ...patch, label: "Duplicate 2 items", added: ["c1", "c2"] }),
    stays: () => ({ undated: ["c1"], spanning: [] }),
  });
  fake.milepost.selection.select(["i1", "i2"]);
  await actionNamed("duplicate").run(fake.milepost);
  expect([focused(fake), fake.milepost.notices.spoken?.text]).toEqual(["c2", "Done: Duplicate 2 items"]);
});

it("selects the copy of an epic, and not what it holds", async () => {
  const { milepost } = begin({ apply: () => ({ ...patch, label: "Duplicate epic", added: ["c1", "c2"] }) });
  await actionNamed("duplicate").run(milepost);
  expect([...milepost.selection.items]).toEqual(["c1"]);
});

it("says where a copy has gone that has no dates", async () => {
  // A table has a row for it.
  const { milepost } = begin({
    place: ({ chart: { view } }) => (view.arrangement === "timeline" ? null : [0, 40, 0, 14]),
  });
  await actionNamed("duplicate").run(milepost);
  const [notice] = milepost.notices.notices;
  expect(notice?.message).toBe("It has no dates and waits in the tray.");
  milepost.view.trayOpen = false;
  notice?.action?.run();
  await settle();
  expect(milepost.view.trayOpen).toBe(true);
});

it("says that the view leaves a copy out which has dates, and offers to show it", async () => {
  const { milepost } = begin({
    place: ({ chart: { view } }) => (view.filter.text === "" ? [0, 40, 100, 14] : null),
  });
  milepost.view.filter({ text: "Report templates" });
  await actionNamed("duplicate").run(milepost);
  const [notice] = milepost.notices.notices;
  expect([notice?.message, notice?.action?.label]).toEqual([
    "It was added, but this view leaves it out.",
    "Clear the filter",
  ]);
});

it("opens no tray that a table alone does not show", async () => {
  const { milepost } = begin();
  milepost.view.change({ arrangement: "table" });
  await actionNamed("unschedule").run(milepost);
  expect(milepost.view.trayOpen).toBe(false);
});

it("takes the keyboard to the first of what is pasted", async () => {
  const fake = begin({
    paste: () => ({
      items: ["c1", "c2"],
      counts: { ...noCounts, taken: 2 },
      refused: null,
      changed: null,
      left_out: null,
      patch,
    }),
  });
  await pasteText(fake.milepost, "Title");
  expect(focused(fake)).toBe("c1");
});

import { afterEach, expect, it } from "vitest";

import type { Hit } from "../../bindings/Hit";
import { fakeMilepost, itemDetail, settle, show } from "../fakes";
import SearchDialog from "./SearchDialog.svelte";

let shown: ReturnType<typeof show>;
afterEach(() => shown.leave());

const hit = (id: string, title: string, excerpt: string | null): Hit => ({
  target: { entity: "item", id },
  title,
  kind: "feature",
  span: { first: "2027-02-02", last: "2027-04-16" },
  excerpt,
});

function searching(total: number) {
  const hits = [hit("i1", "Report templates", null), hit("i2", "Row-level security", "for every report")];
  const fake = fakeMilepost({
    search: ({ text }) => (text === "report" ? { total, hits } : { total: 0, hits: [] }),
    item: () => itemDetail,
  });
  fake.milepost.dialogs.show({ kind: "search" });
  shown = show(SearchDialog, { milepost: fake.milepost });
  return fake;
}

async function type(text: string): Promise<void> {
  await shown.type("[data-field=search]", text);
  await settle();
}

it("shows what was found, and where the words stand if not in the title", async () => {
  searching(2);
  await type("report");
  expect(shown.find("[data-found=i2]").textContent).toContain("for every report");
  expect(shown.text()).not.toContain("more; type more");
  await type("nothing like it");
  expect(shown.text()).toContain("Nothing in the plan has these words.");
});

it("tells how many there are beyond those that are listed", async () => {
  searching(1_002);
  await type("report");
  expect(shown.text()).toContain(`${(1_000).toLocaleString()} more; type more of the words.`);
});

it("goes to what the arrows have marked", async () => {
  const { milepost } = searching(2);
  await type("report");
  await shown.press("[data-field=search]", "ArrowDown");
  await shown.press("[data-field=search]", "Enter");
  expect([...milepost.selection.items]).toEqual(["i2"]);
  expect(milepost.selection.inspectorOpen).toBe(true);
  expect(milepost.dialogs.open).toBeNull();
});

it("goes to what fits the words as they are when Enter is pressed before that is known", async () => {
  const answers: (() => void)[] = [];
  const { milepost } = fakeMilepost({
    search: ({ text }) =>
      new Promise((resolve) =>
        answers.push(() => resolve({ total: 1, hits: [hit(text === "rep" ? "i2" : "i1", text, null)] })),
      ),
    item: () => itemDetail,
  });
  milepost.dialogs.show({ kind: "search" });
  shown = show(SearchDialog, { milepost });
  await type("report");
  for (const at of [0, 1]) {
    answers[at]?.();
    await settle();
  }
  await type("rep");
  await shown.press("[data-field=search]", "Enter");
  expect(milepost.dialogs.open).not.toBeNull();
  answers.at(-1)?.();
  await settle();
  expect([...milepost.selection.items]).toEqual(["i2"]);
});

it("searches for what is typed last when the search before is done, and for nothing between", async () => {
  const answers: (() => void)[] = [];
  const asked: string[] = [];
  const { milepost } = fakeMilepost({
    search: ({ text }) => {
      asked.push(text);
      return new Promise((resolve) =>
        answers.push(() => resolve({ total: 1, hits: [hit("i1", `Has ${text}`, null)] })),
      );
    },
  });
  shown = show(SearchDialog, { milepost });
  answers[0]?.();
  await settle();
  for (const text of ["r", "re", "rep"]) await type(text);
  expect(asked).toEqual(["", "r"]);
  answers[1]?.();
  await settle();
  expect(asked).toEqual(["", "r", "rep"]);
  expect(shown.text()).not.toContain("Has r");
  answers[2]?.();
  await settle();
  expect(shown.text()).toContain("Has rep");
});

import { afterEach, expect, it, vi } from "vitest";

import type { NeedDetail } from "../../bindings/NeedDetail";
import type { Operation } from "../../bindings/Operation";
import { type Answers, fakeMilepost, itemDetail, patch, planState, settle, show } from "../fakes";
import NeedInspector from "../needs/NeedInspector.svelte";
import { detailOf, needsAnswers } from "../needs/fake-needs";
import NeedPanel from "./NeedPanel.svelte";

let shown: ReturnType<typeof show>;
afterEach(async () => {
  await shown.leave();
  vi.useRealTimers();
});

const serving = {
  item: { ...itemDetail.item, id: "i1", title: "Scheduled delivery" },
  status: "planned" as const,
  fulfilment: "partly" as const,
};

async function begin(
  detail: NeedDetail = detailOf({}, { serving: [serving] }),
  answers: Answers = {},
  readOnly = false,
) {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const fake = fakeMilepost({ ...needsAnswers, ...answers });
  const { milepost } = fake;
  milepost.plan.state = { ...planState, read_only: readOnly };
  milepost.lists.follow(null);
  milepost.needs.select([detail.need.id]);
  vi.advanceTimersByTime(200);
  await settle();
  shown = show(NeedPanel, { milepost, detail });
  await settle();
  return { ...fake, applied: () => fake.asked("apply").map(({ operation }) => operation) };
}

const edit = (field: string, value: unknown) => ({
  operation: "edit_needs",
  ids: ["n1"],
  edit: { field, value },
});
const serve = (fulfilment: string | null) => ({
  operation: "edit_items",
  ids: ["i1"],
  edit: { field: "need", value: { need: "n1", fulfilment } },
});

it("makes one operation of each field that is left", async () => {
  const { applied } = await begin();
  await shown.type("[data-field=statement]", "Reports by eight");
  await shown.type("[data-field=note]", "For the stand-up");
  await shown.type("[data-field=alternatives]", "A spreadsheet");
  await shown.type("[data-field=add-evidence]", "https://example.org/1");
  await shown.choose("[data-list=need-customers] select", "high");
  await shown.click("[aria-label='Remove Finance']");
  expect(applied()).toEqual([
    edit("statement", "Reports by eight"),
    edit("note", "For the stand-up"),
    edit("alternatives", "A spreadsheet"),
    edit("evidence", ["https://example.org/1"]),
    edit("importance", { customer: "c1", importance: "high" }),
    edit("importance", { customer: "c1", importance: null }),
  ]);
});

it("explains the weight and where the need stands", async () => {
  await begin();
  expect(shown.find("[data-list=need-customers]").textContent).toContain("critical (4) × 120 people = 480");
  expect(shown.find("[data-field=weight]").textContent).toBe("480");
  expect(shown.find("[data-field=standing]").textContent.replace(/\s+/g, " ")).toContain(
    "Late 1 of 2 items done, 16 days after it is wanted",
  );
});

it("changes how far an item serves it, and takes that away", async () => {
  const { applied } = await begin();
  await shown.choose("[data-list=serving] select", "fully");
  await shown.click("[aria-label='“Scheduled delivery” does not serve it']");
  expect(applied()).toEqual([serve("fully"), serve(null)]);
});

it("adds what is found, and plans a feature by the words of the need", async () => {
  const { applied, milepost } = await begin(detailOf(), { find: () => [serving.item] });
  const field = shown.find<HTMLInputElement>("[data-field=add-serving]");
  field.value = "sched";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
  await shown.press("[data-field=add-serving]", "Enter");
  await shown.click("[data-action=plan-feature-for-need]");
  expect(applied()).toMatchObject([
    serve("fully"),
    {
      operation: "add_item",
      item: { title: "Reports by nine", kind: "feature", needs: [{ need: "n1", fulfilment: "fully" }] },
    },
  ]);
  expect(milepost.notices.notices[0]?.message).toBe("Added a feature for it, without dates.");
});

it("drops an emptied link among the evidence", async () => {
  const { applied } = await begin(detailOf({ evidence: ["https://a.example", "https://b.example"] }));
  await shown.type("[data-field=evidence]", "");
  expect(applied()).toEqual([edit("evidence", ["https://b.example"])]);
});

it("takes no link back that is changed while another one is on its way", async () => {
  let evidence = ["https://a.example", "https://b.example"];
  const answer: (() => void)[] = [];
  const { milepost } = await begin(detailOf({ evidence }), {
    need: () => detailOf({ evidence }),
    apply: ({ operation }) =>
      new Promise((resolve) => {
        const { edit } = operation as Extract<Operation, { operation: "edit_needs" }>;
        answer.push(() => {
          if (edit.field === "evidence") evidence = edit.value;
          resolve({ ...patch, touched: ["need"] });
        });
      }),
  });
  await shown.leave();
  shown = show(NeedInspector, { milepost, onwidth() {} });
  await settle();
  const fields = document.querySelectorAll<HTMLInputElement>("[data-field=evidence]");
  fields[1]?.setAttribute("data-field", "second");
  await shown.type("[data-field=evidence]", "");
  await shown.type("[data-field=second]", "https://c.example");
  await shown.type("[data-field=add-evidence]", "https://d.example");
  while (answer.length > 0) {
    for (const each of answer.splice(0)) each();
    await settle();
    vi.advanceTimersByTime(200);
    for (let turn = 0; turn < 4; turn++) await settle();
  }
  expect(evidence).toEqual(["https://c.example", "https://d.example"]);
});

it("offers no change in a plan that can only be read", async () => {
  await begin(detailOf({}, { serving: [serving] }), {}, true);
  for (const css of [
    "[data-field=add-serving]",
    "[aria-label='Remove Finance']",
    "[data-field=add-evidence]",
  ])
    expect(shown.has(css)).toBe(false);
  expect(shown.find("[data-field=statement]")).toHaveProperty("disabled", true);
});

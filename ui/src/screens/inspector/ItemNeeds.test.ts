import { afterEach, expect, it, vi } from "vitest";

import type { ItemDetail } from "../../bindings/ItemDetail";
import { fakeMilepost, itemDetail, settle, show } from "../fakes";
import { needsAnswers } from "../needs/fake-needs";
import ItemGoals from "./ItemGoals.svelte";
import ItemNeeds from "./ItemNeeds.svelte";

let shown: ReturnType<typeof show>;
afterEach(async () => {
  await shown.leave();
  vi.useRealTimers();
});

const served = {
  id: "n1",
  statement: "Reports by nine",
  fulfilment: "partly" as const,
  mark: "late" as const,
  weight: 480,
  share: 240,
};
const goal = { id: "g1", title: "Fewer exports", measure: "exports", target: "100", by: null, rank: 1 };
const detail: ItemDetail = {
  ...itemDetail,
  weight: 240,
  needs: [served],
  customers: [{ customer: "c1", share: 240 }],
};

async function fake() {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const made = fakeMilepost({
    ...needsAnswers,
    goals: () => [goal],
    find_needs: () => [
      { id: "n1", title: "Reports by nine", mark: "late" },
      { id: "n2", title: "Exact figures", mark: "unserved" },
    ],
  });
  made.milepost.lists.follow(null);
  vi.advanceTimersByTime(200);
  await settle();
  return { ...made, applied: () => made.asked("apply").map(({ operation }) => operation) };
}

const edit = (value: object) => ({
  operation: "edit_items",
  ids: ["i1"],
  edit: { field: "need", value },
});

async function choose(field: string): Promise<void> {
  const input = shown.find<HTMLInputElement>(`[data-field=${field}]`);
  input.value = "e";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
  await shown.press(`[data-field=${field}]`, "Enter");
}

it("tells the needs behind an item, what they come to, and for whom", async () => {
  const { milepost } = await fake();
  shown = show(ItemNeeds, { milepost, detail, disabled: false });
  expect(shown.text()).toContain("480 × ½ = 240");
  expect(shown.find("[data-field=weight]").textContent).toBe("240");
  expect(shown.find("[data-field=customers]").textContent).toContain("For Finance 240");
});

it("serves a need fully, another one too, or not any more", async () => {
  const { milepost, applied } = await fake();
  shown = show(ItemNeeds, { milepost, detail, disabled: false });
  await shown.choose("select", "fully");
  await choose("add-need");
  await shown.click("[aria-label='Does not serve “Reports by nine”']");
  expect(applied()).toEqual([
    edit({ need: "n1", fulfilment: "fully" }),
    edit({ need: "n2", fulfilment: "fully" }),
    edit({ need: "n1", fulfilment: null }),
  ]);
});

it("goes to a need on its screen", async () => {
  const { milepost } = await fake();
  shown = show(ItemNeeds, { milepost, detail, disabled: false });
  await shown.click("li button.go");
  expect(milepost.screen.current).toBe("needs");
  expect(milepost.needs.only).toBe("n1");
  expect(milepost.needs.inspectorOpen).toBe(true);
});

it("serves a goal, or not any more", async () => {
  const { milepost, applied } = await fake();
  shown = show(ItemGoals, { milepost, item: "i1", goals: [], disabled: false });
  await choose("add-goal");
  await shown.leave();
  shown = show(ItemGoals, { milepost, item: "i1", goals: ["g1"], disabled: false });
  expect(shown.text()).toContain("exports: 100");
  await shown.click("[aria-label='Does not serve “Fewer exports”']");
  const goals = (serves: boolean) => ({
    operation: "edit_items",
    ids: ["i1"],
    edit: { field: "goal", value: { goal: "g1", serves } },
  });
  expect(applied()).toEqual([goals(true), goals(false)]);
});

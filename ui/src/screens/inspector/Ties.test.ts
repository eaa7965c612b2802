import { afterEach, expect, it } from "vitest";

import type { Tie } from "../../bindings/Tie";
import { type Answers, fakeMilepost, itemDetail, patch, refusal, settle, show } from "../fakes";
import Ties from "./Ties.svelte";

let shown: ReturnType<typeof show>;
afterEach(() => shown.leave());

const tie: Tie = {
  dependency: { id: "d1", predecessor: "i2", successor: "i1", kind: "start_to_start", lag_days: 2 },
  other: { ...itemDetail.item, id: "i2", title: "Job scheduler" },
  conflict: false,
};

const EDIT = "[aria-label='Edit the dependency on Job scheduler']";
const KIND = "[data-field=dependency-kind]";
const LAG = "[data-field=dependency-lag]";

function showTies(answers: Answers, disabled = false) {
  const fake = fakeMilepost({ ...answers });
  const { milepost } = fake;
  shown = show(Ties, { milepost, item: "i1", ties: [tie], others: "predecessor" as const, disabled });
  return () => fake.asked("apply").map(({ operation }) => operation);
}

it("makes one operation of an edited kind and one of an edited lag", async () => {
  const done = showTies({ apply: () => patch });
  expect(shown.text()).toContain("start to start, +2 days");
  await shown.click(EDIT);
  expect(document.activeElement).toBe(shown.find(KIND));
  expect(shown.text()).toContain("This starts when the other has started.");
  await shown.choose(KIND, "finish_to_finish");
  await shown.type(LAG, "−3");
  expect(done()).toEqual([
    { operation: "edit_dependency", id: "d1", edit: { field: "kind", value: "finish_to_finish" } },
    { operation: "edit_dependency", id: "d1", edit: { field: "lag_days", value: -3 } },
  ]);
});

it("takes a lag back that is still on its way", async () => {
  const done = showTies({ apply: () => new Promise(() => {}) });
  await shown.click(EDIT);
  await shown.type(LAG, "5");
  await shown.type(LAG, "2");
  const lags = [5, 2].map((value) => ({
    operation: "edit_dependency",
    id: "d1",
    edit: { field: "lag_days", value },
  }));
  expect(done()).toEqual(lags);
});

it("asks nothing of a lag that is the same, empty or no number", async () => {
  const done = showTies({ apply: () => patch });
  await shown.click(EDIT);
  await shown.type(LAG, "+2");
  await shown.type(LAG, "");
  expect(shown.find(LAG)).toHaveProperty("value", "2");
  await shown.type(LAG, "two");
  expect(shown.text()).toContain("“two” is not a number of working days.");
  expect(done()).toEqual([]);
});

it("shows a refusal beside the lag, and the lag that was typed", async () => {
  const reason = "The lag is 4000; it must be from -3650 to 3650.";
  showTies({
    apply: () => {
      throw refusal("rule", reason);
    },
  });
  await shown.click(EDIT);
  await shown.type(LAG, "4000");
  expect(shown.text()).toContain(reason);
  expect(shown.find(LAG)).toHaveProperty("value", "4000");
});

it("Esc restores what is typed, and then goes back to the chip", async () => {
  const done = showTies({ apply: () => patch });
  await shown.click(EDIT);
  const lag = shown.find<HTMLInputElement>(LAG);
  lag.value = "5";
  lag.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
  await shown.press(LAG, "Escape");
  expect(lag.value).toBe("2");
  await shown.press(LAG, "Escape");
  expect(shown.has(LAG)).toBe(false);
  expect(document.activeElement).toBe(shown.find(EDIT));
  expect(done()).toEqual([]);
});

it("says why a search failed instead of finding nothing", async () => {
  showTies({
    find: () => {
      throw refusal("defect", "It cannot be searched.");
    },
  });
  const field = shown.find<HTMLInputElement>("[role=combobox]");
  field.value = "job";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
  expect(shown.text()).toContain("It cannot be searched.");
  expect(shown.text()).not.toContain("Nothing found");
});

it("offers no change in a plan that can only be read", () => {
  showTies({}, true);
  expect(shown.has("li")).toBe(true);
  expect(document.querySelectorAll("li button")).toHaveLength(1);
});

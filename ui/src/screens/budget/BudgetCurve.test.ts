import { expect, it } from "vitest";

import type { BudgetLine } from "../../bindings/BudgetLine";
import { written } from "../../state/days";
import { onFakeTime } from "../fake-time";
import { fakeMilepost, patch, show } from "../fakes";
import BudgetScreen from "./BudgetScreen.svelte";
import { curve } from "./curve/fake-curve";

const line = (id: string, name: string): BudgetLine => ({
  id,
  name,
  category: "cloud",
  own_category: "",
  cap: null,
  note: "",
  rank: 1,
});

let shown: ReturnType<typeof show>;
const rest = onFakeTime(() => shown.leave());

async function open(answer = curve) {
  const fake = fakeMilepost({
    budget_curve: () => answer,
    budget_lines: () => [line("l1", "Cloud"), line("l2", "People")],
  });
  fake.milepost.screen.current = "budget";
  fake.milepost.budget.part = "curve";
  fake.milepost.lists.follow(null);
  shown = show(BudgetScreen, { milepost: fake.milepost });
  await rest();
  return fake;
}

it("asks for the line, the periods and the certainty that are chosen", async () => {
  const { asked, milepost } = await open();
  await shown.choose("[data-field=budget-line]", "l1");
  await shown.click("[data-budget-unit=quarter]");
  await shown.click("[data-popover=more]");
  await shown.click("[data-budget-certainty=certain]");
  expect(shown.find("[data-popover=more]").textContent).toContain("Certain");
  await rest();
  expect(asked("budget_curve")[0]).toEqual({ line: null, unit: "month", certainty: "all" });
  expect(asked("budget_curve").at(-1)).toEqual({ line: "l1", unit: "quarter", certainty: "certain" });
  milepost.lists.follow({ ...patch, touched: ["budget_line"] });
  milepost.budget.line = "gone";
  await rest();
  expect(asked("budget_curve").at(-1)?.line).toBeNull();
});

it("goes through the points by arrows, and says each of them", async () => {
  await open();
  const chart = shown.find("[data-chart=budget]");
  expect(chart.getAttribute("aria-valuetext")).toContain("By the end of November 2026");
  await shown.press("[data-chart=budget]", "ArrowRight");
  expect(chart.getAttribute("aria-valuetext")).toMatch(
    /December 2026: planned €300.00, .*€10.00 over the cap/,
  );
  await shown.press("[data-chart=budget]", "End");
  await shown.press("[data-chart=budget]", "ArrowRight");
  expect(chart.getAttribute("aria-valuenow")).toBe("4");
  await shown.press("[data-chart=budget]", "Home");
  expect(chart.getAttribute("aria-valuenow")).toBe("1");
});

it("says the same in a table, and what the chart leaves out", async () => {
  await open();
  expect(shown.find("table").textContent).toMatch(/December 2026\s*€300.00\s*€280.00\s*€250.00\s*€330.00/);
  expect(shown.find("[data-field=undated]").textContent).toContain("€5.00 without days");
  expect(shown.text()).toContain(`Cloud passes its cap on ${written("2026-12-28")}`);
});

it("says why there is nothing", async () => {
  const { milepost } = await open({ ...curve, points: [] });
  expect(shown.text()).toContain("Nothing adds up yet");
  milepost.budget.certainty = "estimated";
  await rest();
  expect(shown.text()).toContain("Nothing of what is planned or spent is estimated.");
});

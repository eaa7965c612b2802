import { expect, it, vi } from "vitest";

import type { BudgetCell } from "../../bindings/BudgetCell";
import type { BudgetTotal } from "../../bindings/BudgetTotal";
import { onFakeTime } from "../fake-time";
import { fakeMilepost, show } from "../fakes";
import BudgetScreen from "./BudgetScreen.svelte";

const cell = (planned: number, certain: number, actual: number, forecast: number): BudgetCell => ({
  planned,
  certain,
  low: planned,
  high: planned,
  actual,
  forecast,
  variance: forecast - planned,
});

const rows: BudgetTotal[] = [
  { of: { entity: "need", id: "n1" }, name: "Close the books", sums: cell(60_000, 45_000, 0, 75_000) },
  { of: null, name: "", sums: cell(0, 0, 15_000, 15_000) },
  { of: { entity: "plan" }, name: "", sums: cell(10_000, 10_000, 0, 10_000) },
];

let shown: ReturnType<typeof show>;
const rest = onFakeTime(() => shown.leave());

async function open() {
  // Happy DOM lays nothing out: a list has no height of its own there, and the first page is what it shows.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
  const fake = fakeMilepost({
    budget_totals: () => ({
      currency: "EUR",
      digits: 2,
      count: rows.length,
      sums: cell(70_000, 55_000, 15_000, 100_000),
      rows,
    }),
    need: () => Promise.reject(new Error("not of interest")),
  });
  fake.milepost.screen.current = "budget";
  fake.milepost.budget.part = "totals";
  fake.milepost.budget.totalsBy = "need";
  shown = show(BudgetScreen, { milepost: fake.milepost });
  await rest();
  return fake;
}

it("says what each thing costs, and names what has no name", async () => {
  await open();
  expect(shown.find('[data-total="0"]').textContent).toMatch(
    /Close the books\s*€600\s*75%\s*€0\s*€750\s*\+\s*€150\s*75\s*%/,
  );
  expect(shown.find('[data-total="1"]').textContent).toContain("Work items that serve no need");
  expect(shown.find('[data-total="2"]').textContent).toContain("The plan as a whole");
  expect(shown.find("[data-total=all]").textContent).toMatch(/All together\s*€700\s*79%/);
});

it("sorts by a column, and then the other way round", async () => {
  const { asked } = await open();
  await shown.click("[data-sort=variance]");
  await rest();
  expect(asked("budget_totals").at(-1)?.sort).toEqual({ by: "variance", descending: true });
  expect(shown.find("[data-sort=variance]").closest("[aria-sort]")?.getAttribute("aria-sort")).toBe(
    "descending",
  );
  await shown.click("[data-sort=variance]");
  await shown.click("[data-sort=name]");
  await rest();
  expect(
    asked("budget_totals")
      .slice(-2)
      .map(({ sort }) => sort),
  ).toEqual([
    { by: "variance", descending: false },
    { by: "name", descending: false },
  ]);
});

it("leads to what a total is of", async () => {
  const { milepost } = await open();
  await shown.click('[data-total-name="2"]');
  expect([milepost.budget.part, milepost.budget.line]).toEqual(["entries", null]);
  milepost.budget.part = "totals";
  await rest();
  await shown.click('[data-total-name="0"]');
  expect(milepost.screen.current).toBe("needs");
  expect([...milepost.needs.selected]).toEqual(["n1"]);
});

it("comes by keys to every total, also to those of nothing that can be gone to", async () => {
  await open();
  const name = (index: number) => shown.find(`[data-total-name="${index}"]`);
  name(0).focus();
  for (const index of [1, 2]) {
    await shown.press(`[data-total-name="${index - 1}"]`, "ArrowDown");
    expect(document.activeElement).toBe(name(index));
  }
  const indices = [...document.querySelectorAll("[role=table] [role=row]")].map((row) =>
    row.getAttribute("aria-rowindex"),
  );
  expect(indices).toEqual(["1", "2", "3", "4", "5"]);
});

it("adds up by what an action says", async () => {
  const { asked } = await open();
  await shown.click("[data-totals-by=milestone]");
  await shown.click("[data-popover=more]");
  await shown.click("[data-budget-certainty=estimated]");
  expect(shown.find("[data-popover=more]").textContent).toContain("Estimated");
  await rest();
  expect(asked("budget_totals").at(-1)).toMatchObject({ by: "milestone", certainty: "estimated", offset: 0 });
  expect(shown.text()).toContain("the first milestone by which it ends");
});

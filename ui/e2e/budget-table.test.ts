/** The table of the budget as a spreadsheet: what is typed and pasted there is planned, and can be taken back. */
import { afterEach, beforeEach, expect, it } from "vitest";

import type { BudgetTable } from "../src/bindings/BudgetTable";
import type { BudgetTableRequest } from "../src/bindings/BudgetTableRequest";
import { Milepost } from "./page";

let milepost: Milepost;
beforeEach(async () => {
  milepost = await Milepost.start();
  await milepost.sample();
  await milepost.press("Control+4");
  await milepost.page.locator('[data-row="0"] [data-column]').first().waitFor();
});
afterEach(() => milepost.stop());

/** What is planned on a line of the sample plan, in its months from October 2026, in pence. */
async function planned(name: string, months: number): Promise<number[]> {
  const span = { first: "2026-10-01", last: "2028-12-31" };
  const request: BudgetTableRequest = { unit: "month", span, certainty: "all" };
  const table = await milepost.bridge.call<BudgetTable>("budget_table", request);
  const row = table.lines.find(({ line }) => line.name === name);
  return (row?.sums.periods ?? []).slice(0, months).map((cell) => cell.planned);
}

/** The cell of a line and measure under the name of a period. */
async function cell(line: string, measure: string, period: string) {
  const { page } = milepost;
  const column = await page
    .getByRole("columnheader", { name: period })
    .getAttribute("aria-colindex")
    .then((index) => Number(index) - 3);
  const row = page.locator("[data-row]", { has: page.getByText(`${measure} of ${line}`, { exact: true }) });
  return row.locator(`[data-column="${column}"]`);
}

it("takes a year from a spreadsheet in one step, and gives it back in one", async () => {
  const before = await planned("Marketing", 15);
  await (await cell("Marketing", "Planned", "March 2027")).click();
  await milepost.hold("10.000,50\t20000\t30,000\t4000\t5000\t6000\t7000\t8000\t9000\t10000\t-\t12000\r\n");
  await milepost.press("Control+v");
  await milepost.page.getByText("Pasted 12 amounts.", { exact: true }).waitFor();
  // February 2028 is there by now, whatever was there before.
  expect((await planned("Marketing", 17)).slice(5)).toEqual([
    1_000_050, 2_000_000, 3_000_000, 400_000, 500_000, 600_000, 700_000, 800_000, 900_000, 1_000_000, 0,
    1_200_000,
  ]);
  await milepost.press("Control+z");
  await expect.poll(() => planned("Marketing", 15)).toEqual(before);
});

it("plans by figures, Tab and Enter, and lets nobody plan less than features bring", async () => {
  const { page } = milepost;
  await (await cell("Licences", "Planned", "November 2026")).click();
  await page.keyboard.type("500,50");
  await milepost.press("Tab");
  await page.keyboard.type("700");
  await milepost.press("Enter");
  await expect.poll(() => planned("Licences", 3)).toEqual([758_000, 50_050, 70_000]);
  const people = await cell("People", "Planned", "February 2027");
  await people.dblclick();
  await page.keyboard.type("1");
  await milepost.press("Enter");
  await page.locator(".refused", { hasText: "come from features and other costs" }).waitFor();
  await milepost.press("Escape");
  await expect.poll(() => people.textContent()).toContain("31,377.49");
});

it("copies a block to another line, and shows what is behind an actual", async () => {
  const { page } = milepost;
  await (await cell("Licences", "Planned", "December 2026")).click();
  await milepost.press("Shift+ArrowRight", "Shift+ArrowRight");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await milepost.press("Control+c");
  await (await cell("Training", "Planned", "December 2026")).click();
  await milepost.press("Control+v");
  await page.getByText("Pasted 3 amounts.", { exact: true }).waitFor();
  expect((await planned("Training", 5)).slice(2)).toEqual((await planned("Licences", 5)).slice(2));
  await (await cell("Training", "Actual", "October 2026")).dblclick();
  await page.locator("[data-budget-part=entries][aria-pressed=true]").waitFor();
});

it("keeps the focus in the grid from one end to the other", async () => {
  const { page } = milepost;
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null;
      return [at?.closest<HTMLElement>("[data-row]")?.dataset["row"], at?.dataset["column"]];
    });
  await page.locator('[data-row="0"] [tabindex="0"]').focus();
  await milepost.press("Control+End");
  const last = await page.getByRole("columnheader", { name: "Total" }).getAttribute("aria-colindex");
  await expect.poll(focused).toEqual(["23", String(Number(last) - 3)]);
  await milepost.press("ArrowLeft", "ArrowLeft", "Home", "Control+Home");
  await expect.poll(focused).toEqual(["0", "0"]);
  // What is under the frozen columns would be there, but not to be seen.
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { left, top } = document.activeElement!.getBoundingClientRect();
        return document.elementFromPoint(left + 4, top + 4) === document.activeElement;
      }),
    )
    .toBe(true);
});

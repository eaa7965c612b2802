/** The screen of the budget and what it opens, for the suites that look at every screen. */
import type { Milepost } from "./page";
import { type Screen, onSample } from "./screen";

/** The table of the budget, with the focus on what is planned on its first line. */
const onTable = (name: string, show: (milepost: Milepost) => Promise<unknown>): Screen =>
  onSample(name, async (milepost) => {
    await milepost.press("Control+4");
    await milepost.page.locator('[data-row="0"] [data-column]').first().waitFor();
    await show(milepost);
  });

const table: readonly Screen[] = [
  onTable("budget by month", () => Promise.resolve()),
  onTable("budget by quarter, planned only", async (milepost) => {
    await milepost.page.locator("[data-budget-unit=quarter]").click();
    for (const measure of ["actual", "forecast", "variance"])
      await milepost.page.locator(`[data-measure=${measure}]`).uncheck();
    await milepost.page.getByRole("columnheader", { name: "Q4 2026" }).waitFor();
  }),
  onTable("amounts of the budget are selected", async (milepost) => {
    await milepost.page.locator('[data-row="0"] [tabindex="0"]').focus();
    await milepost.press("Shift+ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown");
  }),
  onTable("an amount of the budget is edited", async (milepost) => {
    await milepost.page.locator('[data-row="0"] [tabindex="0"]').focus();
    await milepost.press("Enter");
    await milepost.page.locator("[data-field=cell]").fill("soon");
    await milepost.press("Enter");
    await milepost.page.locator(".refused").waitFor();
  }),
  onTable("menu of an amount", async (milepost) => {
    await milepost.page.locator('[data-row="0"] [tabindex="0"]').click({ button: "right" });
    await milepost.page.getByRole("menu").waitFor();
  }),
  {
    name: "no budget",
    async show(milepost) {
      await milepost.empty();
      await milepost.press("Control+4");
      await milepost.page.getByText("What may the product cost?").waitFor();
    },
  },
];

export const budget: readonly Screen[] = [...table];

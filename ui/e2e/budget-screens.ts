/** The screen of the budget and what it opens, for the suites that look at every screen. */
import type { Milepost } from "./page";
import { type Screen, onSample } from "./screen";

/** A part of the screen of the budget, with what stands in it. */
const onBudget = (name: string, part: string, show: (milepost: Milepost) => Promise<unknown>): Screen =>
  onSample(name, async (milepost) => {
    await milepost.palette("screen-budget");
    await milepost.page.locator(`[data-budget-part=${part}]`).click();
    await show(milepost);
  });

export const budget: readonly Screen[] = [
  onBudget("budget chart", "curve", async ({ page }) => {
    await page.locator("[data-series=forecast]").waitFor({ state: "attached" });
    await page.locator("[data-gauge=all]").waitFor();
  }),
  onBudget("budget chart of a line, with a point read out", "curve", async (milepost) => {
    const { page } = milepost;
    await page.locator("[data-field=budget-line]").selectOption({ index: 1 });
    await page.locator("[data-gauge=line]").waitFor();
    await page.locator("[data-chart=budget]").focus();
    await milepost.press("ArrowRight");
    await page.locator("[data-readout=budget]").waitFor();
  }),
  onBudget("budget totals", "totals", async ({ page }) => {
    await page.locator("[data-totals-by=need]").click();
    await page.locator('[data-total="1"]').waitFor();
  }),
  {
    name: "no totals of a budget",
    async show(milepost) {
      await milepost.empty();
      await milepost.palette("screen-budget");
      await milepost.page.locator("[data-budget-part=totals]").click();
      await milepost.page.getByText("Nothing to add up yet").waitFor();
    },
  },
  {
    name: "no chart of a budget",
    async show(milepost) {
      await milepost.empty();
      await milepost.palette("screen-budget");
      await milepost.page.locator("[data-budget-part=curve]").click();
      await milepost.page.getByText("Nothing adds up yet").waitFor();
    },
  },
];

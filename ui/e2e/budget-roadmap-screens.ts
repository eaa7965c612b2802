/** The budget roadmap and what it opens, for the suites that look at every screen. */
import type { Milepost } from "./page";
import { type Screen, onSample } from "./screen";

/** Lanes of budget lines, the first of them unfolded. */
const onBudgetRoadmap = (name: string, show: (milepost: Milepost) => Promise<unknown>): Screen =>
  onSample(name, async (milepost) => {
    await milepost.act("roadmap-budget");
    await milepost.page.locator('[aria-label^="Budget line People"]').click();
    await milepost.page.locator("[data-cost]").first().waitFor({ state: "attached" });
    await show(milepost);
  });

export const budgetRoadmap: readonly Screen[] = [
  onBudgetRoadmap("budget roadmap", () => Promise.resolve()),
  onBudgetRoadmap("an item of the budget roadmap", async (milepost) => {
    await milepost.inspect("Scheduled report delivery");
  }),
  onBudgetRoadmap("menu of a cost on the roadmap", async (milepost) => {
    await milepost.page.locator("[data-cost]").first().focus();
    await milepost.press("Shift+F10");
    await milepost.page.getByRole("menu").waitFor();
  }),
  onBudgetRoadmap("menu of a budget line", async (milepost) => {
    await milepost.page.locator('[aria-label^="Budget line Cloud"]').click({ button: "right" });
    await milepost.page.getByRole("menu").waitFor();
  }),
  onBudgetRoadmap("what a budget roadmap shows", async (milepost) => {
    await milepost.press("g");
    await milepost.page.locator("[data-panel]").waitFor();
  }),
  {
    name: "no budget lines on the roadmap",
    async show(milepost) {
      await milepost.empty();
      await milepost.act("roadmap-budget");
      await milepost.page.getByText("No budget lines yet").waitFor();
    },
  },
];

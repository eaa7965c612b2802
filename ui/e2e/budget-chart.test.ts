/** The chart, the totals and the warnings of the budget, by keyboard and by pointer. */
import { afterEach, beforeEach, expect, it } from "vitest";

import { findings } from "./axe";
import { Milepost } from "./page";

let milepost: Milepost;
beforeEach(async () => {
  milepost = await Milepost.start();
  await milepost.sample();
});
afterEach(() => milepost.stop());

/** What a screen reader hears of the point that the chart reads out. */
const heard = () => milepost.page.locator("[data-chart=budget]").getAttribute("aria-valuetext");

it("goes from the warning on the roadmap to the line that is over, and reads its points out", async () => {
  const { page } = milepost;
  await page.locator("footer [data-action=over-cap]").click();
  await page.locator("[data-mark]").waitFor();
  await expect
    .poll(() => page.locator("[data-gauge=line] [data-field=left]").textContent())
    .toContain("over");
  await expect
    .poll(() => page.locator("[data-mark]").textContent())
    .toContain("Cloud passes its cap on 5 Sept 2027");
  await page.locator("[data-chart=budget]").focus();
  await expect.poll(heard).toContain("By the end of November 2026");
  await milepost.press("End");
  await expect.poll(heard).toMatch(/By the end of September 2027: .* over the cap\.$/);
  await page.locator("[data-readout=budget]").waitFor();
  await milepost.press("Escape");
  await expect.poll(() => page.locator("[data-readout=budget]").count()).toBe(0);

  const box = (await page.locator("[data-chart=budget]").boundingBox())!;
  await page.mouse.move(box.x + 90, box.y + 100);
  await expect.poll(() => page.locator("[data-readout=budget]").textContent()).toContain("October 2026");
});

it("draws less of what is certain, and says so where nothing passes its cap then", async () => {
  const { page } = milepost;
  await page.locator("footer [data-action=over-cap]").click();
  await page.locator("[data-mark]").waitFor();
  await page.locator("[data-budget-certainty=certain]").click();
  await expect.poll(() => page.locator("[data-mark]").count()).toBe(0);
  await expect.poll(() => page.getByText("Range of the estimates").count()).toBe(0);
  expect(await page.locator("footer [data-action=over-cap]").count(), "the warning stays").toBe(1);
});

it("adds up by work item, goes through the rows by arrows, and leads to the item", async () => {
  const { page } = milepost;
  await milepost.palette("screen-budget");
  await milepost.palette("budget-totals-by-item");
  await page.locator('[data-total-name="1"]').focus();
  await milepost.press("ArrowDown", "ArrowDown", "ArrowUp");
  const name = await page.locator(":focus").textContent();
  await expect.poll(() => page.locator(":focus").getAttribute("data-total-name")).toBe("2");
  await page.locator("[data-sort=name]").click();
  await page.locator("[aria-sort=ascending]").waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: name!, exact: true }).click();
  await expect.poll(() => page.locator("[data-field=title]").inputValue()).toBe(name);
});

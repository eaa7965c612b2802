/** The table in the place of the timeline, or beside it. */
import { afterEach, beforeEach, expect, it } from "vitest";

import { Milepost } from "./page";

let milepost: Milepost;
beforeEach(async () => {
  milepost = await Milepost.start();
});
afterEach(() => milepost.stop());

it("shows what is selected, and rows all the way down to it, where it takes the timeline's place", async () => {
  await milepost.sample();
  await milepost.focusBar("Training wave 2");
  await milepost.press("Alt+3");
  const { page } = milepost;
  await page.locator("[role=row][aria-selected=true]").waitFor();
  /** Whether a line stands right under the header, and the selected one above the lower edge. */
  const shown = () =>
    page.evaluate(() => {
      const scroller = document.querySelector("[role=grid]")!.getBoundingClientRect();
      const top = document.elementFromPoint(scroller.left + 100, scroller.top + 70);
      const row = document.querySelector("[role=row][aria-selected=true]")!.getBoundingClientRect();
      return top?.closest("[data-line]") !== null && row.bottom <= scroller.bottom;
    });
  await expect.poll(shown).toBe(true);
});

it("stands beside the bars to the very end, under which there is money", async () => {
  await milepost.sample();
  const { page } = milepost;
  await milepost.focusBar("Training wave 2");
  await page.setViewportSize({ width: 1440, height: 560 });
  await milepost.press("Alt+2");
  const row = page.locator("[role=row][aria-selected=true]");
  await row.waitFor();
  await page.locator("[data-on=period]").first().waitFor({ state: "attached" });
  const middleOf = async (locator: typeof row) => {
    const box = await locator.boundingBox();
    return box && Math.round(box.y + box.height / 2);
  };
  await page.locator(".chart-body").hover();
  // More than once, since the first step past an end is taken back by itself.
  for (const dy of [5_000, 500, 500]) {
    await page.mouse.wheel(0, dy);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
  }
  const apart = async () => (await middleOf(row))! - (await middleOf(milepost.bar("Training wave 2")))!;
  await expect.poll(apart).toBe(0);
});

/** The table in the place of the timeline. */
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

/** The table in the place of the timeline, or beside it. */
import { afterEach, beforeEach, expect, it } from "vitest";

import { findings } from "./axe";
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

it("stays where it is looked at on the way to another screen and to the timeline beside it, and views have their days", async () => {
  await milepost.sample();
  const { page } = milepost;
  await page.setViewportSize({ width: 1440, height: 560 });
  await milepost.palette("save-view");
  await page.locator("[data-field=view-name]").fill("Board");
  await milepost.press("Enter");
  await page.getByText("Board").first().waitFor();
  const bar = milepost.bar("Scheduled report delivery");
  const saved = (await bar.boundingBox())!;
  // Views keep whole days.
  const isAsSaved = async () => {
    const box = await bar.boundingBox();
    return box && Math.abs(box.x - saved.x) < 2 && Math.abs(box.width - saved.width) < 2;
  };

  await milepost.press("Alt+3");
  const scroller = page.locator("[role=grid]");
  const top = () => scroller.evaluate((element) => element.scrollTop);
  await page.locator("[role=row][data-line]").first().waitFor();
  await scroller.hover();
  await page.mouse.wheel(0, 260);
  await expect.poll(top).toBe(260);
  await milepost.act("screen-needs");
  await page.locator("h1").waitFor();
  await milepost.act("screen-roadmap");
  await expect.poll(top).toBe(260);
  await milepost.press("Alt+2");
  await expect.poll(() => milepost.page.locator(".chart-mirror [data-item]").count()).toBeGreaterThan(0);
  await expect.poll(top).toBe(260);

  await milepost.palette("zoom-year");
  await milepost.press("Alt+3");
  await milepost.press("v");
  await page.locator("[data-view][aria-pressed=true]").click();
  await page.locator(".chart-body").hover();
  await page.mouse.wheel(0, -1_000);
  await expect.poll(isAsSaved).toBe(true);
});

it("reads in a selected row, also where a title is struck out", async () => {
  await milepost.sample();
  await milepost.press("Alt+3");
  // It is far down, where its row is not there yet.
  await milepost.page.getByRole("grid").hover();
  await milepost.page.mouse.wheel(0, 5_000);
  await milepost.page.getByRole("rowheader", { name: "Report of the month" }).click();
  expect(await findings(milepost.page)).toEqual([]);
});

it("takes days from a spreadsheet into its cells in one step, and tells the one that is none", async () => {
  await milepost.sample();
  await milepost.press("Alt+3");
  const { page } = milepost;
  const column = Number(await page.locator("[data-column-name=start]").getAttribute("aria-colindex")) - 1;
  const rows = page.locator('[role=row][data-line]:not([data-line^="lane:"])');
  const cell = (row: number, at: number) => rows.nth(row).locator(`[data-column="${at}"]`);
  const days = async () => {
    const texts = [0, 1].flatMap((row) => [column, column + 1].map((at) => cell(row, at).innerText()));
    return (await Promise.all(texts)).map((text) => text.trim());
  };
  // Sorted by something else, they stay where they are.
  await milepost.palette("sort-by-title");
  await page.locator("[data-column-name=title][aria-sort=ascending]").waitFor();
  const before = await days();
  await cell(0, column).click();
  await milepost.hold("1 Feb 2027\t26 Feb 2027\r\n8 Mar 2027\trubbish\r\n");
  await milepost.press("Control+v");
  await page
    .getByText(/^Pasted 3 values\. 1 value was refused: End of .*“rubbish” is not a day/)
    .first()
    .waitFor();
  await expect
    .poll(async () => (await days()).slice(0, 3))
    .toEqual(["1 Feb 2027", "26 Feb 2027", "8 Mar 2027"]);
  await milepost.press("Control+z");
  await expect.poll(days).toEqual(before);
});

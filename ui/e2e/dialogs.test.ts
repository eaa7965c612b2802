/** Whether dialogs stand still while what is in them comes and goes, and where the keyboard begins in them. */
import { afterAll, beforeAll, expect, it } from "vitest";

import { Milepost } from "./page";

let milepost: Milepost;
beforeAll(async () => {
  milepost = await Milepost.start();
});
afterAll(() => milepost.stop());

/** The upper edge of something, in pixels from that of the window. */
const topOf = async (selector: string) => (await milepost.page.locator(selector).boundingBox())?.y;

it("adds one theme after the other where the pointer is, and leaves the dialog where it is", async () => {
  const { page } = milepost;
  await milepost.empty();
  await milepost.act("add-theme");
  await page.locator("dialog [data-field=theme-name]:focus").waitFor();
  const places = async () => [await topOf("dialog h2"), await topOf("[data-action=themes-add]")];
  const before = await places();
  for (let count = 2; count <= 4; count++) {
    await page.locator("[data-action=themes-add]").click();
    await expect.poll(() => page.locator("dialog [data-field=theme-name]").count()).toBe(count);
  }
  expect(await places()).toEqual(before);
});

it("leaves the settings where they are when a holiday is added", async () => {
  const { page } = milepost;
  await milepost.empty();
  await milepost.palette("settings");
  const before = await topOf("dialog [data-field=fiscal-year]");
  await page.locator("dialog [data-field=holiday] input").fill("25 Dec");
  await milepost.press("Enter");
  await page.getByLabel("Name of the holiday on").waitFor();
  expect(await topOf("dialog [data-field=fiscal-year]")).toBe(before);
});

it("begins at the name of a baseline each time, and closes nothing by a space that is typed", async () => {
  const { page } = milepost;
  await milepost.sample();
  for (const name of ["Board November", "Steering December"]) {
    await milepost.press("b");
    await page.locator("[data-field=new-baseline]:focus").waitFor();
    await page.keyboard.type(name);
    await milepost.press("Enter");
    await page.getByText(`Took “${name}”.`).waitFor();
    await milepost.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
  }
  await milepost.palette("settings");
  await page.locator("dialog").waitFor();
  await milepost.press("Space");
  expect(await page.locator("dialog").count()).toBe(1);
});

it("begins each column of the keys with a heading", async () => {
  const { page } = milepost;
  await milepost.sample();
  await milepost.press("?");
  await page.locator("dialog h3").first().waitFor();
  const tops = await page.evaluate(() => {
    const columns = new Map<number, number>();
    for (const each of document.querySelectorAll("dialog h3, dialog dt")) {
      const { left, top } = each.getBoundingClientRect();
      columns.set(left, Math.min(columns.get(left) ?? Infinity, top));
    }
    const headings = [...document.querySelectorAll("dialog h3")].map(
      (each) => each.getBoundingClientRect().top,
    );
    return [...columns.values()].map((top) => [top, headings.includes(top)]);
  });
  expect(tops.length).toBeGreaterThan(1);
  expect(new Set(tops.map(([top]) => top)).size).toBe(1);
  expect(tops.every(([, isHeading]) => isHeading)).toBe(true);
});

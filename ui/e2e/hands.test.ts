/** What hands do on the timeline, as the pointer and the keys of a real browser bring it. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import { Milepost } from "./page";

const BAR = "Scheduled report delivery";

let milepost: Milepost;
beforeAll(async () => {
  milepost = await Milepost.start();
});
beforeEach(() => milepost.sample());
afterAll(() => milepost.stop());

const boxOf = async (title: string) => (await milepost.bar(title).first().boundingBox())!;
const body = async () => (await milepost.page.locator(".chart-body").boundingBox())!;
const focusedBar = () => milepost.page.evaluate(() => document.activeElement?.ariaLabel?.split(",")[0]);
const nameOf = (title: string) => milepost.bar(title).getAttribute("aria-label");

async function drag(
  from: { x: number; y: number },
  dx: number,
  dy: number,
  button?: "middle",
): Promise<void> {
  const { mouse } = milepost.page;
  await mouse.move(from.x, from.y);
  await mouse.down({ button });
  await mouse.move(from.x + dx / 2, from.y + dy / 2);
  await mouse.move(from.x + dx, from.y + dy);
  await mouse.up({ button });
}

/** A point of a bar by which it can be held. */
async function middleOf(title: string): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await boxOf(title);
  return { x: x + Math.min(width / 2, 60), y: y + height / 2 };
}

it("lets Enter press the button that has the focus, whatever is selected", async () => {
  const { page } = milepost;
  await milepost.focusBar(BAR);
  await page.locator("[data-action=fit]").focus();
  const before = await boxOf(BAR);
  await milepost.press("Enter");
  await expect.poll(async () => (await boxOf(BAR)).width).not.toBe(before.width);
  await expect.poll(() => page.locator("aside[aria-label=Inspector]").count()).toBe(0);
});

it("duplicates by its key, and renames the copy, which has the focus", async () => {
  await milepost.focusBar(BAR);
  await milepost.press("Control+d");
  await expect.poll(() => milepost.bar(BAR).count()).toBe(2);
  await expect
    .poll(() => milepost.page.locator("[data-item][aria-selected=true]:focus").count(), { timeout: 5_000 })
    .toBe(1);
  await milepost.press("F2");
  await milepost.page.locator("[data-field=rename]").fill("Deliveries once more");
  await milepost.press("Enter");
  await milepost.bar("Deliveries once more").waitFor({ state: "attached" });
  await expect.poll(() => milepost.bar(BAR).count()).toBe(1);
  await expect.poll(focusedBar).toBe("Deliveries once more");
});

it("brings a bar into sight before its name is typed on it, and keeps the field inside of the timeline", async () => {
  const { page } = milepost;
  await milepost.focusBar(BAR);
  const { x, y, width, height } = await body();
  await page.mouse.move(x + width / 2, y + height / 2);
  // What has the focus stays on the page where it was.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await milepost.press("1");
  await page.mouse.wheel(4_000, 0);
  await expect.poll(() => milepost.bar(BAR).count()).toBe(0);
  await milepost.press("F2");
  const field = page.locator("[data-field=rename]");
  await field.waitFor();
  const box = (await field.boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(x);
  expect(box.x + box.width).toBeLessThanOrEqual(x + width);
  // Scrolled away with its bar, it lies over nothing else.
  await page.mouse.wheel(9_000, 0);
  const isCovered = () =>
    page.evaluate(() => {
      const over = document.querySelector("[data-field=rename]")?.getBoundingClientRect();
      const at = over && document.elementFromPoint(over.left + 4, over.top + 4);
      return at?.matches("[data-field=rename]") ?? false;
    });
  await expect.poll(isCovered).toBe(false);
});

it("moves what has days of all that is selected, and tells how much has none", async () => {
  const { page } = milepost;
  const before = await nameOf(BAR);
  await milepost.focusBar(BAR);
  await milepost.press("Control+a");
  await page
    .getByText(/items selected/)
    .first()
    .waitFor();
  await milepost.press("Alt+ArrowRight");
  await expect.poll(() => nameOf(BAR)).not.toBe(before);
  await expect.poll(() => page.locator("[data-field=spoken]").textContent()).toMatch(/ha(s|ve) no days/);
});

it("pans with the middle button and with the space bar, and zooms about the pointer by Ctrl and the wheel", async () => {
  const { page } = milepost;
  const { x, y, width, height } = await body();
  // Below the lanes, where no notice comes to lie.
  const ground = { x: x + width / 2, y: y + height - 90 };
  const start = await boxOf(BAR);
  await drag(ground, 120, 0, "middle");
  await expect.poll(async () => (await boxOf(BAR)).x).toBe(start.x + 120);
  await milepost.focusBar(BAR);
  await page.keyboard.down(" ");
  await drag(ground, -120, 0);
  await page.keyboard.up(" ");
  await expect.poll(async () => (await boxOf(BAR)).x).toBe(start.x);
  await page.mouse.move(start.x, start.y);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -200);
  await page.keyboard.up("Control");
  await expect.poll(async () => (await boxOf(BAR)).width).toBeGreaterThan(start.width * 1.2);
  expect(Math.abs((await boxOf(BAR)).x - start.x)).toBeLessThan(3);
});

it("drags nothing in a plan that can only be read, and says so", async () => {
  const { page } = milepost;
  await page.route("**/api/plan_state", async (route) => {
    const state = (await (await route.fetch()).json()) as object;
    await route.fulfill({ json: { ...state, read_only: true } });
  });
  await milepost.reload();
  await milepost.bar(BAR).waitFor({ state: "attached" });
  const before = await nameOf(BAR);
  const at = await middleOf(BAR);
  await page.mouse.move(at.x, at.y);
  await expect
    .poll(() => page.locator(".chart-body").evaluate((element) => element.style.cursor))
    .toBe("pointer");
  await drag(at, 90, 0);
  await page.getByText("This plan can only be read.").first().waitFor();
  await page.mouse.dblclick(at.x, at.y);
  expect([await nameOf(BAR), await page.locator("[data-field=rename]").count()]).toEqual([before, 0]);
});

/** What the pointer does with a dependency's line, and the keys that do the same. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import { Milepost } from "./page";

const BEFORE = "Duplicate detection";
const AFTER = "Contract tests in CI";

let milepost: Milepost;
beforeAll(async () => {
  milepost = await Milepost.start();
});
beforeEach(() => milepost.sample());
afterAll(() => milepost.stop());

const boxOf = async (title: string) => (await milepost.bar(title).first().boundingBox())!;
const kind = () => milepost.page.locator("[data-field=dependency-kind]");
const cursor = () => milepost.page.locator(".chart-body").evaluate((element) => element.style.cursor);

/** Where the line goes straight into the bar that waits, with no other bar in between. */
async function onLine(): Promise<[x: number, y: number]> {
  const [from, to] = [await boxOf(BEFORE), await boxOf(AFTER)];
  expect(from.x + from.width + 30).toBeLessThan(to.x);
  return [to.x - 14, to.y + to.height / 2 + 2];
}

it("lights and names the line under the pointer, and a click opens its fields", async () => {
  const { page } = milepost;
  await page.mouse.move(...(await onLine()));
  await expect.poll(cursor).toBe("pointer");
  await page
    .getByRole("tooltip")
    .getByText(`“${BEFORE}” → “${AFTER}”, finish to start`, { exact: true })
    .waitFor();
  await page.mouse.click(...(await onLine()));
  await expect.poll(() => page.locator("[data-field=title]").inputValue()).toBe(AFTER);
  await expect.poll(() => kind().evaluate((field) => field === document.activeElement)).toBe(true);
  // What comes in above them does not push them out of sight.
  await page.getByText("1 piece of feedback").first().waitFor();
  const lag = page.locator("[data-field=dependency-lag]");
  const below = async () => {
    const { y, height } = (await lag.boundingBox())!;
    return 900 - y - height;
  };
  await expect.poll(below).toBeGreaterThan(0);
  // Esc goes back to the chip, from where Enter opens the fields again, and Delete there deletes the dependency.
  await milepost.press("Escape");
  await expect.poll(() => kind().count()).toBe(0);
  await milepost.press("Enter");
  await expect.poll(() => kind().evaluate((field) => field === document.activeElement)).toBe(true);
  await milepost.press("Delete");
  await page.getByText(`“${AFTER}” no longer waits for “${BEFORE}”.`).first().waitFor();
  await page.mouse.move(...(await onLine()));
  await expect.poll(cursor).not.toBe("pointer");
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect.poll(() => page.getByLabel(`Edit the dependency on ${BEFORE}`).count()).toBe(1);
});

it("offers the kinds, both ends and to delete it at a right click", async () => {
  const { page } = milepost;
  await page.mouse.click(...(await onLine()), { button: "right" });
  const menu = page.getByRole("menu", { name: "Dependency" });
  await menu.waitFor();
  const holds = menu.locator("[aria-checked=true]");
  expect(await holds.getAttribute("data-menu")).toBe("dependency-finish-to-start");
  await menu.locator("[data-menu=go-to-predecessor]").click();
  await expect.poll(() => page.locator("[data-field=title]").inputValue()).toBe(BEFORE);
  await page.mouse.click(...(await onLine()), { button: "right" });
  await menu.waitFor();
  await milepost.press("Escape", "Delete");
  await page.getByText(`“${AFTER}” no longer waits for “${BEFORE}”.`).first().waitFor();
  expect(await milepost.bar(AFTER).count()).toBe(1);
});

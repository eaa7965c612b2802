/** The budget below the features roadmap: it says what a drag would make of it, and the keyboard goes through it. */
import { afterEach, beforeEach, expect, it } from "vitest";

import { Milepost } from "./page";

let milepost: Milepost;
beforeEach(async () => {
  milepost = await Milepost.start();
  await milepost.sample();
  await milepost.page.locator("[data-on=period]").first().waitFor({ state: "attached" });
});
afterEach(() => milepost.stop());

const strip = () => milepost.page.locator(".chart-strip-mirror");
const month = (name: string) => milepost.page.locator(`[data-on=period][aria-label^="${name}:"]`);
const said = (name: string) => month(name).getAttribute("aria-label");

async function holdBar(title: string, dx: number): Promise<void> {
  const box = await milepost.bar(title).boundingBox();
  if (!box) throw new Error(`“${title}” is not in sight.`);
  const { mouse } = milepost.page;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await mouse.move(x, y);
  await mouse.down();
  // At once: what is said on the way there is not what it comes to.
  await mouse.move(x + dx, y);
}

it("follows a drag across the end of a quarter, and Esc and undo take it back", async () => {
  const { page } = milepost;
  const before = { march: await said("Mar 2027"), may: await said("May 2027") };
  const still = await page.locator(".chart-strip").screenshot();
  await holdBar("Scheduled report delivery", 120);
  await expect.poll(() => said("Mar 2027")).not.toBe(before.march);
  await expect.poll(() => said("May 2027")).not.toBe(before.may);
  expect((await page.locator(".chart-strip").screenshot()).equals(still)).toBe(false);
  await milepost.press("Escape");
  await page.mouse.up();
  await expect.poll(() => said("Mar 2027")).toBe(before.march);
  await expect.poll(() => said("May 2027")).toBe(before.may);

  await holdBar("Scheduled report delivery", 120);
  await expect.poll(() => said("Mar 2027")).not.toBe(before.march);
  const held = await said("Mar 2027");
  await page.mouse.up();
  await page.locator("[data-action=undo]:not(:disabled)").first().waitFor({ state: "attached" });
  await expect.poll(() => said("Mar 2027")).toBe(held);
  await milepost.press("Control+z");
  await expect.poll(() => said("Mar 2027")).toBe(before.march);
});

it("says which line is over its cap, and is gone through by the arrow keys", async () => {
  await expect.poll(() => strip().getAttribute("aria-label")).toContain("“Cloud” is over its cap of");
  await month("Dec 2026").focus();
  await milepost.press("ArrowRight", "ArrowRight");
  const focused = milepost.page.locator(".chart-strip-mirror :focus");
  await expect.poll(() => focused.getAttribute("aria-label")).toContain("Feb 2027:");
  await milepost.press("End");
  await expect.poll(() => focused.getAttribute("aria-label")).toContain("it is passed on 5 September 2027");
});

it("names a period under the pointer, and is hidden and shown by name", async () => {
  const { page } = milepost;
  const box = await month("Feb 2027").boundingBox();
  await page.mouse.move(box!.x + box!.width / 2, box!.y + box!.height - 10);
  await page.getByRole("tooltip").filter({ hasText: "Feb 2027: £" }).waitFor();
  await page.mouse.move(5, 5);
  await milepost.palette("toggle-budget-strip");
  await page.locator("[data-on=period]").first().waitFor({ state: "detached" });
  await milepost.press("Shift+B");
  await month("Feb 2027").waitFor({ state: "attached" });
});

it.each(["a press", "Enter"])("goes on in the budget's table from a period by %s", async (by) => {
  const { page } = milepost;
  if (by === "Enter") {
    await month("Feb 2027").focus();
    await milepost.press("Enter");
  } else {
    const box = (await month("Feb 2027").boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height - 10);
  }
  await page.getByRole("grid").waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.role)).toBe("gridcell");
  const before = await page.evaluate(
    () => document.activeElement!.ariaLabel ?? document.activeElement!.textContent,
  );
  await milepost.press("ArrowRight");
  await expect.poll(() => page.evaluate(() => document.activeElement?.role)).toBe("gridcell");
  expect(
    await page.evaluate(() => document.activeElement!.ariaLabel ?? document.activeElement!.textContent),
  ).not.toBe(before);
});

/** Money on the axis: unfolding lines, dragging what costs money, and doing the same by the keyboard. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import { Milepost } from "./page";

let milepost: Milepost;
beforeAll(async () => {
  milepost = await Milepost.start();
});
beforeEach(async () => {
  await milepost.sample();
  await milepost.press("Alt+6");
  await people().waitFor({ state: "attached" });
});
afterAll(() => milepost.stop());

const lane = (name: string) => milepost.page.locator(`button[aria-label^="Budget line ${name},"]`);
const people = () => lane("People");
const headOf = (name: string) => lane(name).getAttribute("aria-label");

it("unfolds a line to what is behind its money, and folds it again", async () => {
  const { page } = milepost;
  await expect.poll(() => page.locator("[data-item]").count()).toBe(0);
  await people().focus();
  await milepost.press("Enter");
  const bar = milepost.bar("Scheduled report delivery");
  await bar.waitFor({ state: "attached" });
  expect(await bar.getAttribute("aria-label")).toBe(
    "Scheduled report delivery, £31,400 on People, 2 February to 16 April 2027",
  );
  await expect.poll(() => people().getAttribute("aria-expanded")).toBe("true");
  await milepost.press("c");
  await expect.poll(() => page.locator("[data-item]").count()).toBe(0);
  // It costs money on two lines.
  await milepost.palette("expand-lanes");
  await expect.poll(() => bar.count()).toBe(2);
});

it("moves an item by dragging its bar, and the money of its lines with it", async () => {
  const { page } = milepost;
  await people().click();
  await lane("Cloud").click();
  const bar = milepost.bar("Scheduled report delivery").first();
  await bar.waitFor({ state: "attached" });
  const left = async () => (await bar.boundingBox())!.x;
  const [before, head] = [await left(), await headOf("Cloud")];
  const box = (await bar.boundingBox())!;
  await page.mouse.move(box.x + 60, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 60, { steps: 5 });
  await page.mouse.move(box.x + 420, box.y + 60, { steps: 5 });
  await page.mouse.up();
  await expect.poll(left).toBeGreaterThan(before + 300);
  await milepost.press("Control+z");
  await expect.poll(left).toBe(before);
  await expect.poll(() => headOf("Cloud")).toBe(head);
});

it("says in words by how much a line is over its cap, and from when on", async () => {
  await expect.poll(() => headOf("Cloud")).toMatch(/, over its cap by £[\d,.]+ from \d+ \w+ 2027$/);
  await expect.poll(() => headOf("People")).not.toContain("over");
});

it("goes on by the keyboard from bars to the inspector and to the costs", async () => {
  const { page } = milepost;
  await people().click();
  await milepost.inspect("Scheduled report delivery");
  await page.locator("[data-cost]").first().focus();
  await milepost.press("Enter");
  await page
    .locator("[data-budget-part=entries][aria-pressed=true], [data-budget-part=entries][aria-checked=true]")
    .waitFor();
});

it("puts a line elsewhere by Alt and the arrows, and undoes it", async () => {
  const order = () =>
    milepost.page
      .locator('button[aria-label^="Budget line "]')
      .evaluateAll((lanes) =>
        lanes
          .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
          .map((each) => each.getAttribute("aria-label")!.split(",")[0]!.replace("Budget line ", "")),
      );
  const before = await order();
  await people().focus();
  await milepost.press("Alt+ArrowDown");
  await expect.poll(order).toEqual([before[1], before[0], ...before.slice(2)]);
  await milepost.press("Control+z");
  await expect.poll(order).toEqual(before);
});

/** Needs on the axis: switching roadmaps, hands on what serves needs, and planning features for those that wait. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import { Milepost } from "./page";

let milepost: Milepost;
beforeAll(async () => {
  milepost = await Milepost.start();
});
beforeEach(async () => {
  await milepost.sample();
  await milepost.act("roadmap-needs");
  await milepost.page.locator("[data-need]").first().waitFor({ state: "attached" });
});
afterAll(() => milepost.stop());

/** A feature that is seen in several places, by its id, and where it stands in each. */
async function severalTimes(): Promise<{ id: string; places: () => Promise<number[]> }> {
  const id = await milepost.page.evaluate(() => {
    const items = [...document.querySelectorAll<HTMLElement>("[data-item]")].map(
      ({ dataset }) => dataset["item"]!,
    );
    return items.find((item, at) => items.indexOf(item) !== at);
  });
  if (id === undefined) throw new Error("No feature is in sight twice.");
  const places = () =>
    milepost.page
      .locator(`[data-item="${id}"]`)
      .evaluateAll((elements) => elements.map((element) => Math.round(element.getBoundingClientRect().left)));
  return { id, places };
}

it("keeps the look of each roadmap, and the days in sight", async () => {
  const { page } = milepost;
  const words = () => page.locator("[data-popover=lanes] .words").textContent();
  const milestone = async () => (await page.locator("[data-milestone]").first().boundingBox())!.x;
  await expect.poll(words).toBe("By customer");
  const before = await milestone();
  await milepost.palette("lanes-by-importance");
  await expect.poll(words).toBe("By importance");
  await milepost.press("Alt+4");
  await expect.poll(words).toBe("By theme");
  // Until the features have come in, its segments stand there still.
  await expect.poll(() => milepost.bar("Scheduled report delivery").count()).toBe(1);
  await milepost.press("Alt+5");
  await expect.poll(words).toBe("By importance");
  await expect.poll(milestone).toBe(before);
});

it("moves a feature in all of its needs by dragging one of its segments", async () => {
  const { page } = milepost;
  const { id, places } = await severalTimes();
  const before = await places();
  expect(before.length).toBeGreaterThan(1);
  const box = (await page.locator(`[data-item="${id}"]`).first().boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y + 150, { steps: 4 });
  await page.mouse.move(x + 60, y + 200, { steps: 4 });
  await page.mouse.up();
  await page.locator("[data-action=undo]:not(:disabled)").first().waitFor({ state: "attached" });
  const moved = async () => {
    const now = await places();
    return now.length === before.length && now.every((left, at) => left > before[at]! + 30);
  };
  await expect.poll(moved).toBe(true);
  await milepost.press("Control+z");
  await expect.poll(places).toEqual(before);
});

it("plans a feature for a need that is dragged from the tray onto a day", async () => {
  const { page } = milepost;
  await milepost.press("u");
  const row = page.locator("[data-tray]").first();
  await row.waitFor();
  const statement = await row.locator(".statement").textContent();
  const count = async () => Number(await page.locator("[data-field=tray-count]").textContent());
  const before = await count();
  const box = (await row.boundingBox())!;
  await page.mouse.move(box.x + 60, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 300, box.y + 100, { steps: 5 });
  await page.mouse.move(900, 400, { steps: 5 });
  await page.mouse.up();
  await expect.poll(count).toBe(before - 1);
  const need = page.locator(`[data-need][aria-label^="${statement},"]`).first();
  await need.waitFor({ state: "attached" });
  await milepost.press("Control+z");
  await expect.poll(count).toBe(before);
});

it("goes from a need to its features and back by the keyboard", async () => {
  const { page } = milepost;
  await page.locator("[data-need]").first().focus();
  await milepost.press("Enter");
  await page.getByText("1 need", { exact: true }).first().waitFor();
  // The focus has gone on to the first of them, which is selected.
  await page.locator("[data-item][aria-selected=true]:focus").waitFor();
  await page.waitForFunction(() => document.querySelectorAll("[data-need]").length === 0);
  await milepost.press("Enter");
  await page.locator("[data-field=title]").waitFor();
  await milepost.palette("show-needs-of-item");
  await page.locator("[data-need][aria-selected=true]").first().waitFor({ state: "attached" });
  await page.locator("[data-field=statement]").waitFor();
});

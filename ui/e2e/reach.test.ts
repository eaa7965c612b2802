/** How the timeline is gone about: by keys, by name and by the overview, and that one arrives where one meant to. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import { Milepost, WHOLE } from "./page";
import { take } from "./pictures";

const BAR = "Scheduled report delivery";

let milepost: Milepost;
beforeAll(async () => {
  milepost = await Milepost.start();
});
beforeEach(async () => {
  await milepost.page.setViewportSize(WHOLE);
  await milepost.sample();
});
afterAll(() => milepost.stop());

/** What has the focus, by its name, and whether it is in sight. */
const focused = () =>
  milepost.page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    const [bar, body] = [at, document.querySelector(".chart-body")!].map((each) =>
      each.getBoundingClientRect(),
    ) as [DOMRect, DOMRect];
    const isInSight = bar.left < body.right && bar.right > body.left && bar.top >= body.top - 1;
    return { name: at.ariaLabel?.split(",")[0], isInSight };
  });

it("goes by arrows to bars that are out of sight, and brings each into sight", async () => {
  await milepost.focusBar(BAR);
  await milepost.press("1");
  await milepost.page.locator("[data-action=zoom-day][aria-pressed=true]").waitFor();
  const been = [(await focused()).name];
  const spoken = milepost.page.getByText("Nothing further to the right.");
  while (been.length < 40) {
    await milepost.press("ArrowRight");
    await expect
      .poll(async () => (await focused()).name !== been.at(-1) || (await spoken.count()) > 0)
      .toBe(true);
    if (await spoken.count()) break;
    await expect.poll(async () => (await focused()).isInSight).toBe(true);
    been.push((await focused()).name);
  }
  expect(been.length).toBeGreaterThan(3);
  expect(await spoken.count()).toBe(1);
  expect(new Set(been).size).toBe(been.length);
  await take(milepost.page, "reached by arrows");
});

it("has all that is done with the file in a menu beside the plan's name", async () => {
  const { page } = milepost;
  await page.locator("[data-field=plan-menu]").focus();
  await milepost.press("Enter");
  const entries = page.getByRole("menuitem");
  await entries.first().waitFor();
  expect(await entries.locator("span").allTextContents()).toEqual([
    "New plan…",
    "Open plan…",
    "Save as…",
    "Open the sample plan…",
    "Import CSV…",
    "Export…",
    "Print…",
    "Plan settings",
  ]);
  await take(page, "plan menu");
  await milepost.press("p", "Enter");
  await page.getByText("Paper comes from the PDF").waitFor();
  await take(page, "print");
});

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
  await expect.poll(() => spoken.count()).toBe(1);
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

/** The first and the last day in sight, as the overview tells them. */
async function daysInSight(): Promise<[from: number, to: number]> {
  const words = await milepost.page
    .getByRole("slider", { name: "Days in sight" })
    .getAttribute("aria-valuetext");
  return words!.split(" – ").map((day) => Date.parse(`${day} UTC`) / 86_400_000) as [number, number];
}

const dayOf = (iso: string): number => Date.parse(iso) / 86_400_000;

it("arrives where Fit, Today, Go to date and the keys say", async () => {
  const { page } = milepost;
  await milepost.palette("toggle-overview");
  await page.getByRole("slider", { name: "Days in sight" }).waitFor();
  const today = Number(await page.locator("[data-today]").getAttribute("data-today"));
  const middleThird = async (day: number) => {
    await expect
      .poll(async () => {
        const [from, to] = await daysInSight();
        return Math.abs((day - from) / (to + 1 - from) - 1 / 3);
      })
      .toBeLessThan(0.02);
  };

  await milepost.press("0");
  await expect
    .poll(async () => {
      const [from, to] = await daysInSight();
      return [from < dayOf("2026-11-01"), to > dayOf("2027-09-01"), to - from < 700];
    })
    .toEqual([true, true, true]);
  await milepost.press("3", "t");
  await middleThird(today);
  await milepost.press("j");
  await page.locator("[data-field=go-to] input").fill("1 March 2029");
  await milepost.press("Enter");
  await middleThird(dayOf("2029-03-01"));

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await milepost.press("Home");
  await expect.poll(async () => (await daysInSight())[1]).toBeLessThan(dayOf("2028-06-01"));
  const [start] = await daysInSight();
  await milepost.press("Shift+PageDown");
  await expect.poll(async () => (await daysInSight())[0]).toBeGreaterThan(start + 100);
  await milepost.press("Shift+PageUp");
  await expect.poll(async () => (await daysInSight())[0]).toBe(start);
});

it("pans and zooms by the window of the overview, by pointer and by keys", async () => {
  const { page } = milepost;
  await milepost.palette("toggle-overview");
  const window = page.getByRole("slider", { name: "Days in sight" });
  await window.waitFor();
  await milepost.press("2");
  await expect.poll(async () => (await daysInSight())[1] - (await daysInSight())[0]).toBeLessThan(120);
  const length = async () => {
    const [from, to] = await daysInSight();
    return to - from;
  };
  const [before, long] = [(await daysInSight())[0], await length()];
  const box = () => window.boundingBox().then((each) => each!);
  const drag = async (fromX: number, toX: number) => {
    const { y, height } = await box();
    await page.mouse.move(fromX, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(toX, y + height / 2, { steps: 4 });
    await page.mouse.up();
  };

  let { x, width } = await box();
  await drag(x + width / 2, x + width / 2 + 80);
  await expect.poll(async () => (await daysInSight())[0]).toBeGreaterThan(before + 20);
  await expect.poll(length).toBe(long);

  // By its right edge it holds more days, from the same one on.
  const [from] = await daysInSight();
  ({ x, width } = await box());
  await drag(x + width, x + width + 60);
  await expect.poll(length).toBeGreaterThan(long + 15);
  expect(Math.abs((await daysInSight())[0] - from)).toBeLessThanOrEqual(1);

  // A press beside it takes it there.
  const [, last] = await daysInSight();
  const strip = (await page.getByRole("region", { name: "Overview" }).boundingBox())!;
  await page.mouse.click(strip.x + strip.width - 40, strip.y + strip.height / 2);
  await expect.poll(async () => (await daysInSight())[1]).toBeGreaterThan(last);

  await window.focus();
  await milepost.press("Home");
  await expect.poll(async () => (await daysInSight())[0]).toBeLessThan(before);
  const [home] = await daysInSight();
  await milepost.press("PageDown");
  await expect.poll(async () => (await daysInSight())[0]).toBeGreaterThan(home + 30);
  const wide = await length();
  await milepost.press("Shift+ArrowLeft");
  await expect.poll(length).toBeLessThan(wide);
  await take(page, "overview");
});

it("zooms in until a week fills the window, however wide that is, and brings saved days back as they were", async () => {
  const { page } = milepost;
  await page.setViewportSize({ width: 2560, height: 700 });
  await milepost.palette("toggle-overview");
  await page.getByRole("slider", { name: "Days in sight" }).waitFor();
  await milepost.press("1", "t", ...Array<string>(10).fill("+"));
  const length = async () => {
    const [from, to] = await daysInSight();
    return to - from + 1;
  };
  await expect.poll(length).toBeLessThanOrEqual(8);
  await take(page, "a week on a wide window");
  const saved = await daysInSight();
  await milepost.palette("save-view");
  await page.locator("[data-panel] input").first().fill("This week");
  await milepost.press("Enter");
  await page.getByText("This week").first().waitFor();
  await milepost.press("Escape", "3");
  await expect.poll(length).toBeGreaterThan(100);
  await milepost.press("Control+k");
  await page.locator("[data-found^=view-]", { hasText: "This week" }).click();
  // Whole days are saved, and what was in sight may have begun in the middle of one.
  const off = async () => Math.max(...(await daysInSight()).map((day, end) => Math.abs(day - saved[end]!)));
  await expect.poll(off).toBeLessThanOrEqual(1);
  await expect.poll(length).toBe(7);
});

it("goes from a bar to the field that adds what it waits for, by one key", async () => {
  await milepost.focusBar(BAR);
  await milepost.press("l");
  await milepost.page.locator("[data-field=add-predecessor]:focus").waitFor();
});

it("shows what hangs open from its beginning", async () => {
  await milepost.press("f");
  const panel = milepost.page.locator("[data-panel=filter]");
  await panel.locator("[data-list=parents]").waitFor();
  expect(
    await panel
      .locator(".content")
      .first()
      .evaluate((content) => content.scrollTop),
  ).toBe(0);
});

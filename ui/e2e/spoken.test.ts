/** What a screen reader is told: once, and in words that make sense without the picture. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import { Milepost } from "./page";

const BAR = "Scheduled report delivery";

let milepost: Milepost;
beforeAll(async () => {
  milepost = await Milepost.start();
});
beforeEach(async () => {
  await milepost.sample();
  // Every text that comes into a live region, as a screen reader would get it.
  await milepost.page.evaluate(() => {
    const heard: string[] = [];
    (window as unknown as { heard: string[] }).heard = heard;
    const LIVE = "[aria-live]:not([aria-live=off]), [role=status], [role=alert]";
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const lives = element?.closest(LIVE) !== null;
        for (const node of addedNodes) {
          const region = node instanceof Element && node.matches(LIVE);
          const text = node.textContent?.trim();
          if ((lives || region) && text) heard.push(text);
        }
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
});
afterAll(() => milepost.stop());

const heard = () => milepost.page.evaluate(() => (window as unknown as { heard: string[] }).heard);
const last = async () => (await heard()).at(-1);

it("names a bar by its title, kind, dates, lane and progress", async () => {
  const name = await milepost.bar(BAR).getAttribute("aria-label");
  expect(name).toBe(
    "Scheduled report delivery, feature, 2 February to 16 April 2027, lane Self-service reporting, 15 % done",
  );
});

it("says the new dates of a bar that the keyboard moves, each time once", async () => {
  await milepost.focusBar(BAR);
  await milepost.press("Alt+ArrowRight");
  await expect.poll(last).toMatch(/^Moved to \d+ February to \d+ April 2027/);
  const first = await last();
  await milepost.press("Alt+ArrowLeft");
  await expect.poll(last).not.toBe(first);
  await milepost.press("Control+z");
  await expect.poll(last).toMatch(/^Undid: Move/);
  await milepost.press("Control+Shift+z");
  await expect.poll(last).toMatch(/^Redid: Move/);
  expect((await heard()).filter((text) => text.startsWith("Moved to"))).toHaveLength(2);
});

it("says how many are selected", async () => {
  const bars = milepost.page.locator("[data-item]");
  const box = async (at: number) => (await bars.nth(at).boundingBox())!;
  const [one, other] = [await box(0), await box(1)];
  await milepost.page.mouse.click(one.x + 8, one.y + 8);
  await milepost.page.keyboard.down("Control");
  await milepost.page.mouse.click(other.x + 8, other.y + 8);
  await milepost.page.keyboard.up("Control");
  await expect.poll(last).toBe("2 items selected");
});

it("says how the roadmap is looked at, when a key has changed that", async () => {
  await milepost.focusBar(BAR);
  await milepost.press("d");
  await expect.poll(last).toBe("Dependencies hidden");
  await milepost.press("c");
  await expect.poll(last).toBe("Lane collapsed");
  await milepost.press("2");
  await expect.poll(last).toBe("By week");
  await milepost.palette("lanes-by-status");
  await expect.poll(last).toBe("Lanes by status");
});

it("says a refusal as an alert, once", async () => {
  await milepost.refuse("apply", "rule", "The dates would not hold.", "Move the other one first.");
  await milepost.focusBar(BAR);
  await milepost.press("Alt+ArrowRight");
  await milepost.page.getByRole("alert").waitFor();
  expect((await heard()).filter((text) => text.includes("The dates would not hold."))).toHaveLength(1);
});

it("says a notice once, with what it offers", async () => {
  await milepost.focusBar(BAR);
  await milepost.press("Delete");
  await expect.poll(last).toMatch(/^Deleted “.+” and 4 items in it\. Undo is offered\.$/);
  expect((await heard()).filter((text) => text.includes("Deleted"))).toHaveLength(1);
});

it("says which screen was gone to", async () => {
  await milepost.press("Control+2");
  await expect.poll(last).toBe("Needs");
  await milepost.press("Control+1");
  await expect.poll(last).toBe("Roadmap");
});

it("has the name of the plan in its title, and says its language", async () => {
  await expect.poll(() => milepost.page.title()).toBe("Northwind Insights – Milepost");
  await expect.poll(() => milepost.page.locator("html").getAttribute("lang")).toBe("en");
});

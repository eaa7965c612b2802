import { afterAll, beforeAll, expect, it } from "vitest";

import { findings } from "./axe";
import { cut } from "./fit";
import { Milepost, WHOLE } from "./page";
import { take } from "./pictures";
import { screens } from "./screens";

/** The least window, and what is left of windows when the text is larger, in points. */
const SIGHTS = [
  { name: "the least window", width: 1024, height: 700 },
  { name: "a usual window at 200 %", width: 720, height: 450 },
  { name: "the least window at 150 %", width: 683, height: 467 },
];

let milepost: Milepost;
beforeAll(async () => {
  milepost = await Milepost.start();
});
afterAll(() => milepost.stop());

it.each(screens)("everything can be reached in $name", async ({ name, show }) => {
  await milepost.page.setViewportSize(WHOLE);
  await show(milepost);
  for (const sight of SIGHTS) {
    await milepost.page.setViewportSize(sight);
    expect.soft(await cut(milepost.page), sight.name).toEqual([]);
    await take(milepost.page, `${name}, ${sight.width}`);
  }
});

it("names what is left of the navigation, and keeps the rest under More", async () => {
  const { page } = milepost;
  await page.setViewportSize({ width: 720, height: 450 });
  await milepost.sample();
  const names = await page
    .getByRole("navigation")
    .getByRole("button")
    .evaluateAll((buttons) => buttons.map((button) => button.textContent.trim()));
  expect(names.length).toBeGreaterThan(8);
  expect(names.filter((name) => name === "")).toEqual([]);

  await page.locator("[data-popover=more]").click();
  await page.locator("[data-panel=more] [data-action=zoom-quarter]").click();
  await page.locator("[data-panel=more] [data-action=zoom-quarter][aria-pressed=true]").waitFor();
  expect(await cut(page)).toEqual([]);
  expect(await findings(page)).toEqual([]);
  await take(page, "more, 720");
});

it("cuts what is counted and the name of the file before what is wrong", async () => {
  const { page } = milepost;
  await page.setViewportSize({ width: 720, height: 450 });
  await milepost.sample();
  await milepost.press("Control+2");
  const warning = page.locator("[data-action=over-cap] span");
  await page.getByText("18 needs").waitFor();
  /** Part of a point more than there is room for cuts it already. */
  const lacking = (words: Element) => {
    const range = document.createRange();
    range.selectNodeContents(words);
    return range.getBoundingClientRect().width - words.getBoundingClientRect().width;
  };
  await expect.poll(() => warning.evaluate(lacking)).toBeLessThan(0.05);
  await take(page, "status, 720");
});

/** Whether all of an element can be seen and pressed: nothing cuts it off or covers it. */
const isWhole = (element: Element): boolean => {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const xs = [left + 4, (left + right) / 2, right - 4];
  const ys = [top + 4, (top + bottom) / 2, bottom - 4];
  return xs.every((x) => ys.every((y) => element.contains(document.elementFromPoint(x, y))));
};

it.each([
  { name: "a usual window", ...WHOLE },
  ...SIGHTS,
  { name: "the least window at 200 %", width: 512, height: 350 },
])("shows the whole calendar of a field in $name", async (sight) => {
  const { page } = milepost;
  const calendar = page.getByRole("dialog", { name: "Choose a day" });
  await page.setViewportSize(sight);
  await milepost.sample();
  await milepost.press("j");
  await page.locator("[data-field=go-to] input").press("ArrowDown");
  expect.soft(await calendar.evaluate(isWhole), "in a dialog").toBe(true);
  await take(page, `calendar in a dialog, ${sight.width}`);
  await milepost.press("Escape", "Escape");

  await milepost.inspect("Scheduled report delivery");
  await page.locator("[data-field=last] input").press("ArrowDown");
  expect.soft(await calendar.evaluate(isWhole), "in the inspector").toBe(true);
  await take(page, `calendar in the inspector, ${sight.width}`);
});

it("keeps the tools of the budget in one row of the least window, whatever is left out of the sums", async () => {
  const { page } = milepost;
  await page.setViewportSize({ width: 1024, height: 700 });
  await milepost.sample();
  await milepost.press("Control+4");
  await page.locator("[data-popover=more]").click();
  await page.locator("[data-budget-certainty=estimated]").click();
  await milepost.press("Escape");
  for (const part of ["table", "curve", "totals", "entries"]) {
    await page.locator(`[data-budget-part=${part}]`).click();
    const tools = page.locator(".look > *");
    const tops = await tools.evaluateAll((each) => each.map((tool) => tool.getBoundingClientRect().top));
    expect.soft(Math.max(...tops) - Math.min(...tops), part).toBeLessThan(10);
    await take(page, `tools of the budget, ${part}`);
  }
});

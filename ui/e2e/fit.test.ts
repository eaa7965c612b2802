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

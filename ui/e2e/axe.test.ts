import { afterAll, beforeAll, expect, it } from "vitest";

import { findings, findingsInColours } from "./axe";
import { Milepost } from "./page";
import { take } from "./pictures";
import { screens } from "./screens";

let milepost: Milepost;
beforeAll(async () => {
  milepost = await Milepost.start();
});
afterAll(() => milepost.stop());

it.each(screens)("axe finds nothing: $name", async ({ name, show }) => {
  await show(milepost);
  const { page } = milepost;
  await page.emulateMedia({ colorScheme: "light" });
  expect(await findings(page), "in light").toEqual([]);
  await take(page, `${name}, light`);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator("html[data-theme=dark]").waitFor();
  expect(await findingsInColours(page), "in dark").toEqual([]);
  await take(page, `${name}, dark`);
  await page.emulateMedia({ colorScheme: "light" });
});

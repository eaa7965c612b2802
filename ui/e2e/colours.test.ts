/** Colours that the system chooses: light, dark, or its own on everything. */
import { afterEach, beforeEach, expect, it } from "vitest";

import { Milepost } from "./page";
import { take } from "./pictures";
import { screens } from "./screens";

let milepost: Milepost;
beforeEach(async () => {
  milepost = await Milepost.start();
});
afterEach(() => milepost.stop());

const theme = () => milepost.page.locator("html").getAttribute("data-theme");

/** The colour in the middle of the timeline's empty ground, as it is painted. */
const painted = (x: number, y: number) =>
  milepost.page.evaluate(
    ([x, y]) => {
      const canvas = document.querySelector<HTMLCanvasElement>(".chart-body > canvas")!;
      return [...canvas.getContext("2d")!.getImageData(x!, y!, 1, 1).data.slice(0, 3)];
    },
    [x, y],
  );

it("follows the system at once, until a theme is chosen, and remembers the choice", async () => {
  await milepost.sample();
  expect(await theme()).toBe("light");
  const light = await painted(3, 3);
  await milepost.page.emulateMedia({ colorScheme: "dark" });
  await milepost.page.locator("html[data-theme=dark]").waitFor();
  await expect.poll(() => painted(3, 3)).not.toEqual(light);

  await milepost.palette("theme-light");
  await milepost.page.locator("html[data-theme=light]").waitFor();
  await milepost.page.reload();
  await milepost.page.locator("html[data-theme=light]").waitFor();
  await milepost.palette("theme-system");
  await milepost.page.locator("html[data-theme=dark]").waitFor();
});

it("lets no part move where the system asks for calm", async () => {
  await milepost.sample();
  const moving = await milepost.page.evaluate(
    () =>
      [...document.querySelectorAll("*")].filter((each) => {
        const { transitionDuration, animationName } = getComputedStyle(each);
        return animationName !== "none" || /[1-9]/.test(transitionDuration);
      }).length,
  );
  expect(moving).toBe(0);
});

it("paints the timeline in the colours that the system forces, and goes back", async () => {
  await milepost.sample();
  const before = await painted(3, 3);
  await milepost.page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await expect.poll(() => painted(3, 3)).toEqual([0, 0, 0]);
  await milepost.page.emulateMedia({ forcedColors: "none", colorScheme: "light" });
  await expect.poll(() => painted(3, 3)).toEqual(before);
});

it("tells pressed from not pressed, and ticked from not ticked, in forced colours", async () => {
  const { page } = milepost;
  await page.emulateMedia({ forcedColors: "active" });
  await milepost.sample();
  const ground = (css: string) =>
    page
      .locator(css)
      .first()
      .evaluate((each) => getComputedStyle(each).backgroundColor);
  expect(await ground("[data-action=zoom-month]")).not.toBe(await ground("[data-action=zoom-week]"));
  await milepost.press("g");
  expect(await ground("[data-value=feature]")).not.toBe(await ground("[data-value=epic]"));
});

it.runIf(process.env["MILEPOST_PICTURES"])(
  "is shown in forced colours, to be looked at",
  async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await milepost.page.emulateMedia({ forcedColors: "active", colorScheme });
      for (const { name, show } of screens) {
        await show(milepost);
        await take(milepost.page, `${name}, forced ${colorScheme}`);
      }
    }
  },
  300_000,
);

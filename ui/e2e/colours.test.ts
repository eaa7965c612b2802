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

/** The colour at a point of a canvas, of the timeline's empty ground for one, as it is painted. */
const painted = (x: number, y: number, css = ".chart-body > canvas") =>
  milepost.page.evaluate(
    ([x, y, css]) => {
      const canvas = document.querySelector<HTMLCanvasElement>(String(css))!;
      return [...canvas.getContext("2d")!.getImageData(Number(x), Number(y), 1, 1).data.slice(0, 3)];
    },
    [x, y, css],
  );

it("follows the system at once, until a theme is chosen, and remembers the choice", async () => {
  await milepost.sample();
  await expect.poll(theme).toBe("light");
  const light = await painted(3, 3);
  await milepost.page.emulateMedia({ colorScheme: "dark" });
  await milepost.page.locator("html[data-theme=dark]").waitFor();
  await expect.poll(() => painted(3, 3)).not.toEqual(light);

  await milepost.palette("theme-light");
  await milepost.page.locator("html[data-theme=light]").waitFor();
  await milepost.reload();
  await milepost.page.locator("html[data-theme=light]").waitFor();
  await milepost.palette("theme-system");
  await milepost.page.locator("html[data-theme=dark]").waitFor();
});

it("paints the overview in the colours of the theme that has just been chosen", async () => {
  await milepost.sample();
  await milepost.palette("toggle-overview");
  const overview = () => painted(3, 3, "[aria-label=Overview] canvas");
  await milepost.page.locator("[aria-label=Overview] canvas").waitFor();
  await expect.poll(overview).not.toEqual([0, 0, 0]);
  const light = await overview();
  await milepost.palette("theme-dark");
  await expect.poll(overview).not.toEqual(light);
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

it("tells today from the day that is chosen, and what is planned from what is done, in forced colours", async () => {
  const { page } = milepost;
  await page.emulateMedia({ forcedColors: "active" });
  await milepost.sample();
  const behind = (css: string) =>
    page
      .locator(css)
      .first()
      .evaluate((each) => getComputedStyle(each).backgroundColor);
  const chosen = await behind("[data-action=zoom-month]");
  await milepost.press("j");
  await page.locator("[data-field=go-to] input").press("ArrowDown");
  await page.locator("button[aria-current=date]").waitFor();
  expect(await behind("button[aria-current=date]")).not.toBe(chosen);

  const [ground, planned, edge, done] = await page.evaluate(() =>
    ["--surface", "--hue-1-whole", "--hue-1-edge", "--hue-1-strong"].map((token) => {
      const probe = document.body.appendChild(document.createElement("i"));
      probe.style.setProperty("forced-color-adjust", "none");
      probe.style.color = `var(${token})`;
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    }),
  );
  // Whatever the system's grey is, what is planned is an edge around nothing, and what is done is filled.
  expect(planned).toBe(ground);
  expect(edge).not.toBe(ground);
  expect(done).not.toBe(ground);
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

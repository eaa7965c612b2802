/** What the keyboard alone can do, and where the focus is while it does. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import { Milepost, WHOLE } from "./page";

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

/** What has the focus, in words. */
const focused = () =>
  milepost.page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    const { item, action, popover, field } = at.dataset;
    return item !== undefined ? at.ariaLabel!.split(",")[0]! : (action ?? popover ?? field ?? at.tagName);
  });

it.each([
  { key: "b", opens: "dialog" },
  { key: "Control+e", opens: "dialog" },
  { key: "Control+,", opens: "dialog" },
  { key: "?", opens: "dialog" },
  { key: "Control+k", opens: "dialog" },
  { key: "g", opens: "[data-panel=lanes]" },
  { key: "f", opens: "[data-panel=filter]" },
  { key: "v", opens: "[data-panel=views]" },
  { key: "F2", opens: "[data-field=rename]" },
])("takes the focus back to the bar from what $key opens", async ({ key, opens }) => {
  const { page } = milepost;
  await milepost.focusBar(BAR);
  await milepost.press(key);
  await page.locator(opens).waitFor();
  expect(
    await page.evaluate((css) => document.querySelector(css)!.contains(document.activeElement), opens),
  ).toBe(true);
  await milepost.press("Escape");
  await page.locator(opens).waitFor({ state: "detached" });
  await expect.poll(focused).toBe(BAR);
});

it("opens a menu on the bar, goes through it and comes back", async () => {
  const { page } = milepost;
  await milepost.focusBar(BAR);
  await milepost.press("Shift+F10");
  await page.getByRole("menu").waitFor();
  await milepost.press("s", "s", "Enter");
  await page.getByRole("menu").waitFor({ state: "detached" });
  await page.getByText("4 items selected").first().waitFor();
  await expect.poll(focused).toBe(BAR);
  await milepost.press("Shift+F10", "Escape");
  await expect.poll(focused).toBe(BAR);
});

it("copies what is selected and pastes it as new items", async () => {
  const { page } = milepost;
  await milepost.focusBar(BAR);
  await milepost.press("Shift+ArrowLeft", "Control+c");
  // Both with the stories that they hold.
  await page.getByText("Copied 8 items.").waitFor();
  await milepost.press("Control+v");
  await page.getByText("Pasted 8 items.").first().waitFor();
  await expect.poll(() => milepost.bar(BAR).count()).toBe(2);
  await milepost.press("Control+z");
  await expect.poll(() => milepost.bar(BAR).count()).toBe(1);
});

it.each(["b", "g", "f"])("keeps the focus in what %s opens, round and round", async (key) => {
  const { page } = milepost;
  await milepost.focusBar(BAR);
  await milepost.press(key);
  const open = page.locator("dialog, [data-panel]").first();
  await open.waitFor();
  for (const step of [...Array<string>(45).fill("Tab"), ...Array<string>(5).fill("Shift+Tab")]) {
    await milepost.press(step);
    const outside = await open.evaluate(
      (element) => document.activeElement !== document.body && !element.contains(document.activeElement),
    );
    expect(outside).toBe(false);
  }
});

it("goes with Tab from the navigation over the bar at the top to the timeline, which is one stop", async () => {
  const { page } = milepost;
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const parts: string[] = [];
  for (let step = 0; step < 60; step++) {
    await milepost.press("Tab");
    const part = await page.evaluate(() => {
      const at = document.activeElement!;
      const holder = at.closest("nav, header, .chart-lanes, .chart-mirror, footer");
      return holder ? (holder.className.split(" ")[0] ?? "") || holder.tagName.toLowerCase() : at.tagName;
    });
    parts.push(part.replace(/svelte-\S+/, ""));
    if (part === "chart-mirror") break;
  }
  expect(parts.at(-1)).toBe("chart-mirror");
  expect(parts.filter((part) => part === "chart-mirror")).toHaveLength(1);
});

it("never lets the inspector hide the bar that has the focus", async () => {
  const { page } = milepost;
  await page.setViewportSize({ width: 1024, height: 700 });
  await milepost.inspect("Report templates v2");
  await page.locator("[data-item]").first().waitFor();
  await milepost.focusBar("Report templates v2");
  for (let step = 0; step < 6; step++) {
    await milepost.press("ArrowRight");
    const hidden = await page.evaluate(() => {
      const bar = document.activeElement!.getBoundingClientRect();
      const panel = document.querySelector("aside[aria-label=Inspector]")!.getBoundingClientRect();
      return bar.left >= panel.left;
    });
    expect(hidden, `${await focused()} is behind the inspector`).toBe(false);
  }
});

it("takes the name beside the pointer away with Esc, and while a menu is open", async () => {
  const { page } = milepost;
  const box = (await milepost.bar(BAR).boundingBox())!;
  const tip = page.getByRole("tooltip");
  const hover = async () => {
    await page.mouse.move(box.x - 40, box.y - 60);
    await page.mouse.move(box.x + 30, box.y + 10);
    await tip.waitFor();
  };
  await hover();
  await milepost.press("Escape");
  await tip.waitFor({ state: "detached" });
  await hover();
  await page.mouse.click(box.x + 30, box.y + 10, { button: "right" });
  await page.getByRole("menu").waitFor();
  await expect.poll(() => tip.count()).toBe(0);
});

it("keeps the focus on the timeline when what the inspector shows is deleted by its button", async () => {
  const { page } = milepost;
  await milepost.focusBar(BAR);
  await milepost.press("Shift+ArrowRight", "Enter");
  await page.locator("aside [data-action=delete]").press("Enter");
  await page.locator("aside [data-action=delete]").waitFor({ state: "detached" });
  await expect.poll(() => page.evaluate(() => document.activeElement!.matches("[data-item]"))).toBe(true);
});

it("keeps the focus in a list when the row is deleted by its button", async () => {
  const { page } = milepost;
  await milepost.palette("themes");
  const rows = page.locator("dialog [data-id]");
  const second = await rows.nth(1).getAttribute("data-id");
  await rows.nth(0).getByRole("button", { name: "Delete" }).focus();
  await milepost.press("Enter");
  await expect.poll(() => rows.first().getAttribute("data-id")).toBe(second);
  const at = () =>
    page.evaluate(() => document.activeElement!.closest<HTMLElement>("[data-id]")?.dataset["id"]);
  await expect.poll(at).toBe(second);
});

it("lets a message be pressed in a dialog that was opened after it", async () => {
  const { page } = milepost;
  await milepost.focusBar(BAR);
  await milepost.press("Delete");
  await page.getByRole("button", { name: "Undo", exact: true }).last().waitFor();
  await milepost.press("Control+,");
  const undo = page.getByRole("dialog").getByRole("button", { name: "Undo", exact: true });
  await undo.press("Enter");
  await undo.waitFor({ state: "detached" });
  await milepost.press("Escape");
  await milepost.bar(BAR).waitFor();
});

it("leaves no key to the web view that would load, print or search the page, wherever the focus is", async () => {
  const { page } = milepost;
  await page.evaluate(() => {
    const keys: KeyboardEvent[] = [];
    window.addEventListener("keydown", (event) => keys.push(event), { capture: true });
    Object.assign(window, { keys });
  });
  /** Which of these keys are left to the web view. */
  const left = async (...keys: string[]) => {
    await milepost.press(...keys);
    return page.evaluate(() => {
      const { keys } = window as unknown as { keys: KeyboardEvent[] };
      const open = keys.splice(0).filter((event) => !event.defaultPrevented);
      return open.map((event) => event.key).filter((key) => key !== "Control" && key !== "Shift");
    });
  };
  const always = ["F5", "Control+F5", "Control+r", "Control+Shift+R", "F3", "Control+g", "Control+u"];
  const actions = ["Control+p", "Control+f", "Control+s"];
  await milepost.focusBar(BAR);
  expect(await left(...always)).toEqual([]);
  await milepost.press("Shift+F10");
  await page.getByRole("menu").waitFor();
  await left();
  expect(await left(...always, ...actions)).toEqual([]);
  await milepost.press("Escape");
  await milepost.inspect(BAR);
  await page.locator("[data-field=title]").focus();
  await left();
  expect(await left(...always)).toEqual([]);
  await milepost.press("Control+k");
  await page.getByRole("dialog").waitFor();
  await left();
  expect(await left(...always, ...actions)).toEqual([]);
  expect(await left("Control+a")).toEqual(["a"]);
});

it("opens nothing by a key before the plan is there, since it would go again as that comes", async () => {
  const { page } = milepost;
  const asked = new Promise<() => void>((resolve) => {
    void page.route("**/api/plan_state", (route) => resolve(() => void route.continue()));
  });
  await page.reload();
  const answer = await asked;
  await milepost.press("Control+k");
  expect(await page.getByRole("dialog").count()).toBe(0);
  answer();
  await milepost.bar(BAR).waitFor({ state: "attached" });
  await milepost.press("Control+k");
  await page.getByRole("dialog").waitFor();
});

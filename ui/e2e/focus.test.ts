/** Whether keys on the timeline mean what has the focus there, and where the focus goes when that is gone. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import { Milepost } from "./page";

let milepost: Milepost;
beforeAll(async () => {
  milepost = await Milepost.start();
});
beforeEach(() => milepost.sample());
afterAll(() => milepost.stop());

/** What has the focus on the timeline, by its name; the name of the element where it is elsewhere. */
const focused = () =>
  milepost.page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    return at.matches(".mirrored") ? at.ariaLabel!.split(",")[0] : at.tagName;
  });
const milestones = async () => {
  const { milestones } = await milepost.bridge.call<{ milestones: { name: string }[] }>("plan_state", null);
  return milestones.map(({ name }) => name);
};

it("comes by Tab from the table to what was selected there, which keys mean then", async () => {
  const { page } = milepost;
  await milepost.bar("Saved filters").focus();
  await milepost.press("Alt+2");
  await page.getByRole("grid").getByText("Lineage view").first().click();
  await page.locator("[data-item][aria-selected=true][aria-label^='Lineage view']").waitFor();
  for (let step = 0; step < 9 && !(await focused())?.startsWith("Lin"); step++) await milepost.press("Tab");
  await expect.poll(focused).toBe("Lineage view");
  await milepost.press("F2");
  await page.locator("[data-field=rename]").waitFor();
  await expect.poll(() => page.locator("[data-field=rename]").inputValue()).toBe("Lineage view");
});

it("goes on to the next bar from one that is deleted, and back to it when it comes back", async () => {
  const { page } = milepost;
  await milepost.focusBar("Row-level security");
  await milepost.press("Delete");
  await page.getByText("Deleted “Row-level security”").first().waitFor();
  const next = await focused();
  expect(next).not.toBe("Row-level security");
  expect(next).not.toBe("BODY");
  await milepost.press("Control+z");
  await expect.poll(focused).toBe("Row-level security");
  await milepost.press("Alt+ArrowRight");
  await page
    .getByText(/^Moved to/)
    .first()
    .waitFor();
  await expect.poll(() => milepost.bar("Row-level security").getAttribute("aria-selected")).toBe("true");
});

it("goes on from a copy that is taken back, and lets keys act where nothing is selected", async () => {
  const { page } = milepost;
  await milepost.focusBar("Saved filters");
  await milepost.press("Control+d");
  await expect.poll(() => milepost.bar("Saved filters").count()).toBe(2);
  await milepost.press("Control+z");
  await expect.poll(() => milepost.bar("Saved filters").count()).toBe(1);
  const next = (await focused())!;
  expect(["BODY", "DIV"]).not.toContain(next);
  await milepost.press("Escape", "Escape", "F2");
  await page.locator("[data-field=rename]").waitFor();
  await expect.poll(() => page.locator("[data-field=rename]").inputValue()).toBe(next);
});

it("goes on to a new milestone, which keys mean then", async () => {
  const before = await milestones();
  await milepost.page.locator("[data-milestone]").first().focus();
  await milepost.press("m");
  await milepost.page.locator("[data-field=title]:focus").waitFor();
  await milepost.press("Escape");
  await expect.poll(focused).toBe("New milestone");
  await milepost.press("Delete");
  await expect.poll(milestones).toEqual(before);
});

const titles = () =>
  milepost.page
    .locator("[data-item]")
    .evaluateAll((bars) => bars.map((bar) => bar.getAttribute("aria-label")!.split(",")[0]));
const revision = async () => (await milepost.bridge.call<{ revision: number }>("plan_state", null)).revision;

it("takes what is typed right after M for the name of the milestone", async () => {
  await milepost.press("m");
  await milepost.page.keyboard.type("New gate");
  await milepost.press("Enter");
  await expect.poll(milestones).toContain("New gate");
  expect(await revision()).toBe(2);
});

it("takes what is typed right after N for the name of the feature", async () => {
  await milepost.press("n");
  await milepost.page.keyboard.type("Nudge people");
  await milepost.press("Enter");
  await expect.poll(titles).toContain("Nudge people");
  expect(await revision()).toBe(2);
});

it("asks for the name of a feature that a filter leaves out, until which it is told", async () => {
  const { page } = milepost;
  await milepost.press("f");
  await page.locator("[data-panel=filter]").waitFor();
  await page.keyboard.type("report");
  await milepost.press("Escape");
  await page.locator("[data-panel=filter]").waitFor({ state: "detached" });
  await milepost.press("n");
  await page.keyboard.type("Nudge people");
  await milepost.press("Enter");
  const told = page.getByText("this view leaves it out").first();
  await told.waitFor();
  await expect.poll(revision).toBe(2);
  await expect.poll(() => page.locator("[data-field=title]").inputValue()).toBe("Nudge people");
  await milepost.press("Escape", "Escape", "Shift+F");
  await milepost.bar("Nudge people").waitFor();
  await told.waitFor({ state: "detached" });
});

it.each([
  ["a press on a bar", () => milepost.bar("Lineage view").boundingBox()],
  ["an arrow", () => Promise.resolve(null)],
])("goes to the title of what was selected last, however soon Enter comes after %s", async (_, place) => {
  const { page } = milepost;
  await milepost.inspect("Scheduled report delivery");
  await milepost.press("Escape");
  await milepost.focusBar("Scheduled report delivery");
  const box = await place();
  if (box) await page.mouse.click(box.x + 20, box.y + 10);
  else await milepost.press("ArrowDown");
  const name = await focused();
  await milepost.press("Enter");
  await page.keyboard.type("!");
  await expect
    .poll(() => page.evaluate(() => document.activeElement!.matches("[data-field=title]")))
    .toBe(true);
  const typed = await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value);
  expect(typed.replace("!", "")).toBe(name);
  expect(typed).toContain("!");
});

it("empties a cell of the table by Delete, and goes on to the next row from a title", async () => {
  const { page } = milepost;
  await milepost.press("Alt+3");
  const row = page.locator("[data-line]", { hasText: "Job scheduler" });
  await row.locator("[data-column='0']").click();
  await milepost.press("Delete");
  await row.waitFor({ state: "detached" });
  await expect
    .poll(() => page.evaluate(() => document.activeElement!.closest("[data-line]") !== null))
    .toBe(true);
  await milepost.press("Control+z");
  await row.waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement!.closest("[data-line]") !== null))
    .toBe(true);
});

it("keeps what has the focus in sight through a zoom, and brings it back when it is moved", async () => {
  const { page } = milepost;
  const isInSight = () =>
    page.evaluate(() => {
      const [bar, body] = [document.activeElement!, document.querySelector(".chart-body")!].map((each) =>
        each.getBoundingClientRect(),
      ) as [DOMRect, DOMRect];
      return bar.left < body.right && bar.right > body.left;
    });
  await milepost.focusBar("Report templates v2");
  await milepost.press("1");
  await page.locator("[data-action=zoom-day][aria-pressed=true]").waitFor();
  await expect.poll(isInSight).toBe(true);
  await milepost.press("Shift+PageDown", "Shift+PageDown", "Shift+PageDown", "Shift+PageDown");
  await expect.poll(isInSight).toBe(false);
  const name = () => page.evaluate(() => document.activeElement!.ariaLabel);
  const before = await name();
  await milepost.press("Alt+ArrowRight");
  await expect.poll(isInSight).toBe(true);
  await expect.poll(name).not.toBe(before);
});

it("has the focus on the screen that is gone to, by whatever way, and in the list where there is one", async () => {
  const { page } = milepost;
  const held = () =>
    page.evaluate(() => `${document.activeElement!.tagName} ${document.activeElement!.ariaLabel}`);
  await milepost.press("Control+2");
  await expect.poll(held).toBe("MAIN Needs");
  await milepost.press("Control+3");
  await expect.poll(held).toBe("DIV Feedback");
  await page.getByRole("navigation").getByRole("button", { name: "Budget" }).click();
  await expect.poll(held).toBe("MAIN Budget");
});

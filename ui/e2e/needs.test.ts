/** The screen of needs by keyboard: what is typed there is in the plan, and can be taken back. */
import { afterEach, beforeEach, expect, it } from "vitest";

import type { Need } from "../src/bindings/Need";
import type { NeedsBand } from "../src/bindings/NeedsBand";
import { Milepost } from "./page";

let milepost: Milepost;
beforeEach(async () => {
  milepost = await Milepost.start();
  await milepost.sample();
  await milepost.press("Control+2");
  await milepost.page.locator('[data-row="0"]').waitFor();
});
afterEach(() => milepost.stop());

const filter = {
  text: "",
  themes: [],
  statuses: [],
  owners: [],
  customers: [],
  needs: [],
  goals: [],
  from: null,
  to: null,
};

/** The need in the plan whose statement has these words. */
async function need(text: string): Promise<Need | undefined> {
  const sort = { by: { column: "weight" }, descending: true };
  const query = { filter: { ...filter, text }, marks: [], sort, sorting: 99 };
  const band = await milepost.bridge.call<NeedsBand>("needs_table", { query, offset: 0, limit: 1 });
  return band.rows[0]?.need;
}

/** The number of the row and of the column that have the focus. */
const focused = () =>
  milepost.page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null;
    const row = at?.closest<HTMLElement>("[data-row]")?.dataset["row"];
    return [Number(row), Number(at?.dataset["column"])];
  });

it("records a need for two customers without the pointer, and takes it back step by step", async () => {
  const { page } = milepost;
  await milepost.press("n");
  await page.keyboard.type("Print the pick list at the gate");
  await milepost.press("Enter");
  const row = page.locator("[data-need]", { hasText: "Print the pick list at the gate" });
  await row.waitFor();
  await page.locator('[data-row="0"] [data-column="0"]').focus();
  await milepost.press("Control+End");
  await expect.poll(focused).toEqual([18, 17]);
  await milepost.press("Home");
  for (let step = 0; step < 6; step++) await milepost.press("ArrowRight");
  await milepost.press("c", "ArrowRight", "m");
  await expect
    .poll(async () => (await need("pick list"))?.customers.map((each) => each.importance))
    .toEqual(["critical", "medium"]);
  await row.locator('[data-column="1"]', { hasText: /\d/ }).waitFor();

  await milepost.press("Control+z", "Control+z");
  await expect.poll(async () => (await need("pick list"))?.customers).toEqual([]);
  await milepost.press("Control+z");
  await expect.poll(() => need("pick list")).toBeUndefined();
  await row.waitFor({ state: "detached" });
});

it("keeps the focus in the grid down to its end and back to its head", async () => {
  const { page } = milepost;
  await page.locator('[data-row="0"] [data-column="0"]').click();
  await milepost.press("PageDown", "PageDown", "Control+Home");
  await expect.poll(focused).toEqual([0, 0]);
  await milepost.press("ArrowUp");
  await expect.poll(focused).toEqual([-1, 0]);
  await milepost.press("Enter");
  await page.locator('[role=columnheader][aria-sort=ascending][data-column="0"]').waitFor();
  await milepost.press("ArrowDown");
  await expect.poll(focused).toEqual([0, 0]);
});

it("goes from a feature to a need behind it and back", async () => {
  const { page } = milepost;
  await milepost.press("Control+1");
  await milepost.inspect("Scheduled report delivery");
  await page.locator("[data-list=needs] button.go").first().click();
  await page.locator("aside [data-field=statement]").waitFor();
  await expect.poll(() => page.locator("[role=row][aria-selected=true]").count()).toBe(1);
  await page.locator("[data-list=serving] button.go", { hasText: "Scheduled report delivery" }).click();
  await milepost.bar("Scheduled report delivery").waitFor({ state: "attached" });
});

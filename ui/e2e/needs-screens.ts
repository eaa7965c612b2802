/** The screen of needs and what it opens, for the suites that look at every screen. */
import type { Milepost } from "./page";
import { type Screen, dialog, onSample } from "./screen";

/** The screen of needs, with the row of one of them chosen. */
const onNeeds = (name: string, show: (milepost: Milepost) => Promise<unknown>): Screen =>
  onSample(name, async (milepost) => {
    await milepost.press("Control+2");
    await milepost.page.locator('[data-row="0"]').waitFor();
    await show(milepost);
  });

export const needs: readonly Screen[] = [
  onNeeds("needs", () => Promise.resolve()),
  {
    name: "no needs",
    async show(milepost) {
      await milepost.empty();
      await milepost.press("Control+2");
      await milepost.page.locator(".empty").waitFor();
    },
  },
  onNeeds("a need in the inspector", async (milepost) => {
    await milepost.page.locator('[data-row="0"] [data-column="0"]').click();
    await milepost.press("Control+Enter");
    await milepost.page.locator("[data-list=serving]").waitFor();
  }),
  onNeeds("several needs in the inspector", async (milepost) => {
    await milepost.page.locator('[data-row="0"] [data-column="0"]').click();
    await milepost.press("Shift+ArrowDown", "Control+Enter");
    await milepost.page.locator("[data-field=many-importance]").waitFor();
  }),
  onNeeds("a need is edited", async (milepost) => {
    await milepost.page.locator('[data-row="1"] [data-column="3"]').click();
    await milepost.press("Enter");
    await milepost.page.locator("[data-field=cell]").fill("some time");
    await milepost.press("Enter");
    await milepost.page.locator(".refused").waitFor();
  }),
  onNeeds("needs of some customers", async (milepost) => {
    await milepost.page.locator("[data-popover=needs-customers]").click();
    await milepost.page.locator("[data-list=needs-customers] input[type=checkbox]").first().check();
  }),
  onNeeds("menu of a need", async (milepost) => {
    await milepost.page.locator('[data-row="0"] [data-column="6"]').click({ button: "right" });
    await milepost.page.getByRole("menu").waitFor();
  }),
  dialog("customers", "customers", "[data-field=customer-name]"),
  dialog("goals", "goals", "[data-field=goal-name]"),
];

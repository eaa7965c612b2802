/** The screen of the budget and what it opens, for the suites that look at every screen. */
import { type Milepost, sampleFile } from "./page";
import { type Screen, dialog, onSample } from "./screen";

/** The table of the budget, with the focus on what is planned on its first line. */
const onTable = (name: string, show: (milepost: Milepost) => Promise<unknown>): Screen =>
  onSample(name, async (milepost) => {
    await milepost.press("Control+4");
    await milepost.page.locator('[data-row="0"] [data-column]').first().waitFor();
    await show(milepost);
  });

const table: readonly Screen[] = [
  onTable("budget by month", () => Promise.resolve()),
  onTable("budget by quarter, planned only", async (milepost) => {
    await milepost.page.locator("[data-budget-unit=quarter]").click();
    for (const measure of ["actual", "forecast", "variance"])
      await milepost.page.locator(`[data-measure=${measure}]`).uncheck();
    await milepost.page.getByRole("columnheader", { name: "Q4 2026" }).waitFor();
  }),
  onTable("amounts of the budget are selected", async (milepost) => {
    await milepost.page.locator('[data-row="0"] [tabindex="0"]').focus();
    await milepost.press("Shift+ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown");
  }),
  onTable("an amount of the budget is edited", async (milepost) => {
    await milepost.page.locator('[data-row="0"] [tabindex="0"]').focus();
    await milepost.press("Enter");
    await milepost.page.locator("[data-field=cell]").fill("soon");
    await milepost.press("Enter");
    await milepost.page.locator(".refused").waitFor();
  }),
  onTable("menu of an amount", async (milepost) => {
    await milepost.page.locator('[data-row="0"] [tabindex="0"]').click({ button: "right" });
    await milepost.page.getByRole("menu").waitFor();
  }),
  {
    name: "no budget",
    async show(milepost) {
      await milepost.empty();
      await milepost.press("Control+4");
      await milepost.page.getByText("What may the product cost?").waitFor();
    },
  },
];

/** A part of the screen of the budget, with what stands in it. */
const onBudget = (name: string, part: string, show: (milepost: Milepost) => Promise<unknown>): Screen =>
  onSample(name, async (milepost) => {
    await milepost.palette("screen-budget");
    await milepost.page.locator(`[data-budget-part=${part}]`).click();
    await show(milepost);
  });

/** Money on its way in and out. */
const files: readonly Screen[] = [
  onSample("import of actuals", async (milepost) => {
    milepost.typePath(sampleFile("erp-postings.csv"));
    await milepost.act("import");
    await milepost.page.locator("dialog [data-rows-are=actuals][aria-pressed=true]").waitFor();
    await milepost.page.getByLabel("Budget line of “4799 Travel”").waitFor();
  }),
  onSample("import of a bank's statement", async (milepost) => {
    milepost.typePath(sampleFile("bank-statement.csv"));
    await milepost.act("import");
    await milepost.page.locator("dialog [data-field=usual-line]").selectOption({ index: 2 });
    await milepost.page.getByText("The first rows as they will be").waitFor();
  }),
  onSample("report of an import of actuals", async (milepost) => {
    milepost.typePath(sampleFile("erp-postings.csv"));
    await milepost.act("import");
    await milepost.page.locator("[data-action=import-now]:not(:disabled)").click();
    await milepost.page.locator("[data-field=import-summary]").waitFor();
  }),
  onSample("export of the budget", async (milepost) => {
    await milepost.act("export");
    for (const part of ["budget", "roadmap"])
      await milepost.page.locator(`dialog [data-part=${part}]`).click();
    await milepost.page.locator("dialog [data-field=unit]").waitFor();
    await milepost.page.locator("dialog [data-field=sheets]").waitFor();
  }),
  onSample("export of the budget to a table", async (milepost) => {
    await milepost.act("export");
    await milepost.page.locator("dialog [data-format=csv]").click();
    await milepost.page
      .locator("dialog [data-field=csv-table]")
      .selectOption({ label: "Budget lines × periods" });
    await milepost.page.locator("dialog [data-field=unit]").waitFor();
  }),
];

export const budget: readonly Screen[] = [
  ...table,
  ...files,
  onBudget("budget chart", "curve", async ({ page }) => {
    await page.locator("[data-series=forecast]").waitFor({ state: "attached" });
    await page.locator("[data-gauge=all]").waitFor();
  }),
  onBudget("budget chart of a line, with a point read out", "curve", async (milepost) => {
    const { page } = milepost;
    await page.locator("[data-field=budget-line]").selectOption({ index: 1 });
    await page.locator("[data-gauge=line]").waitFor();
    await page.locator("[data-chart=budget]").focus();
    await milepost.press("ArrowRight");
    await page.locator("[data-readout=budget]").waitFor();
  }),
  onBudget("budget totals", "totals", async ({ page }) => {
    await page.locator("[data-totals-by=need]").click();
    await page.locator('[data-total="1"]').waitFor();
  }),
  {
    name: "no totals of a budget",
    async show(milepost) {
      await milepost.empty();
      await milepost.palette("screen-budget");
      await milepost.page.locator("[data-budget-part=totals]").click();
      await milepost.page.getByText("Nothing to add up yet").waitFor();
    },
  },
  {
    name: "no chart of a budget",
    async show(milepost) {
      await milepost.empty();
      await milepost.palette("screen-budget");
      await milepost.page.locator("[data-budget-part=curve]").click();
      await milepost.page.getByText("Nothing adds up yet").waitFor();
    },
  },
  onBudget("costs, one of them with its fields", "entries", async ({ page }) => {
    await page.locator("[data-entry]").nth(2).click();
    await page.locator("[data-field=cost-comes]").waitFor();
  }),
  onBudget("a new cost with long names", "entries", async (milepost) => {
    const { page } = milepost;
    await milepost.act("add-cost");
    await page.locator("[data-field=cost-name]").fill("Sicherheitsüberprüfungsdienstleistung ".repeat(4));
    await page.locator("[data-field=cost-amount]").fill("1234567.89");
    await page.locator("[data-certainty=estimated]").click();
    await page.locator("[data-field=cost-comes]").waitFor();
  }),
  onBudget("actuals, several selected", "entries", async (milepost) => {
    const { page } = milepost;
    await page.locator("[data-entry-kind=actual]").click();
    await page.locator("[data-entry]").first().click();
    await milepost.press("Shift+ArrowDown");
    await page.locator("[data-field=entries-move]").waitFor();
  }),
  onBudget("a new actual on a day to come", "entries", async (milepost) => {
    const { page } = milepost;
    await page.locator("[data-entry-kind=actual]").click();
    await milepost.act("add-actual");
    await page.locator("[data-field=actual-day] input").fill("2030-01-01");
    await milepost.press("Enter");
    await page.locator("[data-field=actual-in-advance]").waitFor();
  }),
  onBudget("menu of a cost", "entries", async ({ page }) => {
    await page.locator("[data-entry]").first().click({ button: "right" });
    await page.getByRole("menu").waitFor();
  }),
  {
    name: "no costs",
    async show(milepost) {
      await milepost.empty();
      await milepost.palette("go-to-costs");
      await milepost.page.locator(".none [data-action=add-budget-line]").waitFor();
    },
  },
  dialog("budget lines", "budget-lines", "[data-field=budget-line-name]"),
  onSample("a budget line that is deleted into another one", async (milepost) => {
    await milepost.act("budget-lines");
    await milepost.page.locator("dialog [aria-label^='Delete ']").first().click();
    await milepost.page.locator("[data-field=into-line]").waitFor();
  }),
  dialog("rates", "rates", "[data-field=rate-name]"),
  onSample("another currency in the settings", async (milepost) => {
    await milepost.act("settings");
    await milepost.page.locator("[data-field=currency]").fill("CHF");
    await milepost.press("Enter");
    await milepost.page.locator("[data-field=exchange-rate]").fill("1.12");
    await milepost.page.getByText("becomes CHF 112.00").waitFor();
  }),
  onSample("a cost of an item in the inspector", async (milepost) => {
    await milepost.inspect("Scheduled report delivery");
    await milepost.page.locator("[data-list=item-costs] .go").first().click();
    await milepost.page.locator("[data-cost] [data-field=cost-comes]").waitFor();
  }),
];

/** Every screen and dialog of the page, and how to get there. Suites that look at all of them read this list. */
import { budget } from "./budget-screens";
import { budgetRoadmap } from "./budget-roadmap-screens";
import { needs } from "./needs-screens";
import { type Milepost, sampleFile } from "./page";
import { type Screen, dialog, onSample } from "./screen";

const panel = (name: string, key: string): Screen =>
  onSample(name, async (milepost) => {
    await milepost.press(key);
    await milepost.page.locator("[data-panel]").waitFor();
  });

const start: Screen = {
  name: "start",
  show: (milepost) => showStart(milepost, []),
};

/** The start screen with plans that were open lately, whatever is open in the program behind the page. */
async function showStart(milepost: Milepost, recent: readonly object[]): Promise<void> {
  await milepost.load();
  await milepost.answer("plan_state", null);
  await milepost.answer("recent_plans", recent);
  await milepost.reload();
}

const startWithPlans: Screen = {
  name: "start with recent plans",
  async show(milepost) {
    const plan = (file_name: string, missing: boolean) => ({
      path: `/plans/${file_name}`,
      file_name,
      folder: "/plans",
      missing,
    });
    await showStart(milepost, [
      plan("Northwind Insights.milepost", false),
      plan("A plan with a name that goes on for longer than anybody has patience to read.milepost", false),
      plan("Gone.milepost", true),
    ]);
    await milepost.page.locator("[data-recent]").first().waitFor();
  },
};

const empty: Screen = {
  name: "empty plan",
  show: (milepost) => milepost.empty(),
};

const readOnly = onSample("read-only plan", async (milepost) => {
  const state = await milepost.bridge.call<object>("plan_state", null);
  await milepost.answer("plan_state", { ...state, read_only: true });
  await milepost.reload();
  await milepost.inspect("Scheduled report delivery");
});

async function takeBaseline(milepost: Milepost, name: string): Promise<void> {
  const field = milepost.page.locator("dialog [data-field=new-baseline]");
  await field.fill(name);
  await field.press("Enter");
  await milepost.page.getByText(`Took “${name}”.`).waitFor();
}

/** A baseline, and a bar that has moved since. */
async function moveSinceBaseline(milepost: Milepost): Promise<void> {
  await milepost.act("take-baseline");
  await takeBaseline(milepost, "Agreed with the board");
  await milepost.press("Escape");
  await milepost.focusBar("Scheduled report delivery");
  await milepost.press("Alt+ArrowRight");
  await milepost.page.locator("[data-action=undo]:not(:disabled)").first().waitFor({ state: "attached" });
}

const inspector: readonly Screen[] = [
  onSample("item in the inspector", (milepost) => milepost.inspect("Scheduled report delivery")),
  onSample("milestone in the inspector", async ({ page }) => {
    const box = await page.locator("[data-milestone]").first().boundingBox();
    if (!box) throw new Error("The sample plan has milestones.");
    await page.mouse.click(box.x + 6, box.y + box.height / 2);
    await page.locator("[data-field=day]").waitFor();
  }),
  onSample("several items in the inspector", async ({ page }) => {
    const bars = page.locator("[data-item]");
    for (const at of [0, 1, 2]) {
      const box = await bars.nth(at).boundingBox();
      if (!box) throw new Error("The sample plan has bars.");
      if (at > 0) await page.keyboard.down("Control");
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    }
    await page.keyboard.up("Control");
    await page.getByText("3 items selected").first().waitFor();
  }),
];

const menus: readonly Screen[] = [
  onSample("menu of a bar", async (milepost) => {
    await milepost.focusBar("Scheduled report delivery");
    await milepost.press("Shift+F10", "ArrowDown");
    await milepost.page.getByRole("menuitem", { name: "Show details" }).waitFor();
  }),
  onSample("menu of a milestone", async ({ page }) => {
    await page.locator("[data-milestone]").first().click({ button: "right", force: true });
    await page.getByRole("menuitem", { name: "Move later" }).waitFor();
  }),
  onSample("menu of a lane", async ({ page }) => {
    await page.locator(".chart-lanes button").first().click({ button: "right" });
    await page.getByRole("menuitem", { name: "Collapse the lane" }).waitFor();
  }),
];

const look: readonly Screen[] = [
  panel("lanes", "g"),
  panel("filter", "f"),
  panel("views", "v"),
  onSample("a saved view", async (milepost) => {
    await milepost.act("save-view");
    await milepost.page.getByLabel("Name of the new view").fill("Board review");
    await milepost.press("Enter");
    await milepost.page.locator("[data-popover=views]").getByText("Board review").waitFor();
    await milepost.press("v");
    await milepost.page.locator("[data-panel=views]").waitFor();
  }),
  onSample("filtered", async (milepost) => {
    await milepost.press("f");
    await milepost.page.locator("[data-panel=filter] input").first().fill("report");
    await milepost.page.locator("[data-chip]").first().waitFor();
    await milepost.press("Escape");
  }),
  onSample("filtered to nothing", async (milepost) => {
    await milepost.press("f");
    await milepost.page.locator("[data-panel=filter] input").first().fill("no such thing");
    await milepost.page.getByText("Nothing to show in this view").waitFor();
    await milepost.press("Escape");
  }),
  onSample("tray", async (milepost) => {
    await milepost.press("u");
    await milepost.page.locator("[data-tray]").first().waitFor();
  }),
];

/** The table with all columns and kinds, arranged as an action says. */
const arranged = (name: string, action: string, more: (milepost: Milepost) => Promise<unknown>): Screen =>
  onSample(name, async (milepost) => {
    await milepost.palette(action);
    await milepost.page.getByRole("rowheader", { name: "Scheduled report delivery" }).waitFor();
    await more(milepost);
  });

const showAll = async (milepost: Milepost): Promise<void> => {
  await milepost.palette("show-all-kinds");
  await milepost.page.getByRole("button", { name: "Collapse the epic" }).first().waitFor();
};

const tables: readonly Screen[] = [
  arranged("table", "arrange-table", async (milepost) => {
    await showAll(milepost);
    await milepost.page.getByRole("rowheader", { name: "Scheduled report delivery" }).click();
  }),
  arranged("table beside the timeline, and the overview", "arrange-both", async (milepost) => {
    await showAll(milepost);
    await milepost.palette("toggle-overview");
    await milepost.page.getByRole("slider", { name: "Days in sight" }).waitFor();
  }),
  arranged("columns", "arrange-table", async (milepost) => {
    await milepost.palette("columns");
    await milepost.page.locator("[data-panel=columns]").waitFor();
  }),
  arranged("a cell is edited", "arrange-table", async (milepost) => {
    await milepost.page.getByRole("gridcell", { name: "2 Feb 2027", exact: true }).dblclick();
    await milepost.page.locator("[data-field=cell]").fill("some time");
    await milepost.press("Enter");
    await milepost.page.getByRole("alert").waitFor();
  }),
  arranged("a status is chosen in its cell", "arrange-both", async (milepost) => {
    await milepost.page.getByRole("gridcell", { name: "In progress" }).first().dblclick();
    await milepost.page.getByRole("option", { name: "Dropped" }).waitFor();
  }),
  {
    name: "empty table",
    async show(milepost) {
      await milepost.empty();
      await milepost.palette("arrange-table");
      await milepost.page.getByRole("grid").waitFor();
    },
  },
];

const baselines: readonly Screen[] = [
  {
    name: "no baselines",
    async show(milepost) {
      await milepost.empty();
      await milepost.act("baselines");
      await milepost.page.locator("dialog [data-field=new-baseline]").waitFor();
    },
  },
  onSample("baselines compared", async (milepost) => {
    await moveSinceBaseline(milepost);
    await milepost.act("baselines");
    await milepost.page.locator("dialog").getByText("Scheduled report delivery").first().waitFor();
  }),
];

const files: readonly Screen[] = [
  dialog("export", "export", "[data-field=first-page]"),
  onSample("export of reports", async (milepost) => {
    await milepost.act("export");
    for (const part of ["matrix", "customers", "insight", "roadmap"])
      await milepost.page.locator(`dialog [data-part=${part}]`).click();
    await milepost.page.locator("dialog [data-field=sheets]").waitFor();
  }),
  onSample("export to a table", async (milepost) => {
    await milepost.act("export");
    await milepost.page.locator("dialog [data-format=csv]").click();
    await milepost.page.locator("dialog [data-field=bom]").waitFor();
  }),
  onSample("import", async (milepost) => {
    milepost.typePath(sampleFile("jira-cloud.csv"));
    await milepost.act("import");
    await milepost.page.locator("dialog h3").first().waitFor();
  }),
  onSample("import of feedback", async (milepost) => {
    milepost.typePath(sampleFile("fider.csv"));
    await milepost.act("import");
    await milepost.page.locator("dialog [data-rows-are=feedback][aria-pressed=true]").waitFor();
  }),
  onSample("import's report", async (milepost) => {
    milepost.typePath(sampleFile("kubernetes-enhancements.csv"));
    await milepost.act("import");
    await milepost.page.locator("[data-action=import-now]:not(:disabled)").click();
    await milepost.page.locator("[data-field=import-summary]").waitFor();
  }),
];

const conflicts = onSample("conflicts", async (milepost) => {
  milepost.typePath(sampleFile("kubernetes-enhancements.csv"));
  await milepost.act("import");
  await milepost.page.locator("[data-action=import-now]:not(:disabled)").click();
  await milepost.page.locator("[data-action=import-done]").click();
  await milepost.page.locator("footer button", { hasText: "conflicts" }).click();
  await milepost.page.getByRole("list", { name: "Conflicts" }).waitFor();
});

const dialogs: readonly Screen[] = [
  dialog("themes", "themes", "input"),
  dialog("settings", "settings", "[data-field=plan-name]"),
  dialog("keys", "keys", "kbd"),
  dialog("go to date", "go-to-date", "[data-field=go-to]"),
  onSample("search", async (milepost) => {
    await milepost.press("/");
    await milepost.page.locator("[data-field=search]").fill("report");
    await milepost.page.locator("[data-found]").first().waitFor();
  }),
  onSample("palette", async (milepost) => {
    await milepost.press("Control+k");
    await milepost.page.locator("[data-found]").first().waitFor();
  }),
];

/** The needs roadmap, as far as it is there. */
const onNeedsRoadmap = (name: string, show: (milepost: Milepost) => Promise<unknown>): Screen =>
  onSample(name, async (milepost) => {
    await milepost.act("roadmap-needs");
    await milepost.page.locator("[data-need]").first().waitFor({ state: "attached" });
    await show(milepost);
  });

const needsRoadmap: readonly Screen[] = [
  onNeedsRoadmap("needs roadmap", () => Promise.resolve()),
  onNeedsRoadmap("tray of needs", async (milepost) => {
    await milepost.press("u");
    await milepost.page.locator("[data-tray]").first().waitFor();
  }),
  onNeedsRoadmap("a need of the roadmap", async (milepost) => {
    await milepost.page.locator("[data-need]").first().focus();
    await milepost.press("i");
    await milepost.page.locator("[data-field=standing]").waitFor();
  }),
  onNeedsRoadmap("menu of a need on the roadmap", async (milepost) => {
    await milepost.page.locator("[data-need]").first().focus();
    await milepost.press("Shift+F10");
    await milepost.page.getByRole("menu").waitFor();
  }),
];

/** The feedback inbox of the sample plan, with the focus in its list. */
const onFeedback = (name: string, show: (milepost: Milepost) => Promise<unknown>): Screen =>
  onSample(name, async (milepost) => {
    await milepost.press("Control+3");
    await milepost.page.locator("[data-field=feedback-text]").waitFor();
    await show(milepost);
  });

const feedback: readonly Screen[] = [
  onFeedback("feedback", () => Promise.resolve()),
  {
    name: "no feedback",
    async show(milepost) {
      await milepost.empty();
      await milepost.press("Control+3");
      await milepost.page.getByText("No feedback yet").waitFor();
    },
  },
  onFeedback("feedback to be answered", async (milepost) => {
    await milepost.press("4");
    await milepost.page.locator("[data-field=answer]").waitFor();
  }),
  onFeedback("several pieces of feedback", async (milepost) => {
    await milepost.press("7", "Shift+ArrowDown", "Shift+ArrowDown");
    await milepost.page.getByText("3 pieces of feedback selected").waitFor();
  }),
  onFeedback("menu of a feedback", async (milepost) => {
    await milepost.page.locator("[data-feedback]").first().click({ button: "right" });
    await milepost.page.getByRole("menuitem", { name: "Link to a need" }).waitFor();
  }),
  onFeedback("feedback is linked", async (milepost) => {
    await milepost.press("7", "l");
    await milepost.page.locator("[data-found]").first().waitFor();
  }),
  onFeedback("feedback is declined", async (milepost) => {
    await milepost.press("d");
    await milepost.page.locator("[data-field=decline-reason]").press("Enter");
    await milepost.page.getByText("Say why").waitFor();
  }),
  onFeedback("a customer is named in feedback", async (milepost) => {
    await milepost.press("Control+i");
    await milepost.page.keyboard.type("Too late @");
    await milepost.page.getByRole("listbox", { name: "Customers" }).waitFor();
  }),
  onFeedback("feedback filtered to nothing", async (milepost) => {
    await milepost.press("Shift+F");
    await milepost.page.keyboard.type("no such words");
    await milepost.page.getByText("Nothing found").waitFor();
  }),
];

const notices: readonly Screen[] = [
  onSample("something is told", async (milepost) => {
    await milepost.act("take-baseline");
    await takeBaseline(milepost, "To be deleted");
    await milepost.page.locator("[data-action=delete-baseline]").first().click();
    await milepost.page.locator("[data-action=undo-delete]").waitFor();
  }),
  onSample("a refusal", async (milepost) => {
    await milepost.refuse("apply", "file", "The plan could not be saved.", "Look whether the disk is full.");
    await milepost.focusBar("Scheduled report delivery");
    await milepost.press("Alt+ArrowRight");
    await milepost.page.getByRole("alert").first().waitFor();
  }),
  onSample("a name is typed on a bar", async (milepost) => {
    await milepost.focusBar("Scheduled report delivery");
    await milepost.press("F2");
    await milepost.page.locator("[data-field=rename]").waitFor();
  }),
  onSample("a day is chosen", async (milepost) => {
    await milepost.inspect("Scheduled report delivery");
    await milepost.page.locator("[data-field=first] input").focus();
    await milepost.press("ArrowDown");
    await milepost.page.getByRole("dialog", { name: "Choose a day" }).waitFor();
  }),
];

const insight: readonly Screen[] = [
  onSample("insight", async (milepost) => {
    await milepost.press("Control+5");
    await milepost.page.locator("[data-insight=promises]").waitFor();
  }),
  {
    name: "no insight yet",
    async show(milepost) {
      await milepost.empty();
      await milepost.press("Control+5");
      await milepost.page.locator("[data-insight=promises]").waitFor();
    },
  },
];

export const screens: readonly Screen[] = [
  start,
  startWithPlans,
  empty,
  onSample("roadmap", () => Promise.resolve()),
  readOnly,
  conflicts,
  ...inspector,
  ...menus,
  ...look,
  ...needsRoadmap,
  ...budgetRoadmap,
  ...tables,
  ...needs,
  ...feedback,
  ...budget,
  ...insight,
  ...baselines,
  ...files,
  ...dialogs,
  ...notices,
];

import { expect, it, vi } from "vitest";

import type { BudgetLine } from "../../bindings/BudgetLine";
import type { ImportAnswer } from "../../bindings/ImportAnswer";
import type { ImportLook } from "../../bindings/ImportLook";
import type { Mapping } from "../../bindings/Mapping";
import { onFakeTime } from "../fake-time";
import { type Answers, fakeMilepost, noCounts, patch, refusal, settle, show } from "../fakes";
import ImportDialog from "./ImportDialog.svelte";
import { REST } from "./asking.svelte";
import { column, titlesOnly } from "./import/fake-mapping";

function lookWith(mapping: Mapping): ImportLook {
  return {
    mapping,
    preview: {
      encoding: "UTF-8",
      separator: "semicolon",
      rows_in_file: 2,
      columns: ["Summary", "Begin"].map((name) => ({
        column: column(name),
        fields: [],
        examples: [name === "Begin" ? "3/4/2027" : "Report templates"],
        filled_rows: 2,
      })),
      questions:
        mapping.columns.first_day && !mapping.day_order
          ? [{ question: "day_order", examples: ["3/4/2027"] }]
          : [],
      warnings: [],
      day_order: mapping.day_order,
      kinds: [{ word: "Task", rows: 2, kind: mapping.kinds["Task"] ?? null }],
      statuses: [],
      feedback_statuses: mapping.rows_are === "feedback" ? [{ word: "parked", rows: 1, status: null }] : [],
      rows_without_day: mapping.rows_are === "feedback" ? 2 : 0,
      unknown_customers: mapping.rows_are === "feedback" ? 1 : 0,
      decimal_mark: mapping.decimal_mark,
      cost_centres: [],
      rows_to_come: 0,
      money_digits: 2,
      rows: [],
      counts: { ...noCounts, taken: 2 },
    },
  };
}

const nothingReported = { summary: "2 rows: 1 taken, 1 refused.", counts: noCounts, warnings: [], rows: [] };
const anId = expect.any(String) as string;

let shown: ReturnType<typeof show>;
const rest = onFakeTime(() => shown.leave(), REST);

async function open(answers: Answers = {}) {
  const row = {
    line: 2,
    key: "R-1",
    title: "Report templates",
    item: "i1",
    feedback: null,
    actual: null,
    fields: [],
    remarks: [],
  } as const;
  const refused = {
    ...row,
    line: 3,
    title: "",
    item: null,
    remarks: [{ about: "title" as const, text: "it is empty" }],
  };
  const fake = fakeMilepost({
    import_look: ({ mapping, rows_are }) =>
      lookWith(
        mapping ??
          (rows_are === "feedback"
            ? { ...titlesOnly, rows_are, columns: { text: [column("Summary")] }, usual_day: "2026-11-23" }
            : titlesOnly),
      ),
    import: () => ({
      patch,
      report: {
        ...nothingReported,
        counts: { ...noCounts, taken: 1, refused: 1 },
        rows: [
          { ...row, fields: [], remarks: [], outcome: "taken" },
          { ...refused, fields: [], outcome: "refused" },
        ],
      },
    }),
    ...answers,
  });
  shown = show(ImportDialog, { milepost: fake.milepost, path: "/tables/jira.csv" });
  await rest();
  return fake;
}

it("asks again when the mapping is changed, once for changes in quick succession", async () => {
  const { asked } = await open();
  expect(asked("import_look")).toEqual([{ path: "/tables/jira.csv", mapping: null, work: anId }]);
  expect(shown.text()).toContain("2 rows: 2 taken.");
  await shown.choose("[data-field=column-owner]", "1 Begin");
  await shown.choose("[data-field=column-first_day]", "1 Begin");
  await rest();
  expect(asked("import_look")).toHaveLength(2);
  expect(asked("import_look")[1]?.mapping?.columns).toEqual({
    title: [column("Summary")],
    owner: [column("Begin")],
    first_day: [column("Begin")],
  });
});

it("asks how days are read, shows both readings, and imports only when that is said", async () => {
  const { asked, milepost } = await open();
  await shown.choose("[data-field=column-first_day]", "1 Begin");
  await rest();
  expect(shown.find("[data-action=import-now]")).toHaveProperty("disabled", true);
  expect(shown.find("fieldset").textContent).toMatch(/3\/4\/2027 is .*Apr.*3\/4\/2027 is .*Mar/s);
  await shown.click("[data-field=day-order-dmy]");
  await rest();
  await shown.click("[data-action=import-now]");
  expect(asked("import")[0]?.mapping?.day_order).toBe("dmy");
  expect(milepost.plan.state?.revision).toBe(2);
});

it("marks words that are not known and sends what they are taken for", async () => {
  const { asked } = await open();
  expect(shown.text()).toContain("1 not known");
  await shown.choose("[aria-label='What “Task” means']", "user_story");
  await rest();
  expect(asked("import_look").at(-1)?.mapping?.kinds).toEqual({ Task: "user_story" });
  expect(shown.text()).not.toContain("not known");
});

it("accounts for every line afterwards", async () => {
  await open();
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(300);
  await shown.click("[data-action=import-now]");
  await settle();
  expect(shown.find("[data-field=import-summary]").textContent).toBe("2 rows: 1 taken, 1 refused.");
  expect(document.querySelectorAll("[role=listitem]")).toHaveLength(2);
  await shown.click("[data-outcome=refused]");
  expect(document.querySelectorAll("[role=listitem]")).toHaveLength(1);
  expect(shown.text()).toContain("Title: it is empty");
  vi.restoreAllMocks();
});

it("reads the same rows as feedback, with a day and customers that the file leaves open", async () => {
  const { asked } = await open();
  expect(shown.has("[data-field=adds-customers]")).toBe(false);
  await shown.click("[data-rows-are=feedback]");
  await rest();
  expect(asked("import_look").at(-1)).toEqual({
    path: "/tables/jira.csv",
    mapping: null,
    rows_are: "feedback",
    work: anId,
  });
  expect(shown.has("[data-field=column-votes]")).toBe(true);
  expect(shown.has("[data-field=column-title]")).toBe(false);
  expect(shown.text()).toContain("2 rows without a day");
  await shown.click("[data-field=adds-customers]");
  await shown.choose("[aria-label='What “parked” means']", "declined");
  await rest();
  await shown.click("[data-action=import-now]");
  expect(asked("import")[0]?.mapping).toMatchObject({
    rows_are: "feedback",
    columns: { text: [column("Summary")] },
    adds_customers: true,
    usual_day: "2026-11-23",
    feedback_statuses: { parked: "declined" },
  });
});

it("asks for what actuals leave open: sign, decimal mark, budget lines and days to come", async () => {
  const budgetLines = [
    { id: "cloud", name: "Cloud" },
    { id: "training", name: "Training" },
  ] as BudgetLine[];
  const actuals: Mapping = {
    ...titlesOnly,
    rows_are: "actuals",
    columns: { day: [column("Date")], amount: [column("Amount")], cost_centre: [column("Centre")] },
    spending: "negative",
  };
  const looked = (mapping: Mapping): ImportLook => ({
    mapping,
    preview: {
      ...lookWith(mapping).preview,
      kinds: [],
      questions: mapping.decimal_mark ? [] : [{ question: "decimal_mark", examples: ["1.234"] }],
      cost_centres: [
        { name: "4711", rows: 2, line: mapping.cost_centres["4711"] ?? null, is_left_out: false },
        { name: "Cloud", rows: 1, line: "cloud", is_left_out: false },
      ],
      rows_to_come: 1,
      rows: [
        {
          line: 2,
          outcome: "unchanged",
          remarks: [{ about: null, text: "the plan has it already" }],
          item: null,
          feedback: null,
          actual: {
            key: "5100",
            day: "2026-10-03",
            amount: 123450,
            line: "Cloud",
            item: null,
            supplier: "Stratus",
            note: "Compute",
          },
        },
      ],
      counts: { ...noCounts, taken: 2, unchanged: 1 },
    },
  });
  const fake = fakeMilepost({
    budget_lines: () => budgetLines,
    import_look: ({ mapping }) => looked(mapping ?? actuals),
    import: () => ({
      patch,
      report: { summary: "3 rows: 2 taken, 1 already there.", counts: noCounts, warnings: [], rows: [] },
    }),
  });
  fake.milepost.lists.follow(null);
  shown = show(ImportDialog, { milepost: fake.milepost, path: "/tables/bank.csv" });
  await rest();
  expect(shown.text()).toContain("Say first how the amounts are to be read.");
  expect(shown.text()).toContain("1 without a budget line");
  expect(shown.text()).toContain("€1,234.50");
  expect(shown.text()).toContain("Already there");
  await shown.click("[data-field=decimal-mark-comma]");
  await shown.click("[data-spending=positive]");
  await shown.choose("[aria-label='Budget line of “4711”']", "training");
  await shown.choose("[data-field=usual-line]", "cloud");
  await shown.click("[data-field=spent-in-advance]");
  await rest();
  expect(shown.text()).toContain("3 rows: 2 taken, 1 already there.");
  await shown.click("[data-action=import-now]");
  expect(fake.asked("import")[0]?.mapping).toMatchObject({
    rows_are: "actuals",
    decimal_mark: "comma",
    spending: "positive",
    cost_centres: { "4711": "training" },
    usual_line: "cloud",
    spent_in_advance: true,
  });
});

/** Presses Import, and closes the dialog before the answer comes. */
async function closeMeanwhile() {
  let end: { resolve: (answer: ImportAnswer) => void; reject: (thrown: unknown) => void };
  const ended = new Promise<ImportAnswer>((resolve, reject) => (end = { resolve, reject }));
  const fake = fakeMilepost({
    import_look: () => lookWith(titlesOnly),
    import: () => ended,
    cancel: () => null,
  });
  fake.milepost.dialogs.show({ kind: "import", path: "/tables/jira.csv" });
  shown = show(ImportDialog, { milepost: fake.milepost, path: "/tables/jira.csv" });
  await rest();
  await shown.click("[data-action=import-now]");
  expect(shown.has("progress")).toBe(true);
  expect(fake.asked("cancel")).toEqual([]);
  await shown.leave();
  return { ...fake, ...end! };
}

it("cancels an import with its dialog, and says in passing what is there", async () => {
  const { milepost, asked, reject } = await closeMeanwhile();
  expect(asked("cancel")).toEqual([{ work: asked("import")[0]?.work }]);
  reject(refusal("cancelled", "Import cancelled. The plan is as it was."));
  await settle();
  expect(milepost.notices.notices).toMatchObject([
    { message: "Import cancelled. The plan is as it was.", tone: "info" },
  ]);
  expect(milepost.plan.state?.revision).toBe(1);
});

it("tells of an import that was done before it could be cancelled", async () => {
  const { milepost, resolve } = await closeMeanwhile();
  const report = { summary: "1 row: 1 taken.", counts: noCounts, warnings: [], rows: [] };
  resolve({ patch, report });
  await settle();
  expect(milepost.notices.notices).toMatchObject([{ message: "1 row: 1 taken.", action: { label: "Undo" } }]);
});

it("stops looking at a file once its dialog is closed", async () => {
  const { milepost, asked } = fakeMilepost({
    import_look: () => new Promise(() => undefined),
    cancel: () => null,
  });
  shown = show(ImportDialog, { milepost, path: "/tables/jira.csv" });
  await rest();
  expect(shown.find("progress").getAttribute("aria-label")).toBe("Reading the file");
  await shown.leave();
  expect(asked("cancel")).toEqual([{ work: asked("import_look")[0]?.work }]);
});

it("says what of it the view leaves out, and shows that", async () => {
  const { milepost, asked } = await open({
    import: () => ({ patch: { ...patch, added: ["n1", "n2"] }, report: nothingReported }),
    left_out: () => ({ count: 2, waiting: 2, kinds: ["issue", "user_story"], by_filter: false }),
  });
  milepost.dialogs.show({ kind: "import", path: "/tables/jira.csv" });
  milepost.screen.current = "needs";
  await shown.click("[data-action=import-now]");
  await rest();
  expect(asked("left_out")).toMatchObject([{ ids: ["n1", "n2"], view: { kinds: ["feature"] } }]);
  expect(shown.text()).toContain(
    "2 of the new items are left out by this view, which shows no issues and no user stories.",
  );
  expect(shown.find("[data-action=show-left-out]").textContent).toBe("Show issues and user stories");
  await shown.click("[data-action=show-left-out]");
  expect(milepost.view.settings.kinds).toEqual(["feature", "user_story", "issue"]);
  expect([milepost.dialogs.open, milepost.screen.current, milepost.view.trayOpen]).toEqual([
    null,
    "roadmap",
    true,
  ]);
});

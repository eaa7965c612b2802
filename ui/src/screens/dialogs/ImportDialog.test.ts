import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { ImportLook } from "../../bindings/ImportLook";
import type { Mapping } from "../../bindings/Mapping";
import { fakeMilepost, patch, settle, show } from "../fakes";
import ImportDialog from "./ImportDialog.svelte";
import { REST } from "./asking.svelte";

const none = {
  taken: 0,
  taken_with_change: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  themes_added: 0,
  dependencies_added: 0,
  customers_added: 0,
};
const column = (name: string) => ({ name, occurrence: 1 });
const suggested: Mapping = {
  rows_are: "work_items",
  columns: { title: [column("Summary")] },
  day_order: null,
  list_separators: ";",
  kinds: {},
  statuses: {},
  feedback_statuses: {},
  adds_customers: false,
  usual_day: null,
  formulas_are_defused: false,
};

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
      rows: [],
      counts: { ...none, taken: 2 },
    },
  };
}

let shown: ReturnType<typeof show>;
beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  await shown.leave();
  vi.useRealTimers();
});

const rest = async () => {
  await vi.advanceTimersByTimeAsync(REST);
  await settle();
};

async function open() {
  const row = {
    line: 2,
    key: "R-1",
    title: "Report templates",
    item: "i1",
    feedback: null,
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
            ? { ...suggested, rows_are, columns: { text: [column("Summary")] }, usual_day: "2026-11-23" }
            : suggested),
      ),
    import: () => ({
      patch,
      report: {
        summary: "2 rows: 1 taken, 1 refused.",
        counts: { ...none, taken: 1, refused: 1 },
        warnings: [],
        rows: [
          { ...row, fields: [], remarks: [], outcome: "taken" },
          { ...refused, fields: [], outcome: "refused" },
        ],
      },
    }),
  });
  shown = show(ImportDialog, { milepost: fake.milepost, path: "/tables/jira.csv" });
  await rest();
  return fake;
}

it("asks again when the mapping is changed, once for changes in quick succession", async () => {
  const { asked } = await open();
  expect(asked("import_look")).toEqual([{ path: "/tables/jira.csv", mapping: null }]);
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

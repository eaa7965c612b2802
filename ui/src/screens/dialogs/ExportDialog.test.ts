import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { ExportReport } from "../../bindings/ExportReport";
import type { ExportSheets } from "../../bindings/ExportSheets";
import { fakeMilepost, refusal, settle, show } from "../fakes";
import ExportDialog from "./ExportDialog.svelte";
import { REST } from "./asking.svelte";

const sheets: ExportSheets = {
  pages: 4,
  smallest_text_pt: 7.2,
  exists: false,
  missing: "",
  left_out: [],
  first_page: "iVBORw0KGgo=",
  size: [842, 595],
};

let shown: ReturnType<typeof show>;
beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(async () => {
  await shown.leave();
  vi.useRealTimers();
});

const rest = async () => {
  await vi.advanceTimersByTimeAsync(REST);
  await settle();
};

it("writes beside the plan, and replaces a file only when asked to", async () => {
  const { milepost, asked } = fakeMilepost({
    export_sheets: () => sheets,
    export: ({ path, replace }) => {
      if (!replace) throw refusal("exists", "It is there already.");
      return { path, bytes: 10, pages: 4, missing: "", left_out: [] };
    },
  });
  milepost.dialogs.show({ kind: "export" });
  shown = show(ExportDialog, { milepost });
  expect(shown.find("[data-field=export-path]")).toHaveProperty("value", "/plans/insights.pdf");

  await shown.click("[data-action=export-now]");
  expect(shown.text()).toContain("“insights.pdf” is there already. Replace it?");
  await shown.click("[data-action=export-keep]");
  expect(milepost.dialogs.open).not.toBeNull();
  expect(asked("export").map(({ replace }) => replace)).toEqual([false]);

  await shown.click("[data-action=export-now]");
  await shown.click("[data-action=export-replace]");
  expect(asked("export").map(({ replace }) => replace)).toEqual([false, false, true]);
  expect(milepost.dialogs.open).toBeNull();
  expect(milepost.notices.notices[0]?.message).toBe("Exported to /plans/insights.pdf, 4 pages.");
});

it("exports by Enter in the field that says where to, and not over a file unasked", async () => {
  const { milepost, asked } = fakeMilepost({
    export_sheets: () => sheets,
    export: () => Promise.reject(refusal("exists", "It is there already.")),
  });
  shown = show(ExportDialog, { milepost });
  await shown.press("[data-field=export-path]", "Enter");
  expect(shown.text()).toContain("Replace it?");
  await shown.press("[data-field=export-path]", "Enter");
  expect(asked("export").map(({ replace }) => replace)).toEqual([false]);
});

it("writes nothing while a choice is not taken, whose field gets the focus", async () => {
  const { milepost, asked } = fakeMilepost({ export_sheets: () => sheets });
  shown = show(ExportDialog, { milepost });
  const from = shown.find<HTMLInputElement>("[data-field=export-from] input");
  from.value = "31.2.2027";
  from.dispatchEvent(new Event("input", { bubbles: true }));
  from.dispatchEvent(new FocusEvent("blur"));
  await shown.click("[data-action=export-now]");
  expect(asked("export")).toEqual([]);
  expect(shown.text()).toContain("“31.2.2027” is not a day.");
  expect(document.activeElement).toBe(from);
});

it("shows the first page as a picture and warns of small text", async () => {
  let answer = sheets;
  const { milepost, asked } = fakeMilepost({ export_sheets: () => answer });
  shown = show(ExportDialog, { milepost });
  await rest();
  expect(shown.text()).toContain("4 pages, smallest text 7.2 pt");
  expect(shown.text()).not.toContain("hard to read");
  const source = shown.find("[data-field=first-page]").getAttribute("src");
  expect(source).toBe("data:image/png;base64,iVBORw0KGgo=");

  expect(shown.text()).not.toContain("No font");
  expect(shown.text()).not.toContain("Left out");
  answer = {
    ...sheets,
    pages: 1,
    smallest_text_pt: 4.5,
    missing: "路",
    left_out: ["matrix", "budget"],
  };
  await shown.click("[data-fit=page]");
  await rest();
  expect(asked("export_sheets").at(-1)?.pages.fit).toBe("page");
  expect(shown.text()).toContain("1 page, smallest text 4.5 pt");
  expect(shown.text()).toContain("hard to read");
  expect(shown.text()).toContain("No font on this computer can print 路.");
  expect(shown.text()).toContain("Left out, since nothing is in them yet: Needs × features, Budget.");
});

it("lets the name follow the format and remembers what was chosen", async () => {
  const { milepost, asked } = fakeMilepost({
    export_sheets: () => sheets,
    export: ({ path }) => ({ path, bytes: 10, pages: null, missing: "", left_out: [] }),
  });
  shown = show(ExportDialog, { milepost });
  await shown.click("[data-format=csv]");
  expect(shown.find("[data-field=export-path]")).toHaveProperty("value", "/plans/insights.csv");
  await shown.choose("[data-field=separator]", "semicolon");
  await shown.click("[data-action=export-now]");
  expect(asked("export")).toMatchObject([
    { path: "/plans/insights.csv", csv: { separator: "semicolon", bom: true } },
  ]);
  await shown.leave();
  shown = show(ExportDialog, { milepost });
  expect(shown.find("[data-format=csv]").getAttribute("aria-pressed")).toBe("true");
});

it("says why nothing was exported and keeps the choices", async () => {
  const { milepost } = fakeMilepost({
    export_sheets: () => sheets,
    export: () => {
      throw refusal("input", "The folder is gone.");
    },
  });
  milepost.dialogs.show({ kind: "export" });
  shown = show(ExportDialog, { milepost });
  await shown.type("[data-field=export-path]", "/gone/plan.pdf");
  await shown.click("[data-action=export-now]");
  expect(shown.text()).toContain("The folder is gone.");
  expect(milepost.dialogs.open).not.toBeNull();
});

/** Begins an export, closes the dialog while it goes on and opens another one; gives back how it ends. */
async function closeMeanwhile() {
  let end: { resolve: (report: ExportReport) => void; reject: (thrown: unknown) => void };
  const ended = new Promise<ExportReport>((resolve, reject) => (end = { resolve, reject }));
  const { milepost, asked } = fakeMilepost({
    export_sheets: () => sheets,
    export: () => ended,
    cancel: () => null,
  });
  milepost.dialogs.show({ kind: "export" });
  shown = show(ExportDialog, { milepost });
  await rest();
  await shown.click("[data-action=export-now]");
  expect(shown.has("progress")).toBe(true);
  expect(asked("cancel")).toEqual([]);
  await shown.leave();
  milepost.dialogs.show({ kind: "keys" });
  return { milepost, asked, ...end! };
}

it("cancels an export with its dialog, and says in passing what is there", async () => {
  const { milepost, asked, reject } = await closeMeanwhile();
  expect(asked("cancel")).toEqual([{ work: asked("export")[0]?.work }]);
  reject(refusal("cancelled", "Export cancelled. Nothing was written."));
  await settle();
  expect(milepost.notices.notices).toMatchObject([
    { message: "Export cancelled. Nothing was written.", tone: "info" },
  ]);
  expect(milepost.dialogs.open).toEqual({ kind: "keys" });
});

it("tells of an export that was done before it could be cancelled, and closes no other dialog", async () => {
  const { milepost, resolve } = await closeMeanwhile();
  resolve({ path: "/plans/insights.pdf", bytes: 10, pages: 4, missing: "", left_out: [] });
  await settle();
  expect(milepost.notices.notices[0]?.message).toBe("Exported to /plans/insights.pdf, 4 pages.");
  expect(milepost.dialogs.open).toEqual({ kind: "keys" });
});

it("tells why an export failed before it could be cancelled", async () => {
  const { milepost, reject } = await closeMeanwhile();
  reject(refusal("file", "The disk is full."));
  await settle();
  expect(milepost.notices.notices[0]?.message).toBe("The disk is full.");
});

it("exports what is on screen, under the name of its view", async () => {
  const { milepost, asked } = fakeMilepost({ export_sheets: () => sheets });
  const range = { first: "2027-01-01", last: "2027-06-30" };
  const view = { id: "v1", name: "Board review", settings: milepost.view.settings, range, rank: 1 };
  milepost.plan.state = { ...milepost.plan.state!, views: [view] };
  milepost.view.choose(view);
  shown = show(ExportDialog, { milepost });
  await rest();
  expect(asked("export_sheets").at(-1)?.pages).toMatchObject({
    view: view.settings,
    view_name: "Board review",
    from: "2027-01-01",
    to: "2027-06-30",
  });
  milepost.view.change({ lanes_by: "owner" });
  await rest();
  expect(asked("export_sheets").at(-1)?.pages).toMatchObject({
    view: { lanes_by: "owner" },
    view_name: "Board review (edited)",
  });
});

it("takes the pages and the table that are chosen, and never no pages at all", async () => {
  const { milepost, asked } = fakeMilepost({
    export_sheets: () => sheets,
    export: ({ path }) => ({ path, bytes: 10, pages: null, missing: "", left_out: [] }),
  });
  shown = show(ExportDialog, { milepost });
  await rest();
  expect(asked("export_sheets").at(-1)?.pages.parts).toEqual(["roadmap"]);
  expect(shown.find("[data-part=roadmap]")).toHaveProperty("disabled", true);
  await shown.click("[data-part=insight]");
  await shown.click("[data-part=matrix]");
  await shown.click("[data-part=roadmap]");
  await rest();
  expect(asked("export_sheets").at(-1)?.pages.parts).toEqual(["matrix", "insight"]);
  expect(shown.has("[data-fit=page]")).toBe(false);
  await shown.click("[data-format=png]");
  await rest();
  expect(asked("export_sheets").at(-1)?.pages.parts).toEqual(["roadmap"]);

  await shown.click("[data-format=csv]");
  await shown.choose("[data-field=csv-table]", "feedback");
  expect(shown.text()).toContain("Every feedback is a row");
  await shown.click("[data-action=export-now]");
  expect(asked("export")[0]?.csv).toMatchObject({ table: "feedback", since: null });
});

it("tells money by the periods that are chosen, on paper and in a table", async () => {
  const { milepost, asked } = fakeMilepost({
    export_sheets: () => sheets,
    export: ({ path }) => ({ path, bytes: 10, pages: null, missing: "", left_out: [] }),
  });
  shown = show(ExportDialog, { milepost });
  await rest();
  expect(shown.has("[data-field=unit]")).toBe(false);
  await shown.click("[data-part=budget]");
  await shown.choose("[data-field=unit]", "quarter");
  await rest();
  expect(asked("export_sheets").at(-1)?.pages).toMatchObject({
    parts: ["roadmap", "budget"],
    unit: "quarter",
  });
  await shown.click("[data-format=csv]");
  expect(shown.has("[data-field=unit]")).toBe(false);
  await shown.choose("[data-field=csv-table]", "budget");
  await shown.choose("[data-field=unit]", "year");
  await shown.click("[data-action=export-now]");
  expect(asked("export")[0]?.csv).toMatchObject({ table: "budget", unit: "year" });
});

it("begins with the PDF to print, whatever was exported last", () => {
  localStorage.setItem("milepost.export", JSON.stringify({ format: "csv" }));
  const { milepost } = fakeMilepost({ export_sheets: () => sheets });
  shown = show(ExportDialog, { milepost, toPrint: true });
  expect(shown.find("[data-field=export-path]")).toHaveProperty("value", "/plans/insights.pdf");
  expect(shown.text()).toContain("export it, then print that file");
});

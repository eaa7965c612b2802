/** What is chosen before an export, remembered on this machine; and how the target's name follows the format. */
import type { CsvTable } from "../../../bindings/CsvTable";
import type { Fit } from "../../../bindings/Fit";
import type { Orientation } from "../../../bindings/Orientation";
import type { Paper } from "../../../bindings/Paper";
import type { Part } from "../../../bindings/Part";
import type { PeriodUnit } from "../../../bindings/PeriodUnit";
import type { Separator } from "../../../bindings/Separator";

export type Format = "pdf" | "csv" | "png" | "svg";

export const FORMATS: readonly { value: Format; label: string; title: string }[] = [
  { value: "pdf", label: "PDF", title: "Pages to print or to send" },
  { value: "csv", label: "CSV", title: "A table for spreadsheets and other programs" },
  { value: "png", label: "PNG", title: "A picture in pixels" },
  { value: "svg", label: "SVG", title: "A picture that stays sharp at any size" },
];

/** The parts of a document, in their order in it. */
export const PARTS: readonly { value: Part; label: string }[] = [
  { value: "roadmap", label: "Roadmap" },
  { value: "matrix", label: "Needs × features" },
  { value: "customers", label: "Needs by customer" },
  { value: "insight", label: "Insight" },
  { value: "budget", label: "Budget" },
];

export const partLabel = (part: Part): string => PARTS.find(({ value }) => value === part)?.label ?? part;

/** What a table holds, and what is to be known of it. */
export const TABLES: readonly { value: CsvTable; label: string; about: string }[] = [
  {
    value: "work_items",
    label: "Work items",
    about:
      "Every work item is a row, whatever is shown on the timeline. Imported into an empty plan, the file gives the same items again.",
  },
  {
    value: "shown_items",
    label: "Work items of this view",
    about:
      "Every work item that fits the kinds and the filter of the view is a row, with or without dates, and so is what is collapsed.",
  },
  {
    value: "feedback",
    label: "Feedback",
    about:
      "Every feedback is a row with what it is linked to. Imported into a plan with the same needs and items, the file gives the same feedback again.",
  },
  {
    value: "needs",
    label: "Needs",
    about: "Every need is a row, the heaviest first: weight, standing, days, customers and what serves it.",
  },
  {
    value: "matrix",
    label: "Needs × features",
    about: "Needs are rows and the features that serve them are columns; a cell says fully or partly.",
  },
  {
    value: "customers",
    label: "Needs by customer",
    about: "Every need of every customer is a row: importance, weight, standing and days.",
  },
  {
    value: "promises",
    label: "What was promised to whom",
    about:
      "Open feedback that is linked to features is a row each: source, customer, last day, and how far that has moved since the latest baseline.",
  },
  {
    value: "budget",
    label: "Budget lines × periods",
    about:
      "Every budget line has four rows: planned, actual, forecast and variance by period. Amounts are plain numbers with a decimal point.",
  },
  {
    value: "ledger",
    label: "Costs and actuals",
    about:
      "Every cost and every actual is a row, in the order of days. Imported as actuals into the same plan, the file adds nothing.",
  },
  {
    value: "rates",
    label: "Rates",
    about: "Every role is a row: what a day of it costs, and what is planned at that rate.",
  },
];

export const UNITS: readonly { value: PeriodUnit; label: string }[] = [
  { value: "month", label: "Months" },
  { value: "quarter", label: "Quarters" },
  { value: "year", label: "Years" },
];

export interface Choices {
  format: Format;
  parts: readonly Part[];
  table: CsvTable;
  paper: Paper;
  orientation: Orientation;
  fit: "width" | "page" | "percent";
  percent: number;
  audience: string;
  author: string;
  /** How long the periods are that money is told by. */
  unit: PeriodUnit;
  separator: Separator;
  bom: boolean;
}

const FIRST: Choices = {
  format: "pdf",
  parts: ["roadmap"],
  table: "work_items",
  paper: "a4",
  orientation: "landscape",
  fit: "width",
  percent: 100,
  audience: "",
  author: "",
  unit: "month",
  separator: "comma",
  bom: true,
};

const KEY = "milepost.export";

/** What was chosen last, as far as it can be read. */
export function readChoices(): Choices {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return { ...FIRST, ...sound(kept) };
  } catch {
    return { ...FIRST };
  }
}

export const writeChoices = (choices: Choices): void => localStorage.setItem(KEY, JSON.stringify(choices));

const ONE_OF: { [K in keyof Choices]?: readonly Choices[K][] } = {
  format: ["pdf", "csv", "png", "svg"],
  table: TABLES.map(({ value }) => value),
  paper: ["a4", "a3", "letter", "tabloid"],
  orientation: ["landscape", "portrait"],
  fit: ["width", "page", "percent"],
  unit: UNITS.map(({ value }) => value),
  separator: ["comma", "semicolon", "tab"],
};

/** Only entries that are known and of the right sort. */
function sound(kept: unknown): Partial<Choices> {
  if (typeof kept !== "object" || kept === null) return {};
  const entries = Object.entries(kept).filter(([key, value]: [string, unknown]) => {
    if (!(key in FIRST) || typeof value !== typeof FIRST[key as keyof Choices]) return false;
    if (key === "parts") return partsOf(value).length > 0;
    const allowed = ONE_OF[key as keyof Choices] as readonly unknown[] | undefined;
    return allowed?.includes(value) ?? true;
  });
  return Object.fromEntries(entries) as Partial<Choices>;
}

/** The known ones among the parts that were kept. */
const partsOf = (kept: unknown): unknown[] =>
  Array.isArray(kept) ? kept.filter((part) => PARTS.some(({ value }) => value === part)) : [];

/** A picture is of the roadmap. */
export const partsFor = ({ format, parts }: Choices): Part[] =>
  format === "pdf" ? PARTS.map(({ value }) => value).filter((part) => parts.includes(part)) : ["roadmap"];

/** A picture is a single page. */
export function fitOf({ format, fit, percent }: Choices): Fit {
  if (format === "png" || format === "svg") return "page";
  return fit === "percent" ? { percent } : fit;
}

const ENDING = /\.(milepost|pdf|csv|png|svg)$/i;

/** The path with the ending of a format in place of the one it has. */
export const withEndingOf = (path: string, format: Format): string => `${path.replace(ENDING, "")}.${format}`;

/** The format that a path's ending stands for. */
export function formatOf(path: string): Format | null {
  const ending = ENDING.exec(path)?.[1]?.toLowerCase();
  return ending === undefined || ending === "milepost" ? null : (ending as Format);
}

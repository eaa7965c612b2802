/** What is chosen before an export, remembered on this machine; and how the target's name follows the format. */
import type { Fit } from "../../../bindings/Fit";
import type { Orientation } from "../../../bindings/Orientation";
import type { Paper } from "../../../bindings/Paper";
import type { Separator } from "../../../bindings/Separator";

export type Format = "pdf" | "csv" | "png" | "svg";

export const FORMATS: readonly { value: Format; label: string; title: string }[] = [
  { value: "pdf", label: "PDF", title: "Pages to print or to send" },
  { value: "csv", label: "CSV", title: "A table of every work item" },
  { value: "png", label: "PNG", title: "A picture in pixels" },
  { value: "svg", label: "SVG", title: "A picture that stays sharp at any size" },
];

export interface Choices {
  format: Format;
  paper: Paper;
  orientation: Orientation;
  fit: "width" | "page" | "percent";
  percent: number;
  audience: string;
  author: string;
  separator: Separator;
  bom: boolean;
}

const FIRST: Choices = {
  format: "pdf",
  paper: "a4",
  orientation: "landscape",
  fit: "width",
  percent: 100,
  audience: "",
  author: "",
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
  paper: ["a4", "a3", "letter", "tabloid"],
  orientation: ["landscape", "portrait"],
  fit: ["width", "page", "percent"],
  separator: ["comma", "semicolon", "tab"],
};

/** Only entries that are known and of the right sort. */
function sound(kept: unknown): Partial<Choices> {
  if (typeof kept !== "object" || kept === null) return {};
  const entries = Object.entries(kept).filter(([key, value]: [string, unknown]) => {
    if (!(key in FIRST) || typeof value !== typeof FIRST[key as keyof Choices]) return false;
    const allowed = ONE_OF[key as keyof Choices] as readonly unknown[] | undefined;
    return allowed?.includes(value) ?? true;
  });
  return Object.fromEntries(entries) as Partial<Choices>;
}

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

/** The name of a file without its folder, on any system. */
export const nameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

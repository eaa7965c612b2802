/** Which files are plans, and which are tables, for the dialogs of the system and for files that are dropped. */
import type { FileFilter } from "../ports/backend";

export const PLAN_FILES: FileFilter[] = [{ name: "Milepost plans", extensions: ["milepost"] }];
export const TABLE_FILES: FileFilter[] = [{ name: "Tables", extensions: ["csv", "tsv", "txt"] }];

export const withEnding = (path: string): string => (/\.milepost$/i.test(path) ? path : `${path}.milepost`);

/** The name of a file without its folder, on any system. */
export const fileNameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

/** Whether a path ends as files of these kinds do. */
export function isOneOf(path: string, filters: readonly FileFilter[]): boolean {
  const ending = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return filters.some(({ extensions }) => extensions.includes(ending));
}

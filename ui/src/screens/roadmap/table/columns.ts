/** What the columns of the table show and how wide they are. How a cell is edited is in `cell-edits.ts`. */
import type { Column } from "../../../bindings/Column";
import type { ItemRow } from "../../../bindings/ItemRow";
import { written } from "../../../state/days";
import { HORIZON_WORDS, KIND_WORDS, STATUS_WORDS } from "../../../state/words";

export interface ColumnLook {
  /** Pixels, until somebody chooses otherwise. */
  width: number;
  /** Whether it stands on the right, as numbers do. */
  isNumber?: boolean;
  /** What a cell says; themes by id. */
  text(row: ItemRow, themes: ReadonlyMap<string, string>): string;
}

export const LEAST_WIDTH = 56;
export const GREATEST_WIDTH = 720;

/** Calendar days, the last one included. */
export const daysOf = ({ span }: ItemRow): number | null =>
  span && Math.round((Date.parse(span.last) - Date.parse(span.first)) / 86_400_000) + 1;

export const COLUMN_LOOKS: Record<Column, ColumnLook> = {
  title: { width: 220, text: ({ item }) => item.title },
  kind: { width: 92, text: ({ item }) => KIND_WORDS[item.kind] },
  status: { width: 104, text: ({ item }) => STATUS_WORDS[item.status] },
  start: { width: 100, isNumber: true, text: startOf },
  end: { width: 100, isNumber: true, text: ({ span }) => (span ? written(span.last) : "") },
  days: { width: 64, isNumber: true, text: (row) => daysOf(row)?.toLocaleString() ?? "" },
  progress: { width: 80, isNumber: true, text: ({ progress }) => `${progress} %` },
  theme: { width: 150, text: ({ item }, themes) => (item.theme && themes.get(item.theme)) || "" },
  parent: { width: 170, text: ({ parent_title }) => parent_title ?? "" },
  owner: { width: 110, text: ({ item }) => item.owner },
  key: { width: 90, text: ({ item }) => item.key },
  weight: { width: 84, isNumber: true, text: ({ weight }) => weight?.toLocaleString() ?? "" },
  needs: { width: 220, text: needsOf },
};

/** The first day, or the horizon of what has none. */
function startOf({ item, span }: ItemRow): string {
  if (span) return written(span.first);
  return item.schedule.kind === "horizon" ? HORIZON_WORDS[item.schedule.horizon] : "";
}

/** The leading need, and how many others there are. */
function needsOf({ item, leading_need }: ItemRow): string {
  const others = item.needs.length - 1;
  return leading_need === null ? "" : `${leading_need}${others > 0 ? ` +${others}` : ""}`;
}

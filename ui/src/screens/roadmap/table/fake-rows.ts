/** Rows and lanes for tests of the table. */
import type { ItemRow } from "../../../bindings/ItemRow";
import type { Rect } from "../../../bindings/Rect";
import type { TableBand } from "../../../bindings/TableBand";
import type { TableLane } from "../../../bindings/TableLane";
import type { WorkItem } from "../../../bindings/WorkItem";
import { itemDetail } from "../../fakes";

export const ROW_HEIGHT = 30;

export function rowOf(item: Partial<WorkItem>, row: Partial<ItemRow> = {}): ItemRow {
  const whole = { ...itemDetail.item, ...item };
  const { schedule } = whole;
  const span = schedule.kind === "dated" ? { first: schedule.first, last: schedule.last } : null;
  return {
    row: { id: whole.id, top: 0, index: 0 },
    item: whole,
    span,
    progress: whole.progress,
    sums_up: false,
    holds: 0,
    parent_title: null,
    weight: null,
    leading_need: null,
    ...row,
  };
}

export const laneOfTheme = (value: string | null, lane: Partial<TableLane> = {}): TableLane => ({
  lane: { by: "items", values: [{ field: "theme", value }] },
  name: value ?? "No theme",
  hue: 1,
  count: 1,
  top: 0,
  height: ROW_HEIGHT,
  is_collapsed: false,
  ...lane,
});

/** A table of one lane with these rows. */
export function bandOf(rows: readonly ItemRow[]): TableBand {
  const height = (rows.length + 1) * ROW_HEIGHT;
  return {
    lanes: [laneOfTheme("t1", { name: "Reporting", count: rows.length, height })],
    rows: rows.map((each, index) => ({
      ...each,
      row: { id: each.item.id, index, top: (index + 1) * ROW_HEIGHT },
    })),
    height,
    row_height: ROW_HEIGHT,
  };
}

/** As much of it as is asked for, as of a table that is too long to come as a whole. */
export function stretchOf(band: TableBand, { top, height }: { top: number; height: number }): TableBand {
  const isIn = (from: number, high: number) => from < top + height && from + high > top;
  return {
    ...band,
    lanes: band.lanes.filter((lane) => isIn(lane.top, lane.height)),
    rows: band.rows.filter(({ row }) => isIn(row.top, ROW_HEIGHT)),
  };
}

/** Where the bar of an item stands that has a row. */
export function placeIn(band: TableBand, id: string): Rect | null {
  const found = band.rows.find(({ item }) => item.id === id);
  return found ? [0, found.row.top + 3, 10, ROW_HEIGHT - 6] : null;
}

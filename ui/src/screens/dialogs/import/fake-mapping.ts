/** How a file of work items is read, for tests. */
import type { ColumnRef } from "../../../bindings/ColumnRef";
import type { Mapping } from "../../../bindings/Mapping";

export const column = (name: string, occurrence = 1): ColumnRef => ({ name, occurrence });

/** Titles are read from the column that is called “Summary”, and nothing else. */
export const titlesOnly: Mapping = {
  rows_are: "work_items",
  columns: { title: [column("Summary")] },
  day_order: null,
  list_separators: ";",
  kinds: {},
  statuses: {},
  feedback_statuses: {},
  adds_customers: false,
  usual_day: null,
  decimal_mark: null,
  spending: "positive",
  cost_centres: {},
  usual_line: null,
  spent_in_advance: false,
  formulas_are_defused: false,
};

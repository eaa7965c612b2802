/** Bars, rows of a table, or both; and what the table shows. */
import type { Arrangement } from "../bindings/Arrangement";
import type { Column } from "../bindings/Column";
import type { Sort } from "../bindings/Sort";
import type { ViewSettings } from "../bindings/ViewSettings";
import type { Milepost } from "../milepost.svelte";
import { ARRANGEMENTS, COLUMNS } from "../state/look";
import { COLUMN_WORDS } from "../state/words";
import { type Action, onFeatures, withPlan } from "./action";

const LABELS: Record<Arrangement, string> = {
  timeline: "Timeline alone",
  both: "Table beside the timeline",
  table: "Table alone",
};

/** Arranges or sorts what is shown otherwise; what is selected stays in sight. */
async function arrange(milepost: Milepost, changed: Partial<ViewSettings>): Promise<void> {
  milepost.view.change(changed);
  const { only } = milepost.selection;
  // From other screens nobody is taken to the roadmap by this.
  if (only !== null && milepost.chart) await milepost.reveal(only);
}

export const arrangements: readonly Action[] = ARRANGEMENTS.map((arrangement, index) => ({
  id: `arrange-${arrangement}`,
  label: LABELS[arrangement],
  keys: [`Alt+${index + 1}`],
  available: onFeatures,
  run: (milepost) => arrange(milepost, { arrangement }),
}));

/** Ascending, then descending, then as usual; of weights the heaviest first. */
export function nextSort(sort: Sort | null, by: Column): Sort | null {
  const first = by === "weight";
  if (sort?.by !== by) return { by, descending: first };
  return sort.descending === first ? { by, descending: !first } : null;
}

export const sorts: readonly Action[] = COLUMNS.map((by) => ({
  id: `sort-by-${by}`,
  label: `Sort the table by ${COLUMN_WORDS[by].toLowerCase()}`,
  keys: [],
  available: onFeatures,
  run: (milepost) => arrange(milepost, { sort: nextSort(milepost.view.settings.sort, by) }),
}));

export const usualSort: Action = {
  id: "usual-sort",
  label: "Usual order of the table",
  keys: [],
  available: (milepost) => onFeatures(milepost) && milepost.view.settings.sort !== null,
  run: (milepost) => arrange(milepost, { sort: null }),
};

export const columns: Action = {
  id: "columns",
  label: "Columns of the table",
  keys: ["Shift+G"],
  available: onFeatures,
  async run(milepost) {
    const { view } = milepost;
    view.panel = "columns";
    if (view.settings.arrangement === "timeline") await arrange(milepost, { arrangement: "both" });
  },
};

export const toggleBudgetStrip: Action = {
  id: "toggle-budget-strip",
  label: "Show or hide the budget strip",
  keys: ["Shift+B"],
  available: onFeatures,
  run: ({ view }) => view.change({ show_budget: !view.settings.show_budget }),
};

export const toggleOverview: Action = {
  id: "toggle-overview",
  label: "Show or hide the overview",
  keys: ["O"],
  available: withPlan,
  run: ({ view }) => view.change({ show_overview: !view.settings.show_overview }),
};

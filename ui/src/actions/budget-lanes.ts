/** The ways from the lanes of the budget roadmap to the rows behind their money, on the screen of the budget. */
import type { Milepost } from "../milepost.svelte";
import { type Action, withPlan } from "./action";
import { showEntriesOf, showEntry } from "./budget-entries";
import { laneMeant } from "./select";

/** The budget line whose lane is meant. */
function lineMeant(milepost: Milepost): string | null {
  const lane = milepost.onBudget ? laneMeant(milepost) : null;
  return lane?.by === "line" ? lane.line : null;
}

export const openBudgetLine: Action = {
  id: "open-budget-line",
  label: "Open the costs and actuals of the budget line",
  menuLabel: () => "Open its costs and actuals",
  keys: [],
  available: (milepost) => withPlan(milepost) && lineMeant(milepost) !== null,
  run(milepost) {
    const line = lineMeant(milepost);
    if (line !== null) showEntriesOf(milepost, line);
  },
};

export const openCostMeant: Action = {
  id: "open-cost",
  label: "Open the cost of the roadmap",
  menuLabel: () => "Open among the costs",
  keys: [],
  available: (milepost) => withPlan(milepost) && costMeant(milepost) !== null,
  async run(milepost) {
    const cost = costMeant(milepost);
    if (cost !== null) await showEntry(milepost, "cost", cost);
  },
};

/** The cost on the roadmap that has the focus. */
function costMeant({ chart, onBudget }: Milepost): string | null {
  const focused = onBudget ? chart?.mirror.focused : null;
  return focused?.entity === "cost" ? focused.id : null;
}

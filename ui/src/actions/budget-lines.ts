/** The lists of budget lines and rates, and adding to them. */
import type { Milepost } from "../milepost.svelte";
import { newId } from "../state/ids";
import { type Action, editable, withPlan } from "./action";
import { freeName } from "./customers";

export const newBudgetLine = ({ lists }: Milepost) => ({
  id: newId(),
  name: freeName(
    "New budget line",
    lists.budgetLines.map(({ name }) => name),
  ),
  category: "people" as const,
  own_category: "",
  cap: null,
  note: "",
});

export const newRate = ({ lists }: Milepost) => ({
  id: newId(),
  role: freeName(
    "New role",
    lists.rates.map(({ role }) => role),
  ),
  per_day: 0,
});

export const budgetLines: Action = {
  id: "budget-lines",
  label: "Budget lines",
  keys: [],
  available: withPlan,
  run: ({ dialogs }) => dialogs.show({ kind: "budget-lines" }),
};

export const addBudgetLine: Action = {
  id: "add-budget-line",
  label: "Add budget line",
  keys: [],
  available: editable,
  run: ({ dialogs }) => dialogs.show({ kind: "budget-lines", adding: true }),
};

export const rates: Action = {
  id: "rates",
  label: "Rates",
  keys: [],
  available: withPlan,
  run: ({ dialogs }) => dialogs.show({ kind: "rates" }),
};

export const addRate: Action = {
  id: "add-rate",
  label: "Add rate",
  keys: [],
  available: editable,
  run: ({ dialogs }) => dialogs.show({ kind: "rates", adding: true }),
};

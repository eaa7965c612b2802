/** The lists of customers and goals, and adding to them. */
import type { Milepost } from "../milepost.svelte";
import { newId } from "../state/ids";
import { type Action, editable, withPlan } from "./action";

/** “New customer”, or “New customer 2” where there is one already: names are unique. */
export function freeName(name: string, taken: readonly string[]): string {
  const has = (wanted: string) => taken.some((each) => each.toLowerCase() === wanted.toLowerCase());
  if (!has(name)) return name;
  let number = 2;
  while (has(`${name} ${number}`)) number += 1;
  return `${name} ${number}`;
}

export const newCustomer = ({ lists }: Milepost) => ({
  id: newId(),
  name: freeName(
    "New customer",
    lists.customers.map(({ name }) => name),
  ),
  kind: "segment" as const,
  size: 1,
  unit: "",
  note: "",
});

export const newGoal = ({ lists }: Milepost) => ({
  id: newId(),
  title: freeName(
    "New goal",
    lists.goals.map(({ title }) => title),
  ),
  measure: "",
  target: "",
  by: null,
});

export const customers: Action = {
  id: "customers",
  label: "Customers",
  keys: [],
  available: withPlan,
  run: ({ dialogs }) => dialogs.show({ kind: "customers" }),
};

export const addCustomer: Action = {
  id: "add-customer",
  label: "Add customer",
  keys: [],
  available: editable,
  run: ({ dialogs }) => dialogs.show({ kind: "customers", adding: true }),
};

export const goals: Action = {
  id: "goals",
  label: "Goals",
  keys: [],
  available: withPlan,
  run: ({ dialogs }) => dialogs.show({ kind: "goals" }),
};

export const addGoal: Action = {
  id: "add-goal",
  label: "Add goal",
  keys: [],
  available: editable,
  run: ({ dialogs }) => dialogs.show({ kind: "goals", adding: true }),
};

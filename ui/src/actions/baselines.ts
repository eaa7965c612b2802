/** The dialog of baselines: to look at them, or to take one more. */
import { type Action, editable, withPlan } from "./action";

export const baselines: Action = {
  id: "baselines",
  label: "Baselines",
  keys: ["B"],
  available: withPlan,
  run: ({ dialogs }) => dialogs.show({ kind: "baselines" }),
};

export const takeBaseline: Action = {
  id: "take-baseline",
  label: "Take baseline…",
  keys: [],
  available: editable,
  run: ({ dialogs }) => dialogs.show({ kind: "baselines" }),
};

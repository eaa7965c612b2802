import { type Action, withPlan } from "./action";

export const exportPlan: Action = {
  id: "export",
  label: "Export…",
  keys: ["Mod+E", "Mod+P"],
  available: withPlan,
  run: ({ dialogs }) => dialogs.show({ kind: "export" }),
};

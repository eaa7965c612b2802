import { type Action, withPlan } from "./action";

export const exportPlan: Action = {
  id: "export",
  label: "Export…",
  alsoCalled: ["PDF", "CSV", "Picture", "Share"],
  keys: ["Mod+E"],
  available: withPlan,
  run: ({ dialogs }) => dialogs.show({ kind: "export" }),
};

/** Paper comes from the PDF: what a web view prints is its window. */
export const printPlan: Action = {
  id: "print",
  label: "Print…",
  alsoCalled: ["Paper", "PDF"],
  keys: ["Mod+P"],
  available: withPlan,
  run: ({ dialogs }) => dialogs.show({ kind: "export", toPrint: true }),
};

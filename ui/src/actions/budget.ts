/** What can be done with the amounts of the budget's table: edit, copy, paste, fill, clear, look behind them. */
import type { Milepost } from "../milepost.svelte";
import { type Action, editable } from "./action";
import { readFor } from "./clipboard";

/** Whether the keys are for the cells of the table. */
const onSheet = ({ budget }: Milepost): boolean => budget.sheet?.isActive === true;
const toPlan = (milepost: Milepost): boolean =>
  editable(milepost) && onSheet(milepost) && milepost.budget.isWhole;
/** Whether what is planned can be changed in one of the selected cells. */
const onPlanned = (milepost: Milepost): boolean =>
  toPlan(milepost) && milepost.budget.sheet?.hasPlanned === true;

export const editAmount: Action = {
  id: "edit-amount",
  label: "Edit the planned amount",
  menuLabel: () => "Edit",
  keys: [],
  available: (milepost) => toPlan(milepost) && milepost.budget.sheet?.isPlanned === true,
  run: ({ budget }) => budget.sheet?.edit(),
};

export const copyAmounts: Action = {
  id: "copy-amounts",
  label: "Copy amounts",
  menuLabel: () => "Copy",
  keys: ["Mod+C"],
  available: onSheet,
  async run(milepost) {
    const copied = milepost.budget.sheet?.copied();
    if (!copied) return;
    await milepost.attempt(async () => {
      await milepost.desktop.copyText(copied.then(({ text }) => text));
      const { count } = await copied;
      milepost.notices.say(count === 1 ? "Copied 1 amount." : `Copied ${count} amounts.`);
    });
  },
};

export const pasteAmounts: Action = {
  id: "paste-amounts",
  label: "Paste amounts from a spreadsheet",
  menuLabel: () => "Paste",
  keys: ["Mod+V"],
  byClipboard: async (milepost, text) => {
    await milepost.attempt(async () => await milepost.budget.sheet?.paste(text));
  },
  available: toPlan,
  run: (milepost) => readFor(milepost, pasteAmounts),
};

export const fillRight: Action = {
  id: "fill-amounts-right",
  label: "Plan in all selected periods what is planned in the first",
  menuLabel: () => "Fill to the right",
  keys: ["Mod+R"],
  available: onPlanned,
  run: async ({ budget }) => await budget.sheet?.fill("right"),
};

export const fillDown: Action = {
  id: "fill-amounts-down",
  label: "Plan on all selected lines what is planned on the first",
  menuLabel: () => "Fill down",
  keys: ["Mod+D"],
  available: onPlanned,
  run: async ({ budget }) => await budget.sheet?.fill("down"),
};

export const clearAmounts: Action = {
  id: "clear-amounts",
  label: "Clear planned amounts",
  menuLabel: () => "Clear",
  keys: [],
  available: onPlanned,
  run: async ({ budget }) => await budget.sheet?.clear(),
};

/** The costs of the line that has the focus in the table, or its actuals. */
export const showBehind: Action = {
  id: "show-behind-amount",
  label: "Show the costs and actuals behind the amount",
  menuLabel: () => "Show what is behind it",
  keys: [],
  available: onSheet,
  run: ({ budget }) => budget.sheet?.behind(),
};

export const editLine: Action = {
  id: "edit-budget-line",
  label: "Edit the budget line",
  keys: [],
  available: ({ budget }) => typeof budget.sheet?.line === "string",
  run({ budget, dialogs }) {
    const at = budget.sheet?.line;
    if (typeof at === "string") dialogs.show({ kind: "budget-lines", at });
  },
};

/** In the order of menus. */
export const amountActions: readonly Action[] = [
  editAmount,
  copyAmounts,
  pasteAmounts,
  fillRight,
  fillDown,
  clearAmounts,
  showBehind,
  editLine,
];

/** What can be done with costs and actuals: go to them, add, delete, and see the work item behind them. */
import { tick } from "svelte";

import type { Milepost } from "../milepost.svelte";
import type { EntryKind } from "../state/entries.svelte";
import { count } from "../state/need-words";
import { type Action, editable, withPlan } from "./action";
import { goToItem } from "./go-to-item";

/** Brings the list of costs or of actuals into sight. */
function goToEntries({ budget, entries, screen }: Milepost, kind: EntryKind): void {
  screen.current = "budget";
  budget.part = "entries";
  entries.turnTo(kind);
}

/** Shows the costs or the actuals of a budget line, or of all of them for null. */
export function showEntriesOf(
  { budget, entries, screen }: Milepost,
  line: string | null,
  kind: EntryKind = entries.kind,
): void {
  screen.current = "budget";
  [budget.part, budget.line] = ["entries", line];
  entries.showAll(kind);
}

/** Shows one cost or actual in the list, with its fields beside it. */
export async function showEntry(milepost: Milepost, kind: EntryKind, id: string): Promise<void> {
  goToEntries(milepost, kind);
  await tick();
  await milepost.entries.reveal(kind, id);
}

const inEntries = ({ screen, budget }: Milepost): boolean =>
  screen.current === "budget" && budget.part === "entries";
const withSelected = (milepost: Milepost): boolean => inEntries(milepost) && milepost.entries.ids.size > 0;
const withLines = (milepost: Milepost): boolean =>
  editable(milepost) && milepost.lists.budgetLines.length > 0;

/** The work item of the one that is selected, if it has one. */
const itemOf = ({ entries }: Milepost): string | null =>
  entries.ids.size === 1 ? ((entries.cost?.cost ?? entries.actual?.actual)?.item ?? null) : null;

const begin = (kind: EntryKind, label: string): Action => ({
  id: `add-${kind}`,
  label,
  keys: [],
  available: withLines,
  run(milepost) {
    goToEntries(milepost, kind);
    milepost.entries.begin(kind);
  },
});

const go = (kind: EntryKind, id: string, label: string): Action => ({
  id,
  label,
  keys: [],
  available: withPlan,
  run: (milepost) => goToEntries(milepost, kind),
});

export const entryActions: readonly Action[] = [
  go("cost", "go-to-costs", "Go to costs"),
  go("actual", "go-to-actuals", "Go to actuals"),
  begin("cost", "Add cost"),
  begin("actual", "Add actual"),
];

export const entryActionsOnScreen: readonly Action[] = [
  {
    id: "item-of-entry",
    label: "Show the work item of the cost or actual",
    menuLabel: () => "Show the work item",
    keys: [],
    available: (milepost) => withSelected(milepost) && itemOf(milepost) !== null,
    async run(milepost) {
      const item = itemOf(milepost);
      if (item !== null) await goToItem(milepost, item);
    },
  },
  {
    id: "select-all-entries",
    label: "Select all costs or actuals that are shown",
    keys: ["Mod+A"],
    available: inEntries,
    run: ({ entries }) => entries.selectAll(),
  },
  {
    id: "delete-entries",
    label: "Delete costs or actuals",
    menuLabel: () => "Delete",
    keys: ["Delete", "Backspace"],
    once: true,
    available: (milepost) => editable(milepost) && withSelected(milepost),
    async run(milepost) {
      const { entries } = milepost;
      const { kind } = entries;
      const ids = [...entries.ids];
      const operation = kind === "cost" ? "delete_costs" : "delete_actuals";
      if (!(await milepost.commit({ operation, ids }))) return;
      // What was selected since stays so.
      if (entries.lead && ids.includes(entries.lead.id)) entries.clear();
      milepost.tellUndoable(`Deleted ${count(ids.length, kind)}.`);
    },
  },
];

/** The costs of the selected work item, with the keyboard on the amount of a new one. */
export const addCostToItem: Action = {
  id: "add-cost-to-item",
  label: "Add cost to the selected item",
  menuLabel: () => "Add cost",
  keys: [],
  available: (milepost) => withLines(milepost) && milepost.selection.only !== null,
  async run({ selection }) {
    selection.inspectorOpen = true;
    await selection.refresh();
    await tick();
    const amount = document.querySelector<HTMLElement>("[data-field=item-cost-amount]");
    amount?.scrollIntoView({ block: "center" });
    amount?.focus();
  },
};

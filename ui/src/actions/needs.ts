/** What can be done with needs: add, edit, say how important they are, filter, plan a feature for one, delete. */
import type { Importance } from "../bindings/Importance";
import type { Milepost } from "../milepost.svelte";
import { IMPORTANCE_LETTERS, IMPORTANCE_WORDS, count } from "../state/need-words";
import { newId } from "../state/ids";
import { IMPORTANCES } from "../state/look";
import { type Action, editable, withPlan } from "./action";
import { goToRoadmap, showOnRoadmap } from "./roadmaps";

const withNeeds = (milepost: Milepost): boolean => editable(milepost) && milepost.needs.selected.size > 0;

export const addNeed: Action = {
  id: "add-need",
  label: "Add need",
  keys: ["N"],
  available: editable,
  run: ({ needs }) => needs.table?.add(),
};

export const editNeed: Action = {
  id: "edit-need",
  label: "Edit the cell",
  keys: ["F2"],
  available: (milepost) => editable(milepost) && milepost.needs.table !== null,
  run: ({ needs }) => needs.table?.edit(),
};

export const inspectNeed: Action = {
  id: "inspect-need",
  label: "Open or close the inspector of needs",
  menuLabel: () => "Open in the inspector",
  keys: ["Mod+Enter"],
  ofSelected: true,
  available: ({ needs }) => needs.selected.size > 0,
  run({ needs }) {
    needs.inspectorOpen = !needs.inspectorOpen;
  },
};

export const deleteNeeds: Action = {
  id: "delete-needs",
  label: "Delete needs",
  menuLabel: () => "Delete",
  keys: ["Delete", "Backspace"],
  ofSelected: true,
  once: true,
  available: withNeeds,
  async run(milepost) {
    const { needs } = milepost;
    const ids = [...needs.selected];
    // The words of what was selected a moment ago are on their way.
    if (ids.length === 1) await needs.ready;
    const said = needs.detail?.need.id === ids[0] ? needs.detail?.need.statement : undefined;
    const what = ids.length === 1 ? `“${said ?? "the need"}”` : count(ids.length, "need");
    if (await milepost.commit({ operation: "delete_needs", ids })) milepost.tellUndoable(`Deleted ${what}.`);
  },
};

/** Sets how important the selected needs are to the customer in whose column the focus is. */
async function setImportance(milepost: Milepost, importance: Importance | null): Promise<void> {
  const { customer, selected } = milepost.needs;
  if (customer === null) return;
  const edit = { field: "importance" as const, value: { customer, importance } };
  await milepost.commit({ operation: "edit_needs", ids: [...selected], edit });
}

const inCustomersColumn = (milepost: Milepost): boolean =>
  withNeeds(milepost) &&
  milepost.needs.customer !== null &&
  milepost.lists.customer(milepost.needs.customer) !== undefined;

export const importances: readonly Action[] = IMPORTANCES.map((importance) => ({
  id: `importance-${importance}`,
  label: `Importance to the customer: ${IMPORTANCE_WORDS[importance].toLowerCase()}`,
  menuLabel: () => IMPORTANCE_WORDS[importance],
  keys: [IMPORTANCE_LETTERS[importance]],
  ofSelected: true,
  available: inCustomersColumn,
  run: (milepost) => setImportance(milepost, importance),
}));

export const noImportance: Action = {
  id: "importance-none",
  label: "Not a need of the customer",
  keys: [],
  available: inCustomersColumn,
  run: (milepost) => setImportance(milepost, null),
};

/** A feature for the selected need, by its words and without dates. */
export const planFeature: Action = {
  id: "plan-feature-for-need",
  label: "Plan a feature for the need",
  menuLabel: () => "Plan feature for it",
  keys: [],
  available: (milepost) => editable(milepost) && milepost.needs.detail !== null,
  async run(milepost) {
    const { detail } = milepost.needs;
    if (!detail) return;
    const { id: need, statement: title } = detail.need;
    const id = newId();
    const needs = [{ need, fulfilment: "fully" as const }];
    const item = { id, kind: "feature" as const, title, parent: null, theme: null, needs };
    if (!(await milepost.commit({ operation: "add_item", item }))) return;
    const run = () => {
      milepost.screen.current = "roadmap";
      goToRoadmap(milepost, "features");
      milepost.view.trayOpen = true;
      milepost.selection.select([id]);
      milepost.selection.inspectorOpen = true;
    };
    milepost.notices.tell("Added a feature for it, without dates.", { label: "Show", run });
  },
};

/** Where a need stands in time: on the roadmap of needs. */
export const showNeed: Action = {
  id: "show-need-on-roadmap",
  label: "Show the need on the roadmap",
  menuLabel: () => "Show on roadmap",
  keys: ["Mod+Shift+R"],
  ofSelected: true,
  available: (milepost) => withPlan(milepost) && milepost.needs.only !== null,
  async run(milepost) {
    const { only } = milepost.needs;
    if (only !== null) await showOnRoadmap(milepost, only);
  },
};

export const selectAllNeeds: Action = {
  id: "select-all-needs",
  label: "Select all needs that are shown",
  keys: ["Mod+A"],
  available: withPlan,
  async run({ backend, needs }) {
    const end = Number.MAX_SAFE_INTEGER;
    const { query, selected } = needs;
    const ids = await backend.call("needs_between", { query, first: 0, end });
    // Who has selected something else meanwhile keeps that, and what other needs are shown of is not meant.
    if (needs.selected === selected && needs.query === query) needs.select(ids);
  },
};

const toggleMark = (mark: "unserved" | "late", key: string): Action => ({
  id: `needs-${mark}`,
  label: `Only ${mark} needs, or all`,
  keys: [key],
  available: withPlan,
  run: ({ needs }) => needs.toggleMark(mark),
});

export const needFilters: readonly Action[] = [
  toggleMark("unserved", "Shift+U"),
  toggleMark("late", "Shift+L"),
  {
    id: "clear-needs-filter",
    label: "Show all needs",
    menuLabel: () => "Clear filter",
    keys: ["Shift+F"],
    available: ({ needs }) => needs.filtering,
    run: ({ needs }) => needs.showAll(),
  },
];

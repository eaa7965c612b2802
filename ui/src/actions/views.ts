/** Saved views: to choose, save, rename and delete. */
import { tick } from "svelte";

import type { View } from "../bindings/View";
import type { ViewEdit } from "../bindings/ViewEdit";
import type { Milepost } from "../milepost.svelte";
import type { Panel } from "../state/view.svelte";
import { type Action, editable, withPlan } from "./action";
import { daysInSight } from "./days-in-sight";
import { goToChosen, leavePlace } from "./place";

const withChosen = (milepost: Milepost): boolean => editable(milepost) && milepost.chosenView !== null;

const panel = (id: string, label: string, open: Panel, available: Action["available"]): Action => ({
  id,
  label,
  keys: [],
  available,
  run({ view }) {
    view.panel = open;
  },
});

export const savedViews: Action = { ...panel("views", "Views", "views", withPlan), keys: ["V"] };
export const saveView = panel("save-view", "Save as new view…", "new-view", editable);
export const renameView = panel("rename-view", "Rename view…", "rename-view", withChosen);

export const saveViewChanges: Action = {
  id: "save-view-changes",
  label: "Save changes to the view",
  keys: [],
  available: (milepost) => withChosen(milepost) && (milepost.edited || otherDays(milepost)),
  async run(milepost) {
    const view = milepost.chosenView;
    if (!view) return;
    const edit = (edit: ViewEdit) => ({ operation: "edit_view", id: view.id, edit }) as const;
    const operations = [
      edit({ field: "settings", value: milepost.view.settings }),
      edit({ field: "range", value: (milepost.chart && daysInSight(milepost.chart)) ?? view.range }),
    ];
    if (!(await milepost.commit({ operation: "batch", label: "Save view", operations }))) return;
    milepost.view.panel = null;
    milepost.notices.say(`Saved the view “${view.name}”.`);
  },
};

/** Whether other days are in sight than the chosen view was saved with. */
function otherDays({ chart, chosenView }: Milepost): boolean {
  const days = chart && daysInSight(chart);
  const { first, last } = chosenView?.range ?? {};
  return days !== null && (days.first !== first || days.last !== last);
}

export const deleteView: Action = {
  id: "delete-view",
  label: "Delete view",
  keys: [],
  available: withChosen,
  async run(milepost) {
    const view = milepost.chosenView;
    if (!view || !(await milepost.commit({ operation: "delete_view", id: view.id }))) return;
    milepost.view.panel = null;
    milepost.tellUndoable(`Deleted the view “${view.name}”.`);
  },
};

/** Looks as a saved view says, at the days that it was saved with; null is the usual view. */
export function chooseView(milepost: Milepost, chosen: View | null): void {
  leavePlace(milepost);
  milepost.view.choose(chosen);
  goToChosen(milepost);
}

export const usual: Action = {
  id: "usual-view",
  label: "Go back to the usual view",
  keys: [],
  available: withPlan,
  run: (milepost) => chooseView(milepost, null),
};

/** Goes to the roadmap, where a view is looked at, and chooses it there. */
async function goToView(milepost: Milepost, view: View): Promise<void> {
  const { screen } = milepost;
  if (screen.current !== "roadmap") {
    screen.current = "roadmap";
    await tick();
  }
  chooseView(milepost, view);
}

/** An action for each view that the plan has now. */
export const viewActions = ({ plan }: Milepost): Action[] =>
  (plan.state?.views ?? []).map((view) => ({
    id: `view-${view.id}`,
    label: `View: ${view.name}`,
    keys: [],
    available: withPlan,
    run: (milepost) => goToView(milepost, view),
  }));

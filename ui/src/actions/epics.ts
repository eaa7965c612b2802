/** Epics that are collapsed stand for what they hold, which is not shown then. */
import type { Milepost } from "../milepost.svelte";
import { type Action, onFeatures } from "./action";

export function toggleEpic({ view }: Milepost, id: string): void {
  const { collapsed_epics: collapsed } = view.settings;
  const others = collapsed.filter((each) => each !== id);
  view.change({ collapsed_epics: others.length < collapsed.length ? others : [...collapsed, id] });
}

/** The selected epic, else the item that holds what is selected, if that is an epic. */
function epicMeant({ selection }: Milepost): string | null {
  const { detail } = selection;
  if (detail?.item.kind === "epic") return detail.item.id;
  return detail?.parent?.kind === "epic" ? detail.parent.id : null;
}

export const collapseEpic: Action = {
  id: "collapse-epic",
  label: "Collapse or expand the epic",
  menuLabel(milepost) {
    const epic = epicMeant(milepost);
    const isCollapsed = epic !== null && milepost.view.settings.collapsed_epics.includes(epic);
    return isCollapsed ? "Expand the epic" : "Collapse the epic";
  },
  keys: ["Shift+C"],
  ofSelected: true,
  available: (milepost) => onFeatures(milepost) && epicMeant(milepost) !== null,
  run(milepost) {
    const epic = epicMeant(milepost);
    if (epic === null) return;
    toggleEpic(milepost, epic);
    // What the epic holds goes out of sight with it, so the epic is what one goes on from.
    milepost.selection.select([epic]);
  },
};

export const expandEpics: Action = {
  id: "expand-epics",
  label: "Expand all epics",
  keys: [],
  available: (milepost) => onFeatures(milepost) && milepost.view.settings.collapsed_epics.length > 0,
  run: ({ view }) => view.change({ collapsed_epics: [] }),
};

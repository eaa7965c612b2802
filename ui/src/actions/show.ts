import type { Milepost } from "../milepost.svelte";
import { type Action, always, hasTimeline, editable, withPlan } from "./action";

const dialog = (
  id: string,
  label: string,
  keys: string[],
  kind: "palette" | "keys" | "settings" | "themes",
): Action => ({
  id,
  label,
  keys,
  available: kind === "palette" || kind === "keys" ? always : editable,
  run: ({ dialogs }) => dialogs.show({ kind }),
});

export const palette = dialog("palette", "Find an action", ["Mod+K"], "palette");
export const keyList = dialog("keys", "List of keys", ["?"], "keys");
export const planSettings = dialog("settings", "Plan settings", ["Mod+,"], "settings");
export const themes = dialog("themes", "Themes", [], "themes");

export const toggleTray: Action = {
  id: "tray",
  label: "Show or hide the tray",
  keys: ["U"],
  available: (milepost) => withPlan(milepost) && hasTimeline(milepost),
  run: ({ view }) => {
    view.trayOpen = !view.trayOpen;
  },
};

/** Esc: closes the inspector, then lets go of what is selected. A dialog has Esc to itself. */
export const letGo: Action = {
  id: "let-go",
  label: "Close or deselect",
  keys: ["Escape"],
  available: always,
  run(milepost: Milepost) {
    const { needs, screen } = milepost;
    if (screen.current === "needs" && needs.inspectorOpen) needs.inspectorOpen = false;
    else if (screen.current === "needs") needs.clear();
    else if (milepost.selection.inspectorOpen) milepost.selection.closeInspector();
    else milepost.selection.clear();
  },
};

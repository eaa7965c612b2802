/** Which actions a menu offers where, and how it is opened. A new place is a new entry here. */
import type { Area } from "../chart/geometry";
import type { Milepost } from "../milepost.svelte";
import { actionNamed, perform } from ".";
import type { Action, Spot } from "./action";

export type Place = "item" | "milestone" | "lane" | "ground" | "tray";

const MOVES = ["move-earlier", "move-later", "lane-up", "lane-down"];
const RESIZES = ["start-earlier", "start-later", "end-earlier", "end-later"];

/** Ids in sections, between which a line is drawn. */
const PLACES: Record<Place, { label: string; sections: readonly (readonly string[])[] }> = {
  item: {
    label: "What is selected",
    sections: [
      ["inspect", "rename"],
      ["copy", "paste", "duplicate"],
      ["select-chain", "select-lane"],
      MOVES,
      RESIZES,
      ["unschedule", "delete"],
    ],
  },
  milestone: {
    label: "Milestone",
    sections: [["inspect", "rename"], ["move-earlier", "move-later"], ["delete"]],
  },
  lane: {
    label: "Lane",
    sections: [
      ["toggle-lane", "expand-lanes"],
      ["select-lane", "add-feature"],
      ["lanes", "themes"],
    ],
  },
  ground: {
    label: "Timeline",
    sections: [
      ["add-feature", "add-milestone", "paste"],
      ["select-all", "select-lane"],
      ["toggle-lane", "expand-lanes"],
      ["today", "fit", "zoom-in", "zoom-out"],
      ["filter", "clear-filter", "lanes", "views"],
    ],
  },
  tray: {
    label: "What is selected",
    sections: [["inspect", "schedule"], ["copy", "paste", "duplicate"], ["delete"]],
  },
};

/** A menu that is open. */
export interface OpenMenu {
  label: string;
  /** What it is opened on, in the window. */
  anchor: Area;
  sections: readonly (readonly Action[])[];
}

/** Opens the menu of a place with what can be done there now; none where nothing can be done. */
export function openMenu(milepost: Milepost, place: Place, anchor: Area, spot: Spot | null = null): void {
  milepost.spot = spot;
  const { label, sections } = PLACES[place];
  const offered = sections
    .map((ids) => ids.map(actionNamed).filter((action) => action.available(milepost)))
    .filter((actions) => actions.length > 0);
  milepost.menu = offered.length > 0 ? { label, anchor, sections: offered } : null;
}

export function closeMenu(milepost: Milepost): void {
  milepost.menu = null;
  milepost.spot = null;
}

/** Does what was chosen in the menu, which is closed by then. */
export function performAt(milepost: Milepost, action: Action, spot: Spot | null): void {
  milepost.spot = spot;
  perform(milepost, action);
  milepost.spot = null;
}

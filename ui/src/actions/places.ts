/** Which actions a menu offers where, and how it is opened. A new place is a new entry here. */
import type { Area } from "../chart/geometry";
import type { Milepost } from "../milepost.svelte";
import { actionNamed, perform } from ".";
import type { Action, Spot } from "./action";

export type Place =
  | "plan"
  | "item"
  | "dependency"
  | "milestone"
  | "milestones"
  | "lane"
  | "line"
  | "cost"
  | "ground"
  | "strip"
  | "tray"
  | "need"
  | "feedback"
  | "need-on-roadmap"
  | "need-tray"
  | "entry"
  | "amount";

const MOVES = ["move-earlier", "move-later", "lane-up", "lane-down"];
const RESIZES = ["start-earlier", "start-later", "end-earlier", "end-later"];

interface Menu {
  label: string;
  /** Ids of actions, in sections between which a line is drawn. */
  sections: readonly (readonly string[])[];
  /** Keys that mean something else at this place than they do elsewhere, by id of the action. */
  keys?: Readonly<Record<string, string>>;
}

const PLACES: Record<Place, Menu> = {
  plan: {
    label: "Plan",
    sections: [
      ["new-plan", "open-plan", "save-as", "new-sample-plan"],
      ["import", "export", "print"],
      ["settings"],
    ],
  },
  item: {
    label: "What is selected",
    sections: [
      ["inspect", "rename", "add-cost-to-item"],
      ["copy", "paste-cells", "paste", "duplicate"],
      ["add-dependency", "link-selected"],
      ["select-chain", "select-lane", "collapse-epic", "show-needs-of-item"],
      MOVES,
      RESIZES,
      ["unschedule", "delete"],
    ],
  },
  "need-on-roadmap": {
    label: "Need",
    sections: [["show-features-of-need", "inspect-need-on-roadmap", "open-need"], ["plan-feature-from-day"]],
    keys: { "show-features-of-need": "Enter" },
  },
  "need-tray": {
    label: "Need",
    sections: [["plan-feature-from-day"], ["show-features-of-need", "inspect-need-on-roadmap", "open-need"]],
    keys: { "plan-feature-from-day": "Enter" },
  },
  dependency: {
    label: "Dependency",
    sections: [
      [
        "dependency-finish-to-start",
        "dependency-start-to-start",
        "dependency-finish-to-finish",
        "dependency-start-to-finish",
      ],
      ["edit-dependency"],
      ["go-to-predecessor", "go-to-successor"],
      ["delete-dependency"],
    ],
    keys: { "delete-dependency": "Delete" },
  },
  milestone: {
    label: "Milestone",
    sections: [["inspect", "rename"], ["move-earlier", "move-later"], ["delete"]],
  },
  milestones: {
    label: "Milestones",
    sections: [["add-milestone"], ["toggle-milestones"]],
  },
  lane: {
    label: "Lane",
    sections: [
      ["toggle-lane", "expand-lanes"],
      ["move-lane-up", "move-lane-down", "usual-lane-order"],
      ["select-lane", "add-feature"],
      ["lanes", "themes"],
    ],
    keys: { "move-lane-up": "Alt+ArrowUp", "move-lane-down": "Alt+ArrowDown" },
  },
  line: {
    label: "Budget line",
    sections: [
      ["toggle-lane", "expand-lanes"],
      ["open-budget-line", "select-lane"],
      ["move-lane-up", "move-lane-down"],
      ["add-budget-line", "budget-lines"],
    ],
    keys: { "move-lane-up": "Alt+ArrowUp", "move-lane-down": "Alt+ArrowDown" },
  },
  cost: {
    label: "Cost",
    sections: [["open-cost"]],
    keys: { "open-cost": "Enter" },
  },
  ground: {
    label: "Timeline",
    sections: [
      ["add-feature", "add-milestone", "paste"],
      ["select-all", "select-lane"],
      ["toggle-lane", "expand-lanes"],
      ["today", "go-to-date", "plan-start", "plan-end"],
      ["fit", "zoom-in", "zoom-out"],
      ["filter", "clear-filter", "lanes", "views", "toggle-budget-strip"],
      ["open-budget-line"],
      ["roadmap-features", "roadmap-needs", "roadmap-budget"],
    ],
  },
  strip: {
    label: "Budget",
    sections: [["screen-budget"], ["today", "fit", "zoom-in", "zoom-out"], ["toggle-budget-strip"]],
  },
  tray: {
    label: "What is selected",
    sections: [["schedule", "inspect"], ["copy", "paste", "duplicate"], ["delete"]],
    keys: { schedule: "Enter", inspect: "" },
  },
  entry: {
    label: "What is selected",
    sections: [["item-of-entry"], ["delete-entries"]],
    keys: { "delete-entries": "Delete" },
  },
  feedback: {
    label: "What is selected",
    sections: [
      ["link-to-need", "need-from-feedback", "link-to-feature", "unlink-feedback"],
      ["merge-feedback"],
      ["copy-answer", "answer-feedback"],
      ["decline-feedback", "reopen-feedback"],
      ["delete-feedback"],
    ],
  },
  amount: {
    label: "Amount",
    sections: [
      ["edit-amount", "show-behind-amount", "edit-budget-line"],
      ["copy-amounts", "paste-amounts"],
      ["fill-amounts-right", "fill-amounts-down"],
      ["clear-amounts"],
    ],
    keys: { "edit-amount": "Enter", "clear-amounts": "Delete" },
  },
  need: {
    label: "What is selected",
    sections: [
      ["importance-critical", "importance-high", "importance-medium", "importance-low", "importance-none"],
      ["inspect-need", "show-need-on-roadmap", "plan-feature-for-need"],
      ["delete-needs"],
    ],
  },
};

/** What a menu offers. */
export interface Offer {
  action: Action;
  /** The combination that does the same; empty if there is none. */
  keys: string;
}

/** A menu that is open. */
export interface OpenMenu {
  label: string;
  /** What it is opened on, in the window. */
  anchor: Area;
  sections: readonly (readonly Offer[])[];
}

/** Opens the menu of a place with what can be done there now; none where nothing can be done. */
export function openMenu(milepost: Milepost, place: Place, anchor: Area, spot: Spot | null = null): void {
  milepost.spot = spot;
  const sections = offeredAt(milepost, place);
  milepost.menu = sections.length > 0 ? { label: PLACES[place].label, anchor, sections } : null;
}

/** What can be done at a place now, in sections. */
export function offeredAt(milepost: Milepost, place: Place): Offer[][] {
  const { sections, keys } = PLACES[place];
  const offer = (action: Action) => ({ action, keys: keys?.[action.id] ?? action.keys[0] ?? "" });
  return sections
    .map((ids) => ids.map(actionNamed).filter((action) => action.available(milepost)))
    .filter((actions) => actions.length > 0)
    .map((actions) => actions.map(offer));
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

/** The list of keys by what they are for, and what the pointer does without keys. */
import { actions } from "../../../actions";
import type { Action } from "../../../actions/action";
import { amountActions } from "../../../actions/budget";
import { feedbackActions } from "../../../actions/feedback";
import { scrolls } from "../../../actions/scroll";

export interface Group {
  title: string;
  actions: readonly Action[];
}

const GROUPS: readonly { title: string; ids: readonly string[] }[] = [
  { title: "Plan", ids: ["new-plan", "open-plan", "save-as", "import", "export", "print", "settings"] },
  {
    title: "Change",
    ids: [
      "undo",
      "redo",
      "add-feature",
      "add-milestone",
      "rename",
      "inspect",
      "inspect-need-on-roadmap",
      "plan-feature-from-day",
      "copy",
      "paste",
      "paste-cells",
      "duplicate",
      "add-dependency",
      "link-selected",
      "delete",
      "context-menu",
    ],
  },
  {
    title: "Select",
    ids: ["select-all", "select-lane", "select-chain", "toggle-focused", "let-go"],
  },
  {
    title: "Move",
    ids: [
      "move-earlier",
      "move-later",
      "lane-up",
      "lane-down",
      "start-earlier",
      "start-later",
      "end-earlier",
      "end-later",
    ],
  },
  {
    title: "Needs",
    ids: [
      "add-need",
      "edit-need",
      "importance-critical",
      "importance-high",
      "importance-medium",
      "importance-low",
      "inspect-need",
      "show-need-on-roadmap",
      "select-all-needs",
      "needs-unserved",
      "needs-late",
      "clear-needs-filter",
      "delete-needs",
    ],
  },
  {
    title: "Look",
    ids: [
      "roadmap-features",
      "roadmap-needs",
      "roadmap-budget",
      "arrange-timeline",
      "arrange-both",
      "arrange-table",
      "columns",
      "toggle-overview",
      "toggle-budget-strip",
      "search",
      "today",
      "go-to-date",
      ...scrolls.map(({ id }) => id),
      "fit",
      "zoom-day",
      "zoom-week",
      "zoom-month",
      "zoom-quarter",
      "zoom-year",
      "zoom-in",
      "zoom-out",
      "tray",
      "filter",
      "clear-filter",
      "lanes",
      "toggle-lane",
      "collapse-epic",
      "toggle-dependencies",
      "views",
      "baselines",
      "text-larger",
      "text-smaller",
      "text-usual",
    ],
  },
  {
    title: "Feedback",
    ids: ["enter-feedback", ...feedbackActions.map(({ id }) => id)],
  },
  {
    title: "Budget",
    ids: amountActions.map(({ id }) => id),
  },
];

/** Every action that has keys, in groups; those of no group come last. */
export function keyGroups(): Group[] {
  const withKeys = actions.filter(({ keys }) => keys.length > 0);
  const named = GROUPS.map(({ title, ids }) => ({
    title,
    actions: withKeys.filter(({ id }) => ids.includes(id)),
  }));
  const others = withKeys.filter(({ id }) => !GROUPS.some(({ ids }) => ids.includes(id)));
  return [...named, { title: "Find", actions: others }].filter(({ actions: group }) => group.length > 0);
}

export const GESTURES: readonly { hand: string; does: string }[] = [
  { hand: "Drag a bar sideways", does: "Moves it by days; with Shift by weeks" },
  { hand: "Drag an end of a bar", does: "Makes it longer or shorter" },
  { hand: "Drag a bar up or down", does: "Moves it to another lane; its dates stay" },
  { hand: "Drag from the dot beside a bar to another bar", does: "Lets the other one wait for it" },
  { hand: "Click on a dependency's line", does: "Selects it, to be changed or deleted" },
  { hand: "Drag on empty ground", does: "Draws a new feature" },
  { hand: "Alt while something is dragged", does: "Keeps it from snapping to today, milestones and bars" },
  { hand: "Drag from the tray onto a lane", does: "Gives it dates and a theme" },
  { hand: "Drag a need from the tray onto a day", does: "Plans a feature for it" },
  { hand: "Enter or double click on a need", does: "Shows its features" },
  { hand: "Click; with Shift or Ctrl", does: "Selects; selects several" },
  { hand: "Drag on empty ground with Shift", does: "Selects what the rectangle touches" },
  { hand: "Right click", does: "Opens a menu of what can be done there" },
  { hand: "Double click on a bar", does: "Renames it in place" },
  { hand: "Drag a lane's name; Alt and the arrows on it", does: "Moves the lane up or down" },
  {
    hand: "Type in the table; Enter; Tab; Esc",
    does: "Edits; keeps, and goes down; to the right; takes it back",
  },
  { hand: "Paste in the table", does: "Fills the cells from there on; a table with a head makes new items" },
  { hand: "Click on a column; with Shift and the arrows", does: "Sorts; makes it narrower or wider" },
  { hand: "Click on a lane's name", does: "Collapses the lane, or expands it" },
  { hand: "Wheel; with Shift; with Ctrl", does: "Scrolls; pans; zooms about the pointer" },
  { hand: "Drag with the space bar or the middle button held", does: "Pans" },
  { hand: "Arrow keys", does: "Go from bar to bar, and up to the milestones" },
  { hand: "Arrow keys with Shift; with Ctrl", does: "Select on the way; leave the selection as it is" },
  { hand: "Space bar", does: "Selects the focused bar, or deselects it" },
];

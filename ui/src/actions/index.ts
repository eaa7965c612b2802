/** The list of all actions, in the order in which menus and the palette show them. */
import type { Milepost } from "../milepost.svelte";
import type { Action } from "./action";
import { addFeature } from "./add-feature";
import { addMilestone } from "./add-milestone";
import { addTheme } from "./add-theme";
import { arrangements, columns, sorts, toggleBudgetStrip, toggleOverview, usualSort } from "./arrangement";
import { amountActions } from "./budget";
import { budgetLooks, overCap } from "./budget-look";
import { expandLanes, toggleLane } from "./collapse";
import { addCostToItem, entryActions, entryActionsOnScreen } from "./budget-entries";
import { addBudgetLine, addRate, budgetLines, rates } from "./budget-lines";
import { baselines, takeBaseline } from "./baselines";
import { copy, paste } from "./clipboard";
import { contextMenu } from "./context-menu";
import { deleteItems } from "./delete-items";
import { openBudgetLine, openCostMeant } from "./budget-lanes";
import { addCustomer, addGoal, customers, goals } from "./customers";
import { addDependency, linkSelected } from "./dependencies";
import { drawings } from "./drawing";
import { duplicate } from "./duplicate";
import { collapseEpic, expandEpics } from "./epics";
import { exportPlan, printPlan } from "./export-plan";
import { enterFeedback, feedbackActions } from "./feedback";
import { clearFilter, filter } from "./filter";
import { fit, goToDate, today } from "./go";
import { importFile } from "./import-file";
import { inspect } from "./inspect";
import { combinationOf } from "./keys";
import { moveLaneDown, moveLaneUp, usualLaneOrder } from "./lane-order";
import {
  lanesBy,
  lookOfLanes,
  showAllKinds,
  toggleDaysOff,
  toggleDependencies,
  toggleKinds,
  toggleMilestones,
} from "./look";
import {
  addNeed,
  deleteNeeds,
  editNeed,
  importances,
  inspectNeed,
  needFilters,
  noImportance,
  planFeature,
  selectAllNeeds,
  showNeed,
} from "./needs";
import { newPlan, newSamplePlan } from "./new-plan";
import { nudges } from "./nudge";
import { nextConflict } from "./next-conflict";
import { openPlan } from "./open-plan";
import { isOwnKey } from "./own-keys";
import { redo } from "./redo";
import { rename } from "./rename";
import {
  inspectNeedOnRoadmap,
  openNeed,
  planFeatureFromDay,
  roadmaps,
  showFeaturesOfNeed,
  showNeedsOfItem,
} from "./roadmaps";
import { saveAs } from "./save-as";
import { screens, onScreen } from "./screens";
import { scrolls } from "./scroll";
import { search } from "./search";
import { schedule } from "./schedule";
import { selectAll, selectChain, selectLane, toggleFocused } from "./select";
import { keyList, letGo, palette, planSettings, themes, toggleTray } from "./show";
import { largerText, smallerText, usualText } from "./text-size";
import { themeChoices } from "./theme";
import { undo } from "./undo";
import { unschedule } from "./unschedule";
import { deleteView, renameView, saveView, saveViewChanges, savedViews, usual } from "./views";
import { zoomIn, zoomLevels, zoomOut } from "./zoom";

export const actions: readonly Action[] = [
  newPlan,
  newSamplePlan,
  openPlan,
  saveAs,
  importFile,
  exportPlan,
  printPlan,
  undo,
  redo,
  search,
  ...screens,
  ...onScreen(
    "roadmap",
    addFeature,
    addMilestone,
    rename,
    inspect,
    showFeaturesOfNeed,
    inspectNeedOnRoadmap,
    openNeed,
    showNeedsOfItem,
    addCostToItem,
    addDependency,
    linkSelected,
    planFeatureFromDay,
    copy,
    paste,
    duplicate,
    schedule,
    unschedule,
    deleteItems,
    selectAll,
    selectLane,
    selectChain,
    toggleFocused,
    contextMenu,
    ...nudges,
    today,
    goToDate,
    nextConflict,
    ...scrolls,
    fit,
    ...zoomLevels,
    zoomIn,
    zoomOut,
    ...roadmaps,
    ...arrangements,
    columns,
    ...sorts,
    usualSort,
    toggleOverview,
    toggleBudgetStrip,
    toggleTray,
    filter,
    clearFilter,
    lookOfLanes,
    ...lanesBy,
    toggleLane,
    expandLanes,
    moveLaneUp,
    moveLaneDown,
    usualLaneOrder,
    collapseEpic,
    expandEpics,
    ...toggleKinds,
    showAllKinds,
    toggleMilestones,
    toggleDependencies,
    toggleDaysOff,
    savedViews,
    usual,
    saveView,
    saveViewChanges,
    renameView,
    deleteView,
  ),
  enterFeedback,
  ...onScreen("feedback", ...feedbackActions),
  ...onScreen(
    "needs",
    addNeed,
    editNeed,
    inspectNeed,
    ...importances,
    noImportance,
    deleteNeeds,
    selectAllNeeds,
    ...needFilters,
  ),
  ...onScreen("budget", ...amountActions, ...budgetLooks),
  overCap,
  openBudgetLine,
  openCostMeant,
  planFeature,
  showNeed,
  addTheme,
  themes,
  addCustomer,
  customers,
  addGoal,
  goals,
  ...entryActions,
  ...onScreen("budget", ...entryActionsOnScreen),
  addBudgetLine,
  budgetLines,
  addRate,
  rates,
  baselines,
  takeBaseline,
  planSettings,
  largerText,
  smallerText,
  usualText,
  ...themeChoices,
  ...drawings,
  palette,
  keyList,
  letGo,
];

export function actionNamed(id: string): Action {
  const found = actions.find((action) => action.id === id);
  if (!found) throw new Error(`There is no action “${id}”.`);
  return found;
}

/** Runs an action if it is available now. */
export function perform(milepost: Milepost, action: Action): void {
  if (action.available(milepost))
    void Promise.resolve(action.run(milepost)).catch((thrown) => milepost.fail(thrown));
}

/** What fields have a use of their own for, too. */
const OF_FIELDS = ["Z", "Shift+Z", "Y", "D", "C", "X", "V", "A", "Space"].map((key) => `Mod+${key}`);

/**
 * The action that a key press stands for, if it is available. Plain keys are text while somebody types, and some belong
 * to what has the focus.
 */
export function actionFor(milepost: Milepost, event: KeyboardEvent, typing: boolean): Action | undefined {
  if (isOwnKey(event)) return undefined;
  const combination = combinationOf(event);
  if (typing && (!combination.startsWith("Mod+") || OF_FIELDS.includes(combination))) return undefined;
  // Words that somebody has marked are what is to be copied.
  if (combination === "Mod+C" && document.getSelection()?.isCollapsed === false) return undefined;
  return actions.find(
    ({ keys, keysAt, byClipboard, available }) =>
      !byClipboard &&
      keys.includes(combination) &&
      (keysAt?.(milepost, event.target) ?? true) &&
      available(milepost),
  );
}

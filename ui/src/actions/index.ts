/** The list of all actions, in the order in which menus and the palette show them. */
import type { Milepost } from "../milepost.svelte";
import { isTextField } from "../widgets/text-field";
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
import { copy, paste, pasteCells } from "./clipboard";
import { contextMenu } from "./context-menu";
import { deleteItems } from "./delete-items";
import { openBudgetLine, openCostMeant } from "./budget-lanes";
import { addCustomer, addGoal, customers, goals } from "./customers";
import { addDependency, dependencyActions, linkSelected } from "./dependencies";
import { drawings } from "./drawing";
import { duplicate } from "./duplicate";
import { collapseEpic, expandEpics } from "./epics";
import { exportPlan, printPlan } from "./export-plan";
import { enterFeedback, feedbackActions } from "./feedback";
import { clearFilter, filter } from "./filter";
import { fit, goToDate, today } from "./go";
import { importFile } from "./import-file";
import { inspect } from "./inspect";
import { combinationsOf } from "./keys";
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
    ...dependencyActions,
    planFeatureFromDay,
    copy,
    pasteCells,
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

/** How often actions are being done that keep pace with their keys. */
const underWay = new WeakMap<Action, number>();

/** Runs an action if it is available now; `again` if its key is held, and this is not the first time. */
export function perform(milepost: Milepost, action: Action, again = false): void {
  const before = underWay.get(action) ?? 0;
  if (!action.available(milepost) || (again && before > 0)) return;
  const done = Promise.resolve(action.run(milepost, again)).catch((thrown) => void milepost.fail(thrown));
  if (!action.keepsPace) return;
  underWay.set(action, before + 1);
  void done.then(() => underWay.set(action, (underWay.get(action) ?? 1) - 1));
}

/** Whether a key press is one of its own, not one more while the key is held. */
const hears = ({ once }: Action, { repeat }: KeyboardEvent): boolean => !(once && repeat);

/** Whether a held key would press the button once more of what is done once. */
export function pressesAgain(event: KeyboardEvent): boolean {
  const id = event.target instanceof HTMLElement ? event.target.dataset["action"] : undefined;
  return actions.some((action) => action.id === id && !hears(action, event));
}

/** Whether a key press may stand on this screen for an action that is about what is selected. */
export function isOfSelected({ screen }: Milepost, event: KeyboardEvent): boolean {
  const combinations = combinationsOf(event);
  if (copiesWords(combinations)) return false;
  return actions.some(
    (action) =>
      action.ofSelected &&
      (action.screen ?? screen.current) === screen.current &&
      hears(action, event) &&
      combinations.some((each) => action.keys.includes(each)),
  );
}

/** Whether a key press stands for nothing but what could be done if the plan could be changed. */
export function isForEditable(milepost: Milepost, event: KeyboardEvent, typing: boolean): boolean {
  const means = () => actionFor(milepost, event, typing) !== undefined;
  return !milepost.plan.isEditable && !means() && milepost.plan.ifEditable(means);
}

/** Words that somebody has marked are what is to be copied. */
const copiesWords = (combinations: readonly string[]): boolean =>
  combinations.includes("Mod+C") && document.getSelection()?.isCollapsed === false;

/** What fields with a text have a use of their own for, too. */
const OF_FIELDS = ["Z", "Shift+Z", "Y", "D", "C", "X", "V", "A", "Space"].map((key) => `Mod+${key}`);

/**
 * The action that a key press stands for, if it is available. Plain keys are text while somebody types, and some belong
 * to what has the focus.
 */
export function actionFor(milepost: Milepost, event: KeyboardEvent, typing: boolean): Action | undefined {
  if (isOwnKey(event)) return undefined;
  const combinations = combinationsOf(event);
  const isOne = (...keys: string[]) => combinations.some((each) => keys.includes(each));
  if (typing && !combinations[0]?.startsWith("Mod+")) return undefined;
  if (isTextField(event.target) && isOne(...OF_FIELDS)) return undefined;
  if (copiesWords(combinations)) return undefined;
  for (const combination of combinations) {
    const action = actions.find(
      ({ keys, keysAt, byClipboard, available }) =>
        !byClipboard &&
        keys.includes(combination) &&
        (keysAt?.(milepost, event.target) ?? true) &&
        available(milepost),
    );
    if (action) return hears(action, event) ? action : undefined;
  }
  return undefined;
}

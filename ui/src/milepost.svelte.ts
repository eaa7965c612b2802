/** Everything that screens, actions and gestures share: the ports, the stores and what is done through them. */
// Reason for length: it is where the stores meet, and what one plan after another does to all of them stands side by side.
import { tick } from "svelte";

import type { BudgetLine } from "./bindings/BudgetLine";
import type { ItemDetail } from "./bindings/ItemDetail";
import type { LaneKey } from "./bindings/LaneKey";
import type { Rect } from "./bindings/Rect";
import { openAtTitle } from "./actions/inspect";
import { saveAsOffer } from "./actions/save-as";
import { sayOf } from "./actions/seen";
import { type WayIn, closeOnceShown, expandLaneOf, shownOf, tellIfGone, wayIn } from "./actions/left-out";
import { leavePlace } from "./actions/place";
import type { OpenMenu } from "./actions/places";
import type { Spot } from "./actions/action";
import type { BudgetTally } from "./bindings/BudgetTally";
import type { NeedTally } from "./bindings/NeedTally";
import type { Operation } from "./bindings/Operation";
import type { Patch } from "./bindings/Patch";
import type { PlanState } from "./bindings/PlanState";
import type { TakenBaseline } from "./bindings/TakenBaseline";
import type { Tally } from "./bindings/Tally";
import type { View } from "./bindings/View";
import type { Chart } from "./chart/chart";
import type { Thing } from "./chart/mirror";
import type { Hands } from "./gestures/hands";
import type { Tip } from "./gestures/gesture";
import { Leaving, OTHER_PLAN } from "./leaving";
import { type Backend, type Desktop, isNotSaved, refusalOf } from "./ports/backend";
import { BudgetStore } from "./state/budget.svelte";
import { DialogStore } from "./state/dialogs.svelte";
import { doneWords, isPlaced, placedOne } from "./state/done-words";
import { DrawingStore } from "./state/drawing.svelte";
import { EpicsStore } from "./state/epics.svelte";
import { EntriesStore } from "./state/entries.svelte";
import { Following } from "./state/following.svelte";
import { InboxStore } from "./state/inbox.svelte";
import { keepLook, readLook, readOthers } from "./state/kept-look";
import { LaneSteps } from "./state/lane-steps.svelte";
import { isOfSame, isSame, usualView } from "./state/look";
import type { Currency } from "./state/money";
import { NeedsStore } from "./state/needs.svelte";
import { type Notice, NoticeStore } from "./state/notices.svelte";
import { PlanStore } from "./state/plan.svelte";
import { ScreenStore } from "./state/screen.svelte";
import { SelectionStore } from "./state/selection.svelte";
import { ShortLists } from "./state/short-lists.svelte";
import { TextSizeStore } from "./state/text-size.svelte";
import { ThemeStore } from "./state/theme.svelte";
import { ViewStore } from "./state/view.svelte";
import type { Names } from "./state/view-words";
import { KeysAhead } from "./widgets/keys-ahead";

/** The table of the items on screen, for what happens elsewhere. */
export interface TableOnScreen {
  /** The lane that an item's row stands in; none if it is not near what is in sight. */
  laneOf(item: string): LaneKey | undefined;
  /** Brings a row into sight, by its place from the top of all lanes. */
  reveal(top: number, height: number): void;
  /** Whether the keyboard is in it. */
  readonly hasFocus: boolean;
  /** Whether a cell of an item has the keyboard, or gets it back from what is open over the page. */
  readonly onCell: boolean;
  /** Puts a text into the cells from there on. */
  paste(text: string): Promise<void>;
  /** The item whose row the keyboard is in, or gets it back from what is open over the page. */
  readonly focused: string | null;
  /** Takes the keyboard to an item's row, as soon as it has one. */
  focus(item: string): void;
  /** Takes the keyboard back to the cell that had it last. */
  comeBack(): void;
}

export class Milepost {
  readonly plan: PlanStore;
  readonly view = new ViewStore();
  readonly laneSteps = new LaneSteps(this.view);
  readonly selection: SelectionStore;
  readonly notices = new NoticeStore();
  readonly dialogs = new DialogStore(() => this.notices.pass());
  readonly theme = new ThemeStore();
  readonly textSize = new TextSizeStore();
  readonly drawing = new DrawingStore();
  readonly screen = new ScreenStore(() => this.notices.pass());
  /** How the budget is looked at. */
  readonly budget = new BudgetStore();
  /** The list of costs or actuals, and what is selected in it. */
  readonly entries: EntriesStore;
  /** Customers, goals, budget lines and rates. */
  readonly lists: ShortLists;
  /** What a filter chooses epics from. */
  readonly epics: EpicsStore;
  /** What was said about the product: which list of it is looked at, and what is selected there. */
  readonly inbox: InboxStore;
  /** What the screen of needs shows, and which of them are selected. */
  readonly needs: NeedsStore;
  /** What is asked before another plan comes in, or the window closes. */
  readonly leaving = new Leaving(this);
  /** What is typed before the field is there that it is for. */
  readonly keysAhead = new KeysAhead();
  /** The timeline on screen; null on other screens. */
  chart = $state.raw<Chart | null>(null);
  hands: Hands | null = null;
  /** Null while the view shows none. */
  table: TableOnScreen | null = null;
  /** The item that the pointer is on, on its bar or in its row. */
  hovered = $state<string | null>(null);
  /** Words beside the pointer. */
  tip = $state.raw<Tip | null>(null);
  /** The menu that is open. */
  menu = $state.raw<OpenMenu | null>(null);
  /** Where on the timeline it was opened; null for what is done without one. */
  spot: Spot | null = null;
  /** The item whose name is being typed on its bar. */
  renaming = $state<string | null>(null);
  private readonly tallied: Following<Tally>;
  private readonly needsTallied: Following<NeedTally>;
  private readonly budgetTallied: Following<BudgetTally>;

  constructor(
    readonly backend: Backend,
    readonly desktop: Desktop,
  ) {
    const fail = (thrown: unknown) => this.fail(thrown);
    this.plan = new PlanStore(backend, fail);
    this.selection = new SelectionStore(backend, fail, () => this.focusedItem);
    this.tallied = new Following(() => backend.call("tally", this.view.settings), fail);
    this.needsTallied = new Following(() => backend.call("need_tally", this.view.settings), fail);
    this.budgetTallied = new Following(() => backend.call("budget_tally", null), fail);
    this.epics = new EpicsStore(backend, fail, () => this.view.settings.filter.parents);
    this.lists = new ShortLists(backend, fail);
    this.inbox = new InboxStore(backend, fail);
    this.needs = new NeedsStore(backend, fail);
    this.entries = new EntriesStore(backend, fail, this.budget);
    this.plan.onChange((patch, byUndo) => {
      this.notices.follow();
      this.laneSteps.forget();
      const followed = [
        this.lists.follow(patch),
        this.inbox.follow(patch, byUndo),
        this.needs.follow(patch),
        this.entries.follow(patch),
      ];
      if (patch) followed.push(this.selection.follow(patch));
      else {
        this.lookAsKept();
        this.menu = null;
        // What they speak of is in the plan before.
        this.dialogs.close();
        this.renaming = null;
        this.budget.forget();
        this.screen.current = "roadmap";
        this.selection.forget();
        this.view.panel = null;
        this.view.traySearch = "";
        this.hovered = null;
        this.tallied.forget();
        this.needsTallied.forget();
        this.budgetTallied.forget();
        this.epics.forget();
      }
      this.lookAgain(patch !== null);
      return Promise.all(followed);
    });
    // Other screens change how the roadmap is looked at as well.
    let before = this.view.settings;
    this.view.onChange(() => {
      if (this.plan.state) keepLook(this.plan.state.path, this.view.look, this.view.others);
      const { settings } = this.view;
      if (!isOfSame(before, settings)) this.keepToShown();
      before = settings;
      this.lookAgain();
    });
  }

  /** Lets go of what is selected, on whatever screen, and is not shown on the roadmap any more. */
  private keepToShown(): void {
    const { settings: view, scale } = this.view;
    void this.selection.keepToShown({ view, scale }, () => isOfSame(this.view.settings, view));
  }

  /** The item that has the keyboard, on its bar or in its row. */
  private get focusedItem(): string | null {
    const focused = this.chart?.mirror.focused;
    return focused?.entity === "item" ? focused.id : (this.table?.focused ?? null);
  }

  /** Looks at the plan that has come in as it was looked at last on this machine. */
  private lookAsKept(): void {
    const path = this.plan.state?.path;
    if (path === undefined) return;
    this.view.restore(readLook(path) ?? { settings: usualView, chosen: null }, readOthers(path));
  }

  /** The names of what a filter chooses by id. */
  get names(): Names {
    const { customers, goals } = this.lists;
    return { themes: this.plan.state?.themes ?? [], customers, goals, epics: this.epics.known };
  }

  get currency(): Currency {
    const { state } = this.plan;
    return { code: state?.settings.currency ?? "", digits: state?.currency_digits ?? 2 };
  }

  /** How many items the view shows, how many of them wait for dates, how many it leaves out; null until known. */
  get tally(): Tally | null {
    return this.tallied.value;
  }

  /** The same of needs, while they are what stands on the axis. */
  get needTally(): NeedTally | null {
    return this.needsTallied.value;
  }

  /** What there is on the axis where money stands on it; null until known. */
  get budgetTally(): BudgetTally | null {
    return this.budgetTallied.value;
  }

  /** How many items wait for dates in the tray, or needs for features with dates. */
  get waiting(): number {
    return (this.onNeeds ? this.needTally : this.tally)?.waiting ?? 0;
  }

  /** Whether something is open over the page that gives the keyboard back to where it was. */
  get isCovered(): boolean {
    return this.menu !== null || this.dialogs.open !== null;
  }

  /** Whether needs stand on the axis. */
  get onNeeds(): boolean {
    return this.view.settings.roadmap === "needs";
  }

  /** Whether money stands on the axis. */
  get onBudget(): boolean {
    return this.view.settings.roadmap === "budget";
  }

  /** Selects a need on the roadmap, and nothing else. */
  selectNeed(id: string): void {
    this.selection.selectNeed(id);
    this.needs.select([id]);
  }

  /** The budget line that is looked at; null for all of them, or if it is gone. */
  get chosenBudgetLine(): BudgetLine | null {
    return this.lists.budgetLines.find(({ id }) => id === this.budget.line) ?? null;
  }

  /** The saved view that is looked at, as it is saved; null if it is none, or is gone by undo for one. */
  get chosenView(): View | null {
    return this.plan.state?.views.find(({ id }) => id === this.view.look.chosen) ?? null;
  }

  /** The baseline that the features roadmap draws under the bars; null if it is none, or is gone by undo for one. */
  get shownBaseline(): TakenBaseline | null {
    return (
      this.plan.state?.baselines.find(({ id }) => id === this.view.settingsOf("features").baseline) ?? null
    );
  }

  /** Whether the chosen view is looked at otherwise than it is saved. */
  get edited(): boolean {
    return this.chosenView !== null && !isSame(this.chosenView.settings, this.view.settings);
  }

  private lookAgain(isEdit = false): void {
    this.chart?.refresh(isEdit);
    if (this.onNeeds) this.needsTallied.follow();
    else this.tallied.follow();
    if (this.onBudget) this.budgetTallied.follow();
    if (this.view.panel === "filter" || this.view.settings.filter.parents.length > 0) this.epics.look();
  }

  /**
   * Does an operation; `more` is said after what was done. What became of the plan, or null if it was refused, which the
   * user has been told. It is more of the step that made the revision `goesOnFrom`, if nothing has happened since.
   */
  async commit(
    operation: Operation,
    more: string | null = null,
    goesOnFrom: number | null = null,
  ): Promise<Patch | null> {
    const shown = shownOf(this, operation);
    try {
      const patch = await this.plan.apply(operation, goesOnFrom);
      void this.sayDone(patch, operation, more);
      if (shown !== null) void this.attempt(() => tellIfGone(this, shown));
      return patch;
    } catch (thrown) {
      this.fail(thrown);
      return null;
    }
  }

  /** Opens a plan from the path of its file. True if it is open now. */
  async open(path: string): Promise<boolean> {
    const bring = () => this.backend.call("open_plan", { path });
    // The plan that is open comes in anew only where another program has changed it, and then nothing can be kept first.
    return path === this.plan.state?.path ? await this.show(bring) : await this.showOther(bring);
  }

  /** Shows another plan, once nothing would be lost with this one. True if it is shown now. */
  async showOther(bring: () => Promise<PlanState>): Promise<boolean> {
    return (await this.leaving.mayGo(OTHER_PLAN)) && (await this.show(bring));
  }

  private async show(bring: () => Promise<PlanState>): Promise<boolean> {
    return await this.attempt(async () => {
      const before = this.plan.state?.opening;
      leavePlace(this);
      const state = await bring();
      this.plan.show(state);
      if (state.opening === before) this.notices.tell(`“${state.file_name}” is open already.`);
    });
  }

  /** Runs something that may be refused and tells the user if it is. */
  async attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (thrown) {
      this.fail(thrown);
      return false;
    }
  }

  /** Says what was done, and offers to take it back as long as nothing else has been done since. */
  tellUndoable(message: string): void {
    const revision = this.plan.state?.revision;
    const run = () => void this.attempt(() => sayOf(this, "Undid", () => this.plan.undoOf(revision)));
    this.notices.tell(message, { label: "Undo", run });
  }

  /**
   * Brings an item's bar, or its row, into sight and the keyboard to it. False if the view has neither, which is said if
   * there are words for it: of the item alone, or of several that it is the first of.
   */
  async comeTo(
    id: string,
    leftOut: string | null = null,
    stands: "alone" | "for several" = "alone",
  ): Promise<boolean> {
    const fromTable = this.table?.hasFocus ?? false;
    let place = await (leftOut === null ? this.bring(id) : this.bringOrTell(id, leftOut, stands));
    if (!place) return false;
    const [, , width] = place;
    // The table may have come into sight with the roadmap only now.
    const { table, view } = this;
    if (table && (fromTable || view.settings.arrangement === "table" || width === 0)) {
      if (await expandLaneOf(this, id)) place = await this.bring(id);
      table.focus(id);
    } else await this.focusOnChart({ entity: "item", id });
    return place !== null;
  }

  /** Takes the keyboard to something on the timeline that has just been brought into sight. */
  async focusOnChart(thing: Thing): Promise<void> {
    const { chart } = this;
    if (!chart) return;
    await chart.painted();
    chart.updateMirror();
    chart.mirror.focus(thing);
  }

  /** Asks for the name of a new item, on its bar or else in the inspector. False if there is no field for it. */
  async nameNew(id: string): Promise<boolean> {
    if (!(await this.revealOrTell(id))) return await openAtTitle(this, true);
    return await this.renameInSight(id);
  }

  /** Brings an item's bar into sight and lets its name be typed on it. False if the view has no bar for it. */
  async rename(id: string): Promise<boolean> {
    return (await this.reveal(id)) && (await this.renameInSight(id));
  }

  /** False if the roadmap was left before its name could be typed. */
  private async renameInSight(id: string): Promise<boolean> {
    const { chart } = this;
    if (this.view.settings.arrangement !== "table") await chart?.painted();
    else if (await expandLaneOf(this, id)) await this.bring(id);
    if (this.chart !== chart) return false;
    this.renaming = id;
    return true;
  }

  /** Brings an item's bar into sight, or says that the view leaves it out. True if it has a bar. */
  async revealOrTell(id: string, leftOut = "It was added, but this view leaves it out."): Promise<boolean> {
    return (await this.bringOrTell(id, leftOut)) !== null;
  }

  /** Brings an item's bar into sight on the roadmap, wherever it stands. False if the view has no bar for it. */
  async reveal(id: string): Promise<boolean> {
    return (await this.bring(id)) !== null;
  }

  /** Expands what an item is folded away in; asks before anything else is looked at otherwise. */
  private async bringOrTell(
    id: string,
    leftOut: string,
    stands: "alone" | "for several" = "alone",
  ): Promise<Rect | null> {
    const place = await this.bring(id);
    if (place || !this.chart) return place;
    const way = await wayIn(this, id);
    const isAlone = stands === "alone";
    if (way.expands && !way.waits && this.view.settings.roadmap === "features") {
      this.view.change(way.change);
      return await this.bring(id);
    }
    const run = () => void this.attempt(() => this.goIn(isAlone ? way : { ...way, title: "" }, id));
    if (way.expands && way.waits)
      this.notices.tell(
        isAlone ? "It has no dates and waits in the tray." : "They have no dates and wait in the tray.",
        { label: isAlone ? "Show it in the tray" : "Show them in the tray", run },
      );
    else closeOnceShown(this, id, this.notices.tell(leftOut, { label: way.label, run }));
    return null;
  }

  /** Looks at the roadmap so that an item is shown, and goes to it. */
  async goIn({ change, waits, title }: WayIn, id: string): Promise<void> {
    const { screen, view } = this;
    screen.current = "roadmap";
    await tick();
    view.goTo("features");
    view.change(change);
    if (!waits) return void (await this.comeTo(id));
    view.trayOpen = true;
    view.traySearch = title;
    await tick();
    document.querySelector<HTMLElement>("[data-field=tray-search]")?.focus();
  }

  private async bring(id: string): Promise<Rect | null> {
    this.screen.current = "roadmap";
    const { selection } = this;
    // The inspector opens with the details, and then nothing is brought into sight behind it.
    if (selection.inspectorOpen) await selection.ready;
    await tick();
    const { chart, view } = this;
    if (!chart) return null;
    const bar = await this.backend.call("place", { chart: { view: view.settings, scale: chart.scale }, id });
    if (bar && view.settings.arrangement === "table") this.table?.reveal(bar[1], bar[3]);
    else if (bar) chart.reveal({ x: bar[0], y: bar[1], width: bar[2], height: bar[3] });
    return bar;
  }

  /** Brings a need into sight on the needs roadmap. False if it does not stand there. */
  async revealNeed(id: string): Promise<boolean> {
    const { chart, view } = this;
    if (!chart || !this.onNeeds) return false;
    const place = await this.backend.call("place_of_need", {
      chart: { view: view.settings, scale: chart.scale },
      id,
    });
    if (place) chart.reveal({ x: place[0], y: place[1], width: place[2], height: place[3] });
    return place !== null;
  }

  /** Tells a screen reader what was done, with where the one item stands now that it was done to. */
  private async sayDone(patch: Patch, operation: Operation, more: string | null): Promise<void> {
    const id = isPlaced(operation) ? placedOne(operation) : null;
    const words = doneWords(patch, operation, id === null ? null : await this.detailOf(id), this.names);
    this.notices.say([words, more].filter(Boolean).join("; "));
  }

  /** The details of an item, which something else may have been selected instead of; null if they cannot be had. */
  private async detailOf(id: string): Promise<ItemDetail | null> {
    const { selection } = this;
    if (selection.only === id) await selection.ready;
    if (selection.detail?.item.id === id) return selection.detail;
    return await this.backend.call("item", { id }).catch(() => null);
  }

  /** What is offered where the plan's file did not take a change. */
  private wayOnFrom(thrown: unknown): Notice["action"] {
    const path = this.plan.state?.path;
    if (!isNotSaved(thrown) || path === undefined) return null;
    const isChanged = refusalOf(thrown).error.code === "changed_elsewhere";
    return isChanged ? { label: "Open it again", run: () => void this.open(path) } : saveAsOffer(this);
  }

  fail(thrown: unknown): void {
    const { error } = this.notices.fail(thrown, this.wayOnFrom(thrown));
    if (error.code === "no_plan") this.plan.state = null;
  }
}

/**
 * The feedback inbox: which list is looked at, what is selected in it, and what is being typed into it. Lists are fetched
 * page by page; what is selected stays selected when the list changes around it.
 */
import type { FeedbackCounts } from "../bindings/FeedbackCounts";
import type { FeedbackDetail } from "../bindings/FeedbackDetail";
import type { FeedbackFilter } from "../bindings/FeedbackFilter";
import type { FeedbackList } from "../bindings/FeedbackList";
import type { FeedbackOrder } from "../bindings/FeedbackOrder";
import type { FeedbackRow } from "../bindings/FeedbackRow";
import type { Patch } from "../bindings/Patch";
import type { Touched } from "../bindings/Touched";
import type { Backend } from "../ports/backend";
import { Pages } from "../widgets/pages.svelte";
import { type Chosen, type InHand, type Selected, isSame, isStill, leftOf } from "./chosen";
import type { Tab } from "./feedback-words";
import { Following } from "./following.svelte";
import { Newest } from "./newest";
import { isGone, without } from "./selection.svelte";

export const EVERYTHING: FeedbackFilter = { text: "", customer: null, linked: null };

/** What is typed into the line for new feedback. */
export interface Entry {
  text: string;
  /** Stays from one entry to the next, as does the customer. */
  source: string;
  customer: string | null;
  votes: number;
}

/** What lists of feedback show something of. */
const SHOWN: readonly Touched[] = ["feedback", "need", "item", "customer"];

const EMPTY: Entry = { text: "", source: "", customer: null, votes: 1 };

export class InboxStore {
  tab = $state<Tab>("new");
  filter = $state.raw<FeedbackFilter>(EVERYTHING);
  order = $state<FeedbackOrder>("newest");
  /** How many stand where of what the filter lets through; null before the first answer. */
  tabCounts = $state.raw<FeedbackCounts | null>(null);
  /** The one that keys go on from; null while the list is empty. */
  lead = $state.raw<Chosen | null>(null);
  /** All that is selected, the lead included. */
  ids = $state.raw<ReadonlySet<string>>(new Set());
  /** Of the lead; null while it is not known. */
  detail = $state.raw<FeedbackDetail | null>(null);
  entry = $state<Entry>({ ...EMPTY });
  pages: Pages<FeedbackRow>;
  private readonly counted: Following<FeedbackCounts>;
  /** Where a range that is selected begins. */
  private anchor = 0;
  /** The row that keys go on from: the lead's, or the one that was wished for last, so that quick keys add up. */
  private aim = 0;
  /** Counts up with every wish to select something; an answer to an older wish selects nothing any more. */
  private wish = 0;
  /** Wishes under way. */
  private wishing = 0;
  /** Acts under way, and the last of them; another one waits for it, so that it meets what comes next. */
  private acting = 0;
  /** What the last act was meant for. */
  private acted: InHand = { lead: null, ids: new Set() };
  private lastAct: Promise<unknown> = Promise.resolve();
  private lastWish: Promise<unknown> = Promise.resolve();
  private lastLook: Promise<unknown> = Promise.resolve();
  /** Looks at the list anew: one at a time, since letters that are typed quickly are each another list. */
  private readonly looks: Newest<null, void>;
  /** Whether it is another list: what is not in it any more gives way to its first. */
  private isOther = false;
  /** Whether anybody has looked at the list of this plan. */
  private looked = false;

  constructor(
    private readonly backend: Backend,
    private readonly fail: (thrown: unknown) => void,
  ) {
    this.pages = $state.raw(this.newPages());
    this.looks = new Newest(
      () => this.lookAnew(),
      () => {},
      fail,
    );
    this.counted = new Following(() => backend.call("feedback_counts", null), fail);
  }

  /** How much of the plan's feedback stands where; null until known. */
  get counts(): FeedbackCounts | null {
    return this.counted.value;
  }

  /** How many wait for somebody to do something: to look at them, or to answer. */
  get waiting(): number {
    return this.counts ? this.counts.new + this.counts.to_answer : 0;
  }

  /** The details, if they are those of the lead. */
  get current(): FeedbackDetail | null {
    return this.detail?.feedback.id === this.lead?.id ? this.detail : null;
  }

  get list(): FeedbackList {
    return { filter: this.filter, standing: this.tab, order: this.order };
  }

  /** Whether the filter may keep something out. */
  get filtering(): boolean {
    const { text, customer, linked } = this.filter;
    return text.trim() !== "" || customer !== null || linked !== null;
  }

  /** Follows a change of the plan, which undo or redo has made or not; null when a whole plan has come in. */
  async follow(patch: Patch | null, byUndo = false): Promise<void> {
    if (patch) this.ids = without(patch.removed_feedback, this.ids);
    else this.forget();
    // Needs and work items stand in the rows, and customers are found by their names.
    const touches = (patch?.touched ?? ["feedback"]).some((each) => SHOWN.includes(each));
    if (!touches) return;
    void this.counted.follow();
    if (!this.looked) return;
    this.pages.restart();
    // What is done here goes on by itself, and what is just being selected is selected before it is looked for.
    await this.lastWish;
    if (this.acting > 0) return;
    // What undo brings back is looked at.
    const [first] = byUndo ? (patch?.feedback ?? []) : [];
    await this.stay(first !== undefined && !this.ids.has(first) ? first : undefined);
    await this.lastLook;
  }

  /** Looks at the list, for the first time or again. */
  open(): void {
    this.looked = true;
    void this.looks.ask(null);
  }

  private async lookAnew(): Promise<void> {
    if (this.isOther && this.lead) this.lead = { ...this.lead, index: 0 };
    this.isOther = false;
    this.pages.restart();
    await this.stay();
  }

  /** Resolves when what was done and selected last is done, selected and known. */
  async settled(): Promise<void> {
    await this.lastAct;
    await this.lastWish;
    await this.lastLook;
  }

  /** Looks at another list; what is selected stays so if it is in it. */
  change(to: Partial<{ tab: Tab; filter: FeedbackFilter; order: FeedbackOrder }>): void {
    if (to.tab !== undefined) this.tab = to.tab;
    if (to.filter !== undefined) this.filter = to.filter;
    if (to.order !== undefined) this.order = to.order;
    this.isOther = true;
    [this.aim, this.anchor] = [0, 0];
    this.open();
  }

  /** Goes on from the row that keys go on from; all on the way is selected with `range`. */
  async move(by: number, how: "only" | "range" = "only"): Promise<void> {
    if (this.acting > 0) await this.lastAct;
    await this.selectAt(this.aim + by, how);
  }

  /** Selects the row at an index; adds it or takes it away with `add`, all up to it with `range`. */
  async selectAt(index: number, how: "only" | "add" | "range" = "only"): Promise<void> {
    const { pages } = this;
    const wanted = Math.max(0, pages.isCurrent ? Math.min(index, pages.total - 1) : index);
    this.aim = wanted;
    const known = pages.isCurrent ? pages.at(wanted)?.id : undefined;
    if (how !== "range" && known !== undefined) return this.take({ id: known, index: wanted }, how);
    await this.wishes(async (isNewest) => {
      const from = how === "range" ? this.anchor : wanted;
      const first = Math.min(from, wanted);
      const ids = await this.idsAt(first, Math.abs(from - wanted) + 1);
      const id = ids[wanted - first];
      if (!isNewest()) return;
      if (id === undefined) await this.fill(wanted, isNewest);
      else if (how === "range") this.choose({ id, index: wanted }, ids);
      else this.take({ id, index: wanted }, how);
    });
  }

  /** Selects everything in the list. */
  async selectAll(): Promise<void> {
    await this.wishes(async (isNewest) => {
      const ids = await this.idsAt(0, this.pages.total);
      if (isNewest() && this.lead) this.choose(this.lead, ids);
    });
  }

  /** Keeps nothing selected but the lead. */
  letGo(): void {
    if (this.lead) this.choose(this.lead);
  }

  /** Selects a feedback wherever it is: in this list or, if it is not in it, among all of the plan. */
  async reveal(id: string): Promise<void> {
    this.looked = true;
    await this.wishes(async () => {
      if ((await this.placeOf(id)) !== null) return;
      [this.tab, this.filter] = [null, EVERYTHING];
    });
    this.pages.restart();
    await this.stay(id);
  }

  /**
   * Does something with what is selected, and goes on to what comes after it, whether it stays in the list or leaves it. With
   * `about` it is done with these. Where something else is selected by then, that stays so.
   * `act` is given what it is done with and resolves to whether it was done.
   */
  async actAndGoOn(
    act: (ids: string[]) => Promise<boolean>,
    about: ReadonlySet<string> | null = null,
  ): Promise<boolean> {
    // What keys have come to may still be found out. While the last act is being written, the next one means what comes
    // then, unless something else is selected by now.
    const { lastWish } = this;
    const isAhead = this.wishing > 0 || (this.acting > 0 && isStill(this, this.acted));
    const meant = isAhead ? null : this.chosen;
    if (meant) this.acted = meant;
    this.acting += 1;
    const turn = this.lastAct.then(async () => {
      try {
        await lastWish;
        const chosen = (this.acted = meant ?? this.chosen);
        return await this.doAndGoOn(act, chosen, about ?? chosen.ids);
      } catch (thrown) {
        this.fail(thrown);
        return false;
      } finally {
        this.acting -= 1;
      }
    });
    this.lastAct = turn;
    return await turn;
  }

  private async doAndGoOn(
    act: (ids: string[]) => Promise<boolean>,
    chosen: InHand,
    ids: ReadonlySet<string>,
  ): Promise<boolean> {
    if (ids.size === 0) return false;
    const next = isSame(ids, chosen.ids) ? await this.after(chosen) : null;
    if (!(await act([...ids]))) return false;
    // What was chosen meanwhile may be on its way.
    await this.lastWish;
    await this.stay(isStill(this, chosen) ? (next ?? undefined) : undefined);
    return true;
  }

  /** Does something that changes the list and leaves selected what is. */
  async actAndStay(act: () => Promise<boolean>): Promise<boolean> {
    this.acting += 1;
    try {
      return await act();
    } finally {
      this.acting -= 1;
      if (this.looked) void this.stay();
    }
  }

  private newPages(): Pages<FeedbackRow> {
    return new Pages((offset, limit) => this.page(offset, limit), this.fail);
  }

  /** Forgets what was typed and selected, since it was in another plan. */
  private forget(): void {
    this.wish += 1;
    [this.tab, this.filter, this.order] = ["new", EVERYTHING, "newest"];
    this.entry = { ...EMPTY };
    this.tabCounts = null;
    this.counted.forget();
    this.pages = this.newPages();
    this.choose(null);
  }

  private async page(offset: number, limit: number) {
    const band = await this.backend.call("feedback_list", { list: this.list, offset, limit });
    this.tabCounts = band.counts;
    return { total: band.total, items: band.rows };
  }

  private async idsAt(offset: number, limit: number): Promise<string[]> {
    return await this.backend.call("feedback_ids", { list: this.list, offset, limit });
  }

  private async placeOf(id: string): Promise<number | null> {
    return await this.backend.call("feedback_place", { list: this.list, id });
  }

  private get chosen(): InHand {
    const { lead, ids } = this;
    return { lead, ids };
  }

  /** The first one after the lead that was not selected with it; null if there is none. */
  private async after({ lead, ids }: InHand): Promise<string | null> {
    if (!lead) return null;
    const some = await this.idsAt(lead.index + 1, ids.size);
    return some.find((id) => !ids.has(id)) ?? null;
  }

  /** Selects another one, or again what is selected of the list as it is now, or else what stands where the lead stood. */
  private async stay(other?: string): Promise<void> {
    await this.wishes(async (isNewest) => {
      const { lead } = this;
      const selected = other !== undefined ? await this.alone(other) : lead && (await this.leftInList(lead));
      if (!isNewest()) return;
      if (selected) {
        this.anchor = selected.lead.index;
        this.choose(selected.lead, selected.ids);
      } else if (other !== undefined) await this.stay();
      else await this.fill(lead?.index ?? 0, isNewest);
    });
  }

  /** What is selected if one feedback alone is; null if it is not in the list. */
  private async alone(id: string): Promise<Selected | null> {
    const index = await this.placeOf(id);
    return index === null ? null : { lead: { id, index }, ids: [id] };
  }

  private async leftInList(lead: Chosen): Promise<Selected | null> {
    if (this.ids.size === 1 && this.ids.has(lead.id)) return await this.alone(lead.id);
    return leftOf(await this.idsAt(0, Number.MAX_SAFE_INTEGER), this.ids, lead);
  }

  /** Selects what stands at an index, or last in a list that does not go so far. */
  private async fill(index: number, isNewest: () => boolean): Promise<void> {
    let [at, ids] = [index, await this.idsAt(index, 1)];
    if (ids.length === 0 && index > 0) {
      const { total } = await this.backend.call("feedback_list", { list: this.list, offset: 0, limit: 0 });
      at = Math.max(0, total - 1);
      ids = await this.idsAt(at, 1);
    }
    if (!isNewest()) return;
    const [id] = ids;
    this.take(id === undefined ? null : { id, index: at });
  }

  /** Runs something that selects in the end, unless there is another wish by then. */
  private async wishes(work: (isNewest: () => boolean) => Promise<void>): Promise<void> {
    const mine = ++this.wish;
    const isNewest = () => mine === this.wish;
    const wish = work(isNewest).catch((thrown: unknown) => {
      if (isNewest()) this.fail(thrown);
    });
    this.lastWish = wish;
    this.wishing += 1;
    await wish;
    this.wishing -= 1;
  }

  private take(chosen: Chosen | null, how: "only" | "add" = "only"): void {
    this.wish += 1;
    this.anchor = chosen?.index ?? 0;
    const ids = new Set(how === "add" ? this.ids : []);
    if (chosen && how === "add" && ids.size > 1 && ids.delete(chosen.id)) return this.takeOut(chosen, ids);
    if (chosen) ids.add(chosen.id);
    this.choose(chosen, ids);
  }

  /** Leaves others selected than one that was; where that has led, the nearest of them leads from now on. */
  private takeOut({ id }: Chosen, ids: ReadonlySet<string>): void {
    if (this.lead?.id !== id) return this.choose(this.lead, ids);
    this.ids = ids;
    void this.stay();
  }

  private choose(lead: Chosen | null, ids: Iterable<string> = lead ? [lead.id] : []): void {
    this.lead = lead;
    this.aim = lead?.index ?? 0;
    this.ids = new Set(ids);
    this.lastLook = this.look();
  }

  /** Fetches the details of the lead; one that is gone has none. */
  private async look(): Promise<void> {
    const id = this.lead?.id;
    if (id === undefined) {
      this.detail = null;
      return;
    }
    try {
      const detail = await this.backend.call("feedback", { id });
      if (this.lead?.id === id) this.detail = detail;
    } catch (thrown) {
      // What is typed into the panel must not go to what was selected before.
      if (this.lead?.id === id && this.detail?.feedback.id !== id) this.detail = null;
      if (!isGone(thrown)) this.fail(thrown);
    }
  }
}

/** The open plan as the frame shows it. Only answers of the back end change it; operations go through here. */
import type { ApplyPassingAnswer } from "../bindings/ApplyPassingAnswer";
import type { ApplyPassingRequest } from "../bindings/ApplyPassingRequest";
import type { Health } from "../bindings/Health";
import type { ImportAnswer } from "../bindings/ImportAnswer";
import type { ImportRequest } from "../bindings/ImportRequest";
import type { Operation } from "../bindings/Operation";
import type { OverCap } from "../bindings/OverCap";
import type { PasteAnswer } from "../bindings/PasteAnswer";
import type { PasteRequest } from "../bindings/PasteRequest";
import type { Patch } from "../bindings/Patch";
import type { PlanState } from "../bindings/PlanState";
import { type Backend, Refusal, isNotSaved } from "../ports/backend";
import { untilAborted } from "../ports/cancellable";
import { Following } from "./following.svelte";

/** No change of the plan; but what is spent and what is still to come goes by the day. */
const NOTHING = {
  label: "",
  added: [],
  changed: [],
  removed: [],
  removed_needs: [],
  feedback: [],
  removed_feedback: [],
  touched: ["actual"],
} satisfies Omit<Patch, "state">;

/** Is told what changed, and whether undo or redo has done it. What it returns resolves when it has followed; nobody waits for one that returns nothing. */
type Listener = (patch: Patch | null, byUndo: boolean) => void | Promise<unknown>;

export class PlanStore {
  /** Null while no plan is open. */
  state = $state.raw<PlanState | null>(null);
  /** Whether a change is on its way to the file. */
  saving = $state(false);
  /** Whether the file lacks the last change, or is not where it was any more. */
  unsaved = $state(false);
  /** Whether a question is being asked as if the plan could be changed. */
  private supposesEditable = false;
  private readonly underWay = new Set<Promise<unknown>>();
  /** How many changes have been refused so far. */
  private refused = 0;
  private readonly counts: Following<Health>;
  private readonly listeners = new Set<Listener>();
  /** Resolves when what shows something of the plan has it as the last change has made it, or has failed to. */
  followed: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly backend: Backend,
    private readonly fail: (thrown: unknown) => void,
  ) {
    this.counts = new Following(() => backend.call("health", null), fail);
  }

  /** Whether there is a plan and it can be changed. */
  get isEditable(): boolean {
    return this.state !== null && (this.supposesEditable || !this.state.read_only);
  }

  /** What a question would be answered with if the open plan could be changed. */
  ifEditable<T>(ask: () => T): T {
    this.supposesEditable = true;
    try {
      return ask();
    } finally {
      this.supposesEditable = false;
    }
  }

  /** Counts and conflicts, shortly after each change; null until they are known. */
  get health(): Health | null {
    return this.counts.value;
  }

  /** Budget lines that are over their caps, as far as is known. */
  get overCap(): readonly OverCap[] {
    return this.health?.over_cap ?? [];
  }

  /** Whether there is something to take back, or may be once what is on its way to the file is there: undo waits for it. */
  get mayUndo(): boolean {
    return this.saving || (this.state !== null && this.state.undo !== null);
  }

  /** Calls back after every change with what changed, or with null when a whole plan has come in. */
  onChange(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Shows a plan that has just been opened. One that is shown already stays as it is looked at, and so does its copy. */
  show(state: PlanState): void {
    this.unsaved = false;
    if (state.opening === this.state?.opening) {
      if (state.revision >= this.state.revision) this.state = state;
      return;
    }
    this.state = state;
    this.counts.forget();
    this.announce(null);
  }

  /**
   * Does an operation; when this resolves it is in the file. Rejects with a `Refusal` and changes nothing. It is one step
   * with that which made the revision `goesOnFrom`, if nothing has happened since.
   */
  async apply(operation: Operation, goesOnFrom: number | null = null): Promise<Patch> {
    const more = goesOnFrom === null ? {} : { goes_on_from: goesOnFrom };
    return await this.track(this.backend.call("apply", { operation, ...more }));
  }

  /** Does in one step what the rules let pass of several operations, and tells the rest. */
  async applyPassing(request: ApplyPassingRequest): Promise<ApplyPassingAnswer> {
    const answer = this.backend.call("apply_passing", request);
    await this.track(answer.then(({ patch }) => patch));
    return await answer;
  }

  /** Adds what a text from the clipboard says, in one step. */
  async paste(request: PasteRequest): Promise<PasteAnswer> {
    const answer = this.backend.call("paste", request);
    await this.track(answer.then(({ patch }) => patch));
    return await answer;
  }

  /** Brings a table in, in one step, unless the signal is aborted before it is in the file. */
  async import(request: Omit<ImportRequest, "work">, wanted: AbortSignal): Promise<ImportAnswer> {
    const answer = untilAborted(this.backend, "import", request, wanted);
    await this.track(answer.then(({ patch }) => patch));
    return await answer;
  }

  async undo(): Promise<Patch | null> {
    return await this.track(this.backend.call("undo", null), true);
  }

  /**
   * Takes back what made a revision. Rejects with a `Refusal` and changes nothing if something else has been done since, which
   * undo would take back in its place.
   */
  async undoOf(revision: number | undefined): Promise<Patch | null> {
    await this.settled();
    if (this.state?.revision !== revision)
      throw new Refusal({
        code: "rule",
        message: "Something else has been done since.",
        hint: "Undo takes that back first.",
      });
    return await this.undo();
  }

  async redo(): Promise<Patch | null> {
    return await this.track(this.backend.call("redo", null), true);
  }

  /** Asks for the date, and lets everything follow if a new day has begun since it was told last. */
  async askDay(): Promise<void> {
    const today = await this.backend.call("today", null);
    if (!this.state || this.state.today === today) return;
    this.state = { ...this.state, today };
    this.announce({ ...NOTHING, state: this.state });
  }

  /**
   * Waits for the changes that are on their way to the file, and for all that begin until something else has ended. False if
   * one of them was refused.
   */
  async settled(ended: Promise<unknown> = Promise.resolve()): Promise<boolean> {
    const before = this.refused;
    await ended;
    while (this.underWay.size > 0) await Promise.allSettled(this.underWay);
    return this.refused === before;
  }

  /** Whether the file is still where it was. If not, the plan may be whole nowhere but in memory. */
  async isInPlace(): Promise<boolean> {
    if (!this.state) return true;
    // What cannot be found out counts as so.
    const isInPlace = await this.backend.call("is_in_place", null).catch(() => true);
    if (!isInPlace) this.unsaved = true;
    return isInPlace;
  }

  /** Takes in an answer, which no later one overtakes; what was done to a plan that is not shown any more is nothing new. */
  enter(patch: Patch, byUndo = false): void {
    if (patch.state.opening !== this.state?.opening) return;
    this.state = patch.state;
    this.announce(patch, byUndo);
  }

  private async track<P extends Patch | null>(answer: Promise<P>, byUndo = false): Promise<P> {
    this.underWay.add(answer);
    this.saving = true;
    try {
      const patch = await answer;
      if (patch) {
        this.unsaved = false;
        this.enter(patch, byUndo);
      }
      return patch;
    } catch (thrown) {
      this.refused += 1;
      if (isNotSaved(thrown)) this.unsaved = true;
      throw thrown;
    } finally {
      this.underWay.delete(answer);
      this.saving = this.underWay.size > 0;
    }
  }

  private announce(patch: Patch | null, byUndo = false): void {
    if (this.state) document.documentElement.dataset["saved"] = String(this.state.revision);
    this.followed = Promise.all([...this.listeners].map((listener) => this.tell(listener, patch, byUndo)));
    this.counts.follow();
  }

  /** Resolves whether it has followed or failed to, for the plan has changed and others wait for what shows it. */
  private async tell(listener: Listener, patch: Patch | null, byUndo: boolean): Promise<void> {
    try {
      await listener(patch, byUndo);
    } catch (thrown) {
      this.fail(thrown);
    }
  }
}

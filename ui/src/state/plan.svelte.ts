/** The open plan as the frame shows it. Only answers of the back end change it; operations go through here. */
import type { Health } from "../bindings/Health";
import type { Operation } from "../bindings/Operation";
import type { OverCap } from "../bindings/OverCap";
import type { PasteAnswer } from "../bindings/PasteAnswer";
import type { PasteRequest } from "../bindings/PasteRequest";
import type { Patch } from "../bindings/Patch";
import type { PlanState } from "../bindings/PlanState";
import type { Backend } from "../ports/backend";
import { Following } from "./following.svelte";

export class PlanStore {
  /** Null while no plan is open. */
  state = $state.raw<PlanState | null>(null);
  /** Whether a change is on its way to the file. */
  saving = $state(false);
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly counts: Following<Health>;
  private readonly listeners = new Set<(patch: Patch | null) => void>();

  constructor(
    private readonly backend: Backend,
    fail: (thrown: unknown) => void,
  ) {
    this.counts = new Following(() => backend.call("health", null), fail);
  }

  /** Counts and conflicts, shortly after each change; null until they are known. */
  get health(): Health | null {
    return this.counts.value;
  }

  /** Budget lines that are over their caps, as far as is known. */
  get overCap(): readonly OverCap[] {
    return this.health?.over_cap ?? [];
  }

  /** Calls back after every change with what changed, or with null when a whole plan has come in. */
  onChange(listener: (patch: Patch | null) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Shows a plan that has just been opened. */
  show(state: PlanState): void {
    this.state = state;
    this.counts.forget();
    this.announce(null);
  }

  /** Does an operation; when this resolves it is in the file. Rejects with a `Refusal` and changes nothing. */
  async apply(operation: Operation): Promise<Patch> {
    return await this.track(this.backend.call("apply", { operation }));
  }

  /** Adds what a text from the clipboard says, in one step. */
  async paste(request: PasteRequest): Promise<PasteAnswer> {
    const answer = this.backend.call("paste", request);
    await this.track(answer.then(({ patch }) => patch));
    return await answer;
  }

  async undo(): Promise<Patch | null> {
    return await this.track(this.backend.call("undo", null));
  }

  async redo(): Promise<Patch | null> {
    return await this.track(this.backend.call("redo", null));
  }

  /** Waits for the changes that are on their way to the file. False if one of them was refused. */
  async settled(): Promise<boolean> {
    const ended = await Promise.allSettled(this.underWay);
    return ended.every(({ status }) => status === "fulfilled");
  }

  /**
   * Takes in an answer or a broadcast; older revisions than the one shown are nothing new, and neither is what was done to a
   * plan that is not shown any more.
   */
  enter(patch: Patch): void {
    if (patch.state.path !== this.state?.path || patch.state.revision < this.state.revision) return;
    this.state = patch.state;
    this.announce(patch);
  }

  private async track<P extends Patch | null>(answer: Promise<P>): Promise<P> {
    this.underWay.add(answer);
    this.saving = true;
    try {
      const patch = await answer;
      if (patch) this.enter(patch);
      return patch;
    } finally {
      this.underWay.delete(answer);
      this.saving = this.underWay.size > 0;
    }
  }

  private announce(patch: Patch | null): void {
    if (this.state) document.documentElement.dataset["saved"] = String(this.state.revision);
    for (const listener of this.listeners) listener(patch);
    this.counts.follow();
  }
}

/** The open plan as the frame shows it. Only answers of the back end change it; operations go through here. */
import type { Health } from "../bindings/Health";
import type { Operation } from "../bindings/Operation";
import type { Patch } from "../bindings/Patch";
import type { PlanState } from "../bindings/PlanState";
import type { Backend } from "../ports/backend";

export class PlanStore {
  /** Null while no plan is open. */
  state = $state.raw<PlanState | null>(null);
  health = $state.raw<Health | null>(null);
  /** Whether a change is on its way to the file. */
  saving = $state(false);
  private pending = 0;
  private readonly listeners = new Set<(patch: Patch | null) => void>();

  constructor(private readonly backend: Backend) {}

  /** Calls back after every change with what changed, or with null when a whole plan has come in. */
  onChange(listener: (patch: Patch | null) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Shows a plan that has just been opened. */
  show(state: PlanState): void {
    this.state = state;
    this.health = null;
    this.announce(null);
  }

  /** Does an operation; when this resolves it is in the file. Rejects with a `Refusal` and changes nothing. */
  async apply(operation: Operation): Promise<Patch> {
    return await this.track(this.backend.call("apply", { operation }));
  }

  async undo(): Promise<Patch | null> {
    return await this.track(this.backend.call("undo", null));
  }

  async redo(): Promise<Patch | null> {
    return await this.track(this.backend.call("redo", null));
  }

  /** Takes in an answer or a broadcast; older revisions than the one shown are nothing new. */
  enter(patch: Patch): void {
    if (this.state && this.state.path === patch.state.path && patch.state.revision < this.state.revision)
      return;
    this.state = patch.state;
    this.announce(patch);
  }

  private async track<P extends Patch | null>(answer: Promise<P>): Promise<P> {
    this.pending += 1;
    this.saving = true;
    try {
      const patch = await answer;
      if (patch) this.enter(patch);
      return patch;
    } finally {
      this.pending -= 1;
      this.saving = this.pending > 0;
    }
  }

  private announce(patch: Patch | null): void {
    if (this.state) document.documentElement.dataset["saved"] = String(this.state.revision);
    for (const listener of this.listeners) listener(patch);
    void this.count();
  }

  /** Counts are a walk over the whole plan, so they follow behind and only for the newest revision. */
  private async count(): Promise<void> {
    const revision = this.state?.revision;
    await new Promise((resolve) => setTimeout(resolve, 60));
    if (this.state?.revision !== revision) return;
    this.health = await this.backend.call("health", null);
  }
}

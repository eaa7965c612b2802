/** Which items are not in the plan any more: asked once of each, and only of those that are in sight. */
import { SvelteMap } from "svelte/reactivity";

import type { Backend } from "../../../ports/backend";
import { isGone } from "../../../state/selection.svelte";

export class Gone {
  /** What is known; null while the answer is on its way. */
  private readonly known = new SvelteMap<string, boolean | null>();

  constructor(
    private readonly backend: Backend,
    private readonly fail: (thrown: unknown) => void,
  ) {}

  /** Whether the item is deleted; null as long as that is not known. */
  of(item: string): boolean | null {
    return this.known.get(item) ?? null;
  }

  /** Asks of an item unless that was done. */
  async ask(item: string): Promise<void> {
    if (!this.known.has(item)) await this.look(item);
  }

  /** Asks in any case. True if the item is deleted. */
  async look(item: string): Promise<boolean> {
    this.known.set(item, null);
    try {
      await this.backend.call("item", { id: item });
      this.known.set(item, false);
    } catch (thrown) {
      if (isGone(thrown)) this.known.set(item, true);
      else this.fail(thrown);
    }
    return this.of(item) === true;
  }

  /** The plan is another one now. */
  forget(): void {
    this.known.clear();
  }
}

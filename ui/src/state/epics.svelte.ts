/** The epics that a filter chooses from: those that were looked for, and those that it has chosen. */
import type { Related } from "../bindings/Related";
import type { Backend } from "../ports/backend";
import { Following } from "./following.svelte";
import { isGone } from "./selection.svelte";

/** More than these are not offered at once; the others are found by what is typed. */
const MOST = 200;

export class EpicsStore {
  /** What they are looked for by. */
  search = $state("");
  private readonly found: Following<{ offered: Related[]; chosen: Related[] }>;

  constructor(
    private readonly backend: Backend,
    fail: (thrown: unknown) => void,
    private readonly chosen: () => readonly (string | null)[],
  ) {
    this.found = new Following(() => this.find(), fail);
  }

  /** Those that were chosen and not found come first, so that they can be let go of. */
  get known(): readonly Related[] {
    const { chosen = [], offered = [] } = this.found.value ?? {};
    return [...chosen, ...offered];
  }

  /** Whether more were found than are known. */
  get more(): boolean {
    return (this.found.value?.offered.length ?? 0) >= MOST;
  }

  /** Whether there is anything to choose. */
  get any(): boolean {
    return this.known.length > 0 || this.search !== "";
  }

  /** Asks for them, anew or by other words; they are followed only while somebody does. */
  look(search = this.search): void {
    this.search = search;
    this.found.follow();
  }

  forget(): void {
    this.search = "";
    this.found.forget();
  }

  private async find(): Promise<{ offered: Related[]; chosen: Related[] }> {
    const wanted = { kind: "feature", search: this.search.trim(), limit: MOST } as const;
    const offered = await this.backend.call("parents", wanted);
    const ids = new Set(offered.map(({ id }) => id));
    const others = this.chosen().flatMap((id) => (id === null || ids.has(id) ? [] : id));
    const chosen = await Promise.all(others.map((id) => this.epic(id)));
    return { offered, chosen: chosen.flatMap((epic) => epic ?? []) };
  }

  /** Null if it is gone. */
  private async epic(id: string): Promise<Related | null> {
    try {
      return (await this.backend.call("item", { id })).item;
    } catch (thrown) {
      if (isGone(thrown)) return null;
      throw thrown;
    }
  }
}

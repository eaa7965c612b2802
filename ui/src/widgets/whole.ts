/**
 * A value that is kept as a whole, while each of several fields stands for a part of it, such as the first and the last day
 * of a cap. A part that is left while another one's change is on its way must not take that back: each change waits for what
 * is under way, and is made from what that has left.
 */
import { onDestroy } from "svelte";

import { settledIn } from "./refused.svelte";
import type { Save } from "./save";

/** What a change makes of the value as it is by then; undefined if there is nothing to change any more. */
export type Part<T> = (now: T) => T | undefined;

export class Whole<T> {
  private last: Promise<unknown> = Promise.resolve();
  /** How many changes are under way. */
  private waiting = 0;
  /** What the changes under way have made of the value so far; null while none has been kept. */
  private made: { value: T } | null = null;
  private isGone = false;

  /** For the component that is being made, which shows the value of one thing all its life. */
  constructor(
    private readonly shown: () => T,
    private readonly settled = settledIn(),
  ) {
    onDestroy(() => (this.isGone = true));
  }

  /** Changes a part and keeps the whole. */
  async change(save: Save<T>, part: Part<T>): Promise<string | null> {
    const before = this.shown();
    if (this.waiting === 0) this.made = null;
    this.waiting += 1;
    const kept = this.last.then(() => this.keepInTurn(before, save, part));
    this.last = kept.catch(() => {});
    try {
      return await kept;
    } finally {
      this.waiting -= 1;
    }
  }

  private async keepInTurn(before: T, save: Save<T>, part: Part<T>): Promise<string | null> {
    await this.settled();
    const value = part(this.now(before));
    if (value === undefined) return null;
    const reason = await save(value);
    if (reason === null) this.made = { value };
    return reason;
  }

  /** What it is now, as far as is known here. */
  private now(before: T): T {
    // What has gone from the page may be given the value of something else, which is shown in its place.
    if (!this.isGone) return this.shown();
    return this.made ? this.made.value : before;
  }
}

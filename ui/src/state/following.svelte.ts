/**
 * An answer that follows behind what it is about: asked for when changes have come to rest, since it is a walk over the
 * whole plan, and dropped if there is something newer by the time it comes. At most one question is under way.
 */
import { onDestroy } from "svelte";

import { Newest } from "./newest";

/** Milliseconds without a change before it is asked. */
export const REST = 60;

export class Following<T> {
  /** The newest answer; null before the first. */
  value = $state.raw<T | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private given = () => {};
  private readonly newest: Newest<null, T>;

  constructor(ask: () => Promise<T>, fail: (thrown: unknown) => void) {
    this.newest = new Newest(ask, (answer) => (this.value = answer), fail);
  }

  /** What it is about is not what it was. Resolves when the answer to that is there, or not wanted any more. */
  follow(): Promise<void> {
    this.stop();
    return new Promise((resolve) => {
      this.given = resolve;
      this.timer = setTimeout(() => resolve(this.newest.ask(null)), REST);
    });
  }

  /** What it is about is another thing altogether: the answer says nothing any more. */
  forget(): void {
    this.stop();
    this.value = null;
  }

  /** Nobody waits for an answer any more. */
  stop(): void {
    clearTimeout(this.timer);
    this.given();
    this.newest.letGo();
  }
}

/** For the component that is being made: asks for as long as that is there, and no longer. */
export function followingHere<T>(ask: () => Promise<T>, fail: (thrown: unknown) => void): Following<T> {
  const following = new Following(ask, fail);
  onDestroy(() => following.stop());
  return following;
}

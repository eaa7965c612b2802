/**
 * An answer that follows behind what it is about: asked for when changes have come to rest, since it is a walk over the
 * whole plan, and dropped if there is something newer by the time it comes.
 */

/** Milliseconds without a change before it is asked. */
export const REST = 60;

export class Following<T> {
  /** The newest answer; null before the first. */
  value = $state.raw<T | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private newest = 0;

  constructor(
    private readonly ask: () => Promise<T>,
    private readonly fail: (thrown: unknown) => void,
  ) {}

  /** What it is about is not what it was. */
  follow(): void {
    const mine = ++this.newest;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.fetch(mine), REST);
  }

  /** What it is about is another thing altogether: the answer says nothing any more. */
  forget(): void {
    this.newest += 1;
    clearTimeout(this.timer);
    this.value = null;
  }

  private async fetch(mine: number): Promise<void> {
    try {
      const answer = await this.ask();
      if (mine === this.newest) this.value = answer;
    } catch (thrown) {
      if (mine === this.newest) this.fail(thrown);
    }
  }
}

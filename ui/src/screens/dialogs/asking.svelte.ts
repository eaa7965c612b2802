/**
 * Asks the program behind the page what choices would come to, while they are being made: after a moment of rest,
 * with at most one question under way, and only the answer to the newest question counts.
 */
import type { ApiError } from "../../bindings/ApiError";
import { refusalOf } from "../../ports/backend";

/** Milliseconds of rest before a question is asked. */
export const REST = 180;

export class Asking<Q, A> {
  /** The last answer; it stays in sight while the next one is on its way. */
  answer = $state.raw<A | null>(null);
  /** Why the newest question has no answer. */
  refused = $state.raw<ApiError | null>(null);
  /** Whether the answer to the newest question is still to come. */
  busy = $state(false);
  private next: { question: Q } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private underWay = false;

  constructor(private readonly put: (question: Q) => Promise<A>) {}

  ask(question: Q, rest = REST): void {
    this.busy = true;
    this.next = { question };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), rest);
  }

  /** No answer is waited for any more. */
  stop(): void {
    clearTimeout(this.timer);
    this.next = null;
    this.busy = false;
  }

  private async run(): Promise<void> {
    if (this.underWay || !this.next) return;
    this.underWay = true;
    const { next } = this;
    const isNewest = () => this.next === next;
    try {
      const answer = await this.put(next.question);
      if (isNewest()) [this.answer, this.refused] = [answer, null];
    } catch (thrown) {
      if (isNewest()) this.refused = refusalOf(thrown).error;
    } finally {
      this.underWay = false;
    }
    if (isNewest()) this.stop();
    else await this.run();
  }
}

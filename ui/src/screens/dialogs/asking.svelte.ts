/**
 * Asks the program behind the page what choices would come to, while they are being made: after a moment of rest,
 * with at most one question under way, and only the answer to the newest question counts. The signal that goes with a
 * question says when its answer does not.
 */
import type { ApiError } from "../../bindings/ApiError";
import { refusalOf } from "../../ports/backend";
import { Newest } from "../../state/newest";

/** Milliseconds of rest before a question is asked. */
export const REST = 180;

export class Asking<Q, A> {
  /** The last answer; it stays in sight while the next one is on its way. */
  answer = $state.raw<A | null>(null);
  /** Why the newest question has no answer. */
  refused = $state.raw<ApiError | null>(null);
  /** Whether the answer to the newest question is still to come. */
  busy = $state(false);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly newest: Newest<Q, A>;

  constructor(put: (question: Q, wanted: AbortSignal) => Promise<A>) {
    this.newest = new Newest(
      put,
      (answer) => ([this.answer, this.refused, this.busy] = [answer, null, false]),
      (thrown) => ([this.refused, this.busy] = [refusalOf(thrown).error, false]),
    );
  }

  ask(question: Q, rest = REST): void {
    this.stop();
    this.busy = true;
    this.timer = setTimeout(() => void this.newest.ask(question), rest);
  }

  /** No answer is waited for any more. */
  stop(): void {
    clearTimeout(this.timer);
    this.newest.letGo();
    this.busy = false;
  }
}

/**
 * Puts questions one at a time. While one is under way, the newest of those that come meanwhile waits for it, and those
 * before it are never put. Only the answer to the newest question counts, and so does only its failure. The signal that
 * goes with a question says when its answer does not.
 */
export class Newest<Q, A> {
  private next: { question: Q } | null = null;
  private underWay: AbortController | null = null;
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly put: (question: Q, wanted: AbortSignal) => Promise<A>,
    private readonly answered: (answer: A, question: Q) => void,
    private readonly failed: (thrown: unknown) => void,
  ) {}

  /** Resolves when no question is under way any more: the newest has been answered, or none is wanted. */
  ask(question: Q): Promise<void> {
    this.next = { question };
    if (this.underWay) this.underWay.abort();
    else this.work = this.run();
    return this.work;
  }

  /** No answer is wanted any more. */
  letGo(): void {
    this.next = null;
    this.underWay?.abort();
  }

  private async run(): Promise<void> {
    try {
      while (this.next) {
        this.underWay = new AbortController();
        await this.one(this.next, this.underWay.signal);
      }
    } finally {
      this.underWay = null;
    }
  }

  private async one(next: { question: Q }, wanted: AbortSignal): Promise<void> {
    const isNewest = () => this.next === next;
    try {
      const answer = await this.put(next.question, wanted);
      if (isNewest()) this.answered(answer, next.question);
    } catch (thrown) {
      if (isNewest()) this.failed(thrown);
    } finally {
      if (isNewest()) this.next = null;
    }
  }
}

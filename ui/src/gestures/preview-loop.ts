/** Asks the real rules what a gesture would do: at most one question under way, the newest one wins. */
import type { Operation } from "../bindings/Operation";
import type { PreviewAnswer } from "../bindings/PreviewAnswer";

type Question = { operation: Operation; shown: (answer: PreviewAnswer) => void };

export class PreviewLoop {
  private next: Question | null = null;
  private asking = false;
  private generation = 0;

  constructor(
    private readonly ask: (operation: Operation) => Promise<PreviewAnswer>,
    private readonly onFailed: (thrown: unknown) => void,
  ) {}

  request(operation: Operation, shown: Question["shown"]): void {
    this.next = { operation, shown };
    if (!this.asking) void this.run();
  }

  /** No answer is shown any more. */
  stop(): void {
    this.next = null;
    this.generation += 1;
  }

  private async run(): Promise<void> {
    this.asking = true;
    try {
      while (this.next) {
        const { operation, shown } = this.next;
        const { generation } = this;
        this.next = null;
        const answer = await this.ask(operation);
        if (generation === this.generation) shown(answer);
      }
    } catch (thrown) {
      this.onFailed(thrown);
    } finally {
      this.asking = false;
    }
  }
}

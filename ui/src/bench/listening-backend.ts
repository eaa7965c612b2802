/** Hands calls on and listens: where a gesture's preview has its bars, how many were asked for, and what went wrong. */
import type { GesturePreview } from "../bindings/GesturePreview";
import type { Answer, Backend, Method, Request } from "../ports/backend";

export class ListeningBackend implements Backend {
  /** The newest preview. */
  preview: GesturePreview | null = null;
  /** How many previews were asked for, and how many of them have come. */
  readonly previews = { asked: 0, answered: 0 };
  /** Rejects when a scene does not come: then the chart is never painted. */
  readonly failed: Promise<never>;
  private fail: (thrown: unknown) => void = () => {};

  constructor(private readonly backend: Backend) {
    this.failed = new Promise((_, reject) => (this.fail = reject));
    // Whoever waits hears of it; without anybody it is no fault of its own.
    this.failed.catch(() => {});
  }

  async call<M extends Method>(method: M, request: Request<M>): Promise<Answer<M>> {
    if (method === "preview") this.previews.asked += 1;
    try {
      const answer = await this.backend.call(method, request);
      if (method === "preview") {
        this.preview = (answer as Answer<"preview">).preview;
        this.previews.answered += 1;
      }
      return answer;
    } catch (thrown) {
      if (method === "scene") this.fail(thrown);
      throw thrown;
    }
  }
}

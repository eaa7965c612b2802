/** Requests that take a while, and that the program behind the page stops working on once nobody wants their answer. */
import { newId } from "../state/ids";
import type { Answer, Backend, Request } from "./backend";

/** What knows an id by which it can be cancelled. */
type Cancellable = "export" | "export_sheets" | "import" | "import_look";

/**
 * Carries out a request until the signal is aborted, after which it rejects with a refusal of the code `cancelled`, unless
 * it was done before.
 */
export async function untilAborted<M extends Cancellable>(
  backend: Backend,
  method: M,
  request: Omit<Request<M>, "work">,
  signal: AbortSignal,
): Promise<Answer<M>> {
  const work = newId();
  // Where even this does not get through, the request itself says why.
  const cancel = () => void backend.call("cancel", { work }).catch(() => undefined);
  signal.addEventListener("abort", cancel);
  try {
    return await backend.call(method, { ...request, work } as Request<M>);
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

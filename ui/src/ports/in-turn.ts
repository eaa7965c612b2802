/**
 * Changes of the plan go over the wire one after the other, each once the one before has been answered. The program
 * carries every request out on a thread of its own; sent all at once, an undo could overtake the change that it is meant
 * for, and one plan could be opened under a change of another. What only looks at the plan waits for nothing.
 */
import type { Answer, Backend, Method, Request } from "./backend";

/** What changes the plan, or puts another plan or file in its place. */
const CHANGES: ReadonlySet<Method> = new Set<Method>([
  "apply",
  "apply_passing",
  "undo",
  "redo",
  "paste",
  "import",
  "new_plan",
  "open_plan",
  "save_as",
]);

/** The same back end, which is asked for changes in turn. One that is refused holds up none of those behind it. */
export function inTurn(backend: Backend): Backend {
  let before: Promise<unknown> = Promise.resolve();
  return {
    call<M extends Method>(method: M, request: Request<M>): Promise<Answer<M>> {
      if (!CHANGES.has(method)) return backend.call(method, request);
      const ask = () => backend.call(method, request);
      const answer = before.then(ask, ask);
      before = answer;
      return answer;
    },
  };
}

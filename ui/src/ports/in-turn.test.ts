import { expect, it } from "vitest";

import type { Answer, Backend, Method, Request } from "./backend";
import { inTurn } from "./in-turn";

/** A back end that answers when it is told to, with what it has been sent so far. */
function slowBackend() {
  const sent: Method[] = [];
  const answers: { resolve: (answer: never) => void; reject: (thrown: unknown) => void }[] = [];
  const backend: Backend = {
    call<M extends Method>(method: M, _request: Request<M>): Promise<Answer<M>> {
      sent.push(method);
      return new Promise<Answer<M>>((resolve, reject) => answers.push({ resolve, reject }));
    },
  };
  return { backend: inTurn(backend), sent, answers };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

it("sends an undo once the change before it has been answered", async () => {
  const { backend, sent, answers } = slowBackend();
  void backend.call("apply", { operation: { operation: "delete_items", ids: [] } });
  const undone = backend.call("undo", null);
  await turn();
  expect(sent).toEqual(["apply"]);
  answers[0]?.resolve(null as never);
  await turn();
  expect(sent).toEqual(["apply", "undo"]);
  answers[1]?.resolve(null as never);
  expect(await undone).toBeNull();
});

it("goes on after a change that is refused, which whoever asked for it is told", async () => {
  const { backend, sent, answers } = slowBackend();
  const opened = backend.call("open_plan", { path: "/gone.milepost" });
  const redone = backend.call("redo", null);
  await turn();
  answers[0]?.reject(new Error("There is no such file."));
  await expect(opened).rejects.toThrow("There is no such file.");
  await turn();
  expect(sent).toEqual(["open_plan", "redo"]);
  answers[1]?.resolve(null as never);
  expect(await redone).toBeNull();
});

it("lets whoever only looks wait for nothing", () => {
  const { backend, sent } = slowBackend();
  void backend.call("undo", null);
  void backend.call("health", null);
  void backend.call("plan_state", null);
  expect(sent).toEqual(["health", "plan_state"]);
});

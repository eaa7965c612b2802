import { expect, it, vi } from "vitest";

import type { Backend } from "./backend";
import { untilAborted } from "./cancellable";

function backend() {
  let answer: (report: unknown) => void = () => undefined;
  const call = vi.fn((method: string, _request: { work: string }) =>
    method === "cancel" ? Promise.resolve(null) : new Promise((resolve) => (answer = resolve)),
  );
  return { call, wire: { call } as unknown as Backend, answer: () => answer("done") };
}

const request = {} as Parameters<typeof untilAborted<"export">>[2];

it("cancels what it has asked for by the id that went with it", async () => {
  const { call, wire, answer } = backend();
  const wanted = new AbortController();
  const done = untilAborted(wire, "export", request, wanted.signal);
  wanted.abort();
  const [[, asked], [method, cancelled]] = call.mock.calls as [[string, { work: string }], [string, unknown]];
  expect(method).toBe("cancel");
  expect(cancelled).toEqual({ work: asked.work });
  answer();
  expect(await done).toBe("done");
});

it("has nothing to cancel once it is done", async () => {
  const { call, wire, answer } = backend();
  const wanted = new AbortController();
  const done = untilAborted(wire, "export", request, wanted.signal);
  answer();
  await done;
  wanted.abort();
  expect(call).toHaveBeenCalledTimes(1);
});

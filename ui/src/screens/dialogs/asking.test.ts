import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { Asking, REST } from "./asking.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function slow() {
  const answers: ((answer: string) => void)[] = [];
  const put = vi.fn(
    (_question: number, _wanted: AbortSignal) => new Promise<string>((resolve) => answers.push(resolve)),
  );
  return { answers, put, asking: new Asking(put) };
}

it("asks after a moment of rest, and the newest question only", async () => {
  const { put, asking } = slow();
  for (const question of [1, 2, 3]) asking.ask(question);
  expect(put).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(REST);
  expect(put.mock.calls.map(([question]) => question)).toEqual([3]);
});

it("forgets the answer to a question that is not the newest any more", async () => {
  const { answers, put, asking } = slow();
  asking.ask(1);
  await vi.advanceTimersByTimeAsync(REST);
  asking.ask(2);
  await vi.advanceTimersByTimeAsync(REST);
  expect(put).toHaveBeenCalledTimes(1);
  answers[0]!("old");
  await vi.advanceTimersByTimeAsync(0);
  expect(asking.answer).toBeNull();
  expect(asking.busy).toBe(true);
  answers[1]!("new");
  await vi.advanceTimersByTimeAsync(0);
  expect(asking.answer).toBe("new");
  expect(asking.busy).toBe(false);
});

it("says when the answer to a question is not wanted any more", async () => {
  const { answers, put, asking } = slow();
  const isWanted = (index: number) => !put.mock.calls[index]![1].aborted;
  asking.ask(1);
  await vi.advanceTimersByTimeAsync(REST);
  expect(isWanted(0)).toBe(true);
  asking.ask(2);
  expect(isWanted(0)).toBe(false);
  answers[0]!("old");
  await vi.advanceTimersByTimeAsync(REST);
  expect(isWanted(1)).toBe(true);
  asking.stop();
  expect(isWanted(1)).toBe(false);
});

it("keeps the last answer when a question is refused, and says why", async () => {
  const put = vi.fn().mockResolvedValueOnce("first").mockRejectedValueOnce(new Error("too many pages"));
  const asking = new Asking<number, string>(put);
  asking.ask(1);
  await vi.advanceTimersByTimeAsync(REST);
  asking.ask(2);
  await vi.advanceTimersByTimeAsync(REST);
  expect(asking.answer).toBe("first");
  expect(asking.refused?.message).toBe("too many pages");
});

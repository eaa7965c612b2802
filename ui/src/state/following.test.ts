import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { Following, REST } from "./following.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("asks once when changes have come to rest", async () => {
  const ask = vi.fn(() => Promise.resolve(7));
  const following = new Following(ask, () => {});
  following.follow();
  await vi.advanceTimersByTimeAsync(REST - 1);
  following.follow();
  await vi.advanceTimersByTimeAsync(REST);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(following.value).toBe(7);
});

it("drops an answer that something newer has overtaken, and all answers about what is gone", async () => {
  const answers: ((value: number) => void)[] = [];
  const following = new Following(
    () => new Promise<number>((resolve) => answers.push(resolve)),
    () => {},
  );
  for (let turn = 0; turn < 2; turn++) {
    following.follow();
    await vi.advanceTimersByTimeAsync(REST);
  }
  expect(answers).toHaveLength(1);
  answers[0]?.(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(following.value).toBeNull();
  answers[1]?.(2);
  await vi.advanceTimersByTimeAsync(0);
  expect(following.value).toBe(2);

  following.follow();
  await vi.advanceTimersByTimeAsync(REST);
  following.forget();
  answers[2]?.(3);
  await vi.advanceTimersByTimeAsync(0);
  expect(following.value).toBeNull();
});

it("hands over why it could not be had, and keeps the answer before", async () => {
  let broken = false;
  const fail = vi.fn();
  const following = new Following(
    () => (broken ? Promise.reject(new Error("no")) : Promise.resolve(1)),
    fail,
  );
  following.follow();
  await vi.advanceTimersByTimeAsync(REST);
  broken = true;
  following.follow();
  await vi.advanceTimersByTimeAsync(REST);
  expect(fail).toHaveBeenCalledExactlyOnceWith(new Error("no"));
  expect(following.value).toBe(1);
});

/** Time for suites about what waits for a moment of rest. */
import { afterEach, beforeEach, vi } from "vitest";

import { settle } from "./fakes";

/**
 * For a suite: time goes on only by what this returns, each time by some milliseconds, and what a test shows leaves at its
 * end while time still stands.
 */
export function onFakeTime(leave: () => Promise<void>, milliseconds = 100): () => Promise<void> {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(async () => {
    await leave();
    vi.useRealTimers();
  });
  return async () => {
    await vi.advanceTimersByTimeAsync(milliseconds);
    await settle();
  };
}

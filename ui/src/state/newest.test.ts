import { expect, it, vi } from "vitest";

import { Newest } from "./newest";

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function slow() {
  const ends: { answer: (answer: string) => void; fail: (thrown: unknown) => void }[] = [];
  const put = vi.fn(
    (_question: string, _wanted: AbortSignal) =>
      new Promise<string>((answer, fail) => ends.push({ answer, fail })),
  );
  const [answered, failed] = [vi.fn(), vi.fn()];
  return { ends, put, answered, failed, newest: new Newest(put, answered, failed) };
}

it("puts one question at a time, and of those that come meanwhile the newest only", async () => {
  const { ends, put, answered, newest } = slow();
  let isDone = false;
  for (const question of ["r", "re", "rep"]) void newest.ask(question).then(() => (isDone = true));
  expect(put.mock.calls.map(([question]) => question)).toEqual(["r"]);
  ends[0]?.answer("for r");
  await settled();
  expect(put.mock.calls.map(([question]) => question)).toEqual(["r", "rep"]);
  expect(put.mock.calls.map(([, wanted]) => wanted.aborted)).toEqual([true, false]);
  expect(answered).not.toHaveBeenCalled();
  expect(isDone).toBe(false);
  ends[1]?.answer("for rep");
  await settled();
  expect(answered.mock.calls).toEqual([["for rep", "rep"]]);
  expect(isDone).toBe(true);
});

it("tells of a failure only if it is that of the newest question, and goes on", async () => {
  const { ends, put, answered, failed, newest } = slow();
  void newest.ask("r");
  void newest.ask("re");
  ends[0]?.fail(new Error("of r"));
  await settled();
  expect(failed).not.toHaveBeenCalled();
  ends[1]?.fail(new Error("of re"));
  await settled();
  expect(failed.mock.calls).toEqual([[new Error("of re")]]);
  void newest.ask("rep");
  ends[2]?.answer("for rep");
  await settled();
  expect(answered.mock.calls).toEqual([["for rep", "rep"]]);
  expect(put).toHaveBeenCalledTimes(3);
});

it("drops what is not wanted any more, and takes questions again", async () => {
  const { ends, answered, newest } = slow();
  const done = newest.ask("r");
  newest.letGo();
  ends[0]?.answer("for r");
  await done;
  expect(answered).not.toHaveBeenCalled();
  void newest.ask("re");
  ends[1]?.answer("for re");
  await settled();
  expect(answered.mock.calls).toEqual([["for re", "re"]]);
});

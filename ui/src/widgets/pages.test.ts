import { expect, it, vi } from "vitest";

import { Pages } from "./pages.svelte";
import { rowsInSight } from "./rows-in-sight";

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function listOf(total: number) {
  const fetch = vi.fn((offset: number, limit: number) => {
    const length = Math.max(0, Math.min(limit, total - offset));
    return Promise.resolve({ total, items: Array.from({ length }, (_, at) => offset + at) });
  });
  return { fetch, pages: new Pages<number>(fetch, () => {}, 10) };
}

it("fetches the pages in sight, each once", async () => {
  const { fetch, pages } = listOf(95);
  pages.want(0, 8);
  await settled();
  expect(pages.total).toBe(95);
  pages.want(5, 25);
  pages.want(6, 26);
  await settled();
  expect(fetch.mock.calls).toEqual([
    [0, 10],
    [10, 10],
    [20, 10],
  ]);
  expect(pages.at(24)).toBe(24);
  expect(pages.at(40)).toBeUndefined();
});

it("shows nothing of an answer that comes after a restart", async () => {
  const answers: ((page: { total: number; items: string[] }) => void)[] = [];
  const pages = new Pages<string>(
    () => new Promise((resolve) => answers.push(resolve)),
    () => {},
    10,
  );
  pages.want(0, 5);
  pages.restart();
  answers[0]!({ total: 2, items: ["old", "old"] });
  await settled();
  expect([pages.total, pages.at(0)]).toEqual([0, undefined]);
  answers[1]!({ total: 1, items: ["new"] });
  await settled();
  expect(pages.total).toBe(1);
  expect(pages.at(0)).toBe("new");
});

it("asks once for a list that becomes another one several times while pages are under way", async () => {
  const ends: { answer: () => void; fail: () => void }[] = [];
  const fetch = vi.fn(
    (_offset: number, _limit: number) =>
      new Promise<{ total: number; items: string[] }>((resolve, reject) =>
        ends.push({
          answer: () => resolve({ total: 40, items: ["a"] }),
          fail: () => reject(new Error("no")),
        }),
      ),
  );
  const failed = vi.fn();
  const pages = new Pages<string>(fetch, failed, 10);
  pages.want(0, 15);
  for (let letter = 0; letter < 3; letter++) pages.restart();
  pages.want(20, 25);
  expect(fetch).toHaveBeenCalledTimes(2);
  ends[0]!.answer();
  await settled();
  expect(fetch).toHaveBeenCalledTimes(2);
  ends[1]!.fail();
  await settled();
  expect(fetch.mock.calls.slice(2)).toEqual([[20, 10]]);
  expect(failed).not.toHaveBeenCalled();
  ends[2]!.answer();
  await settled();
  expect([pages.isCurrent, pages.at(20)]).toEqual([true, "a"]);
});

it("asks at once for another list altogether, whatever is under way", async () => {
  const answers: ((page: { total: number; items: string[] }) => void)[] = [];
  const pages = new Pages<string>(
    () => new Promise((resolve) => answers.push(resolve)),
    () => {},
    10,
  );
  pages.want(0, 5);
  pages.restart();
  pages.forget();
  pages.want(0, 5);
  answers[1]!({ total: 1, items: ["new"] });
  answers[0]!({ total: 2, items: ["old", "old"] });
  await settled();
  expect([pages.total, pages.at(0), answers.length]).toEqual([1, "new", 2]);
});

it("asks again for a page that failed", async () => {
  const failed = vi.fn();
  const fetch = vi
    .fn()
    .mockRejectedValueOnce(new Error("no"))
    .mockResolvedValue({ total: 1, items: ["a"] });
  const pages = new Pages<string>(fetch, failed, 10);
  pages.want(0, 1);
  await settled();
  expect(failed).toHaveBeenCalledOnce();
  pages.want(0, 1);
  pages.lookAgain();
  await settled();
  expect(pages.at(0)).toBe("a");

  fetch.mockRejectedValueOnce(new Error("no"));
  pages.restart();
  await settled();
  pages.lookAgain();
  await settled();
  pages.lookAgain();
  expect([pages.isCurrent, fetch.mock.calls.length]).toEqual([true, 4]);
});

it("keeps only the rows about what is in sight", () => {
  expect(rowsInSight(0, 100, 34, 10_000)).toEqual({ first: 0, end: 9 });
  expect(rowsInSight(3_400, 340, 34, 10_000)).toEqual({ first: 94, end: 116 });
  expect(rowsInSight(3_400, 340, 34, 3)).toEqual({ first: 3, end: 3 });
});

it("tells rows of before from those of now", async () => {
  const { pages } = listOf(5);
  expect(pages.isCurrent).toBe(false);
  pages.want(0, 5);
  await settled();
  expect(pages.isCurrent).toBe(true);
  pages.restart();
  expect([pages.isCurrent, pages.at(0)]).toEqual([false, 0]);
  await settled();
  expect(pages.isCurrent).toBe(true);
});

it("takes what all rows come to only from an answer about the list as it is", async () => {
  const answers: ((page: { total: number; items: string[]; sums: number }) => void)[] = [];
  const pages = new Pages<string, number>(
    () => new Promise((resolve) => answers.push(resolve)),
    () => {},
  );
  pages.want(0, 1);
  pages.restart();
  answers[0]!({ total: 1, items: ["old"], sums: 1 });
  await settled();
  expect(pages.sums).toBeNull();
  answers[1]!({ total: 1, items: ["new"], sums: 2 });
  await settled();
  expect([pages.sums, pages.at(0)]).toEqual([2, "new"]);
  pages.forget();
  expect([pages.sums, pages.at(0), pages.total, pages.ready]).toEqual([null, undefined, 0, false]);
});

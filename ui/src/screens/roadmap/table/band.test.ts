import { expect, it, vi } from "vitest";

import type { TableBand } from "../../../bindings/TableBand";
import { settle } from "../../fakes";
import { Band } from "./band.svelte";
import { bandOf, rowOf } from "./fake-rows";

const band = bandOf([rowOf({ id: "a" })]);

it("asks for one band at a time, and the newest wish wins", async () => {
  const waiting: ((band: TableBand) => void)[] = [];
  const fetch = vi.fn(() => new Promise<TableBand>((resolve) => waiting.push(resolve)));
  const lines = new Band(
    fetch,
    () => Promise.resolve(null),
    () => {},
  );
  lines.want({ top: 0, height: 100 });
  for (const top of [500, 1000, 9_000]) lines.want({ top, height: 100 });
  expect(fetch.mock.calls).toEqual([[0, 250]]);
  waiting[0]?.({ ...band, height: 10_000 });
  await settle();
  expect(lines.ready).toBe(true);
  expect(fetch.mock.calls.at(-1)).toEqual([8_850, 400]);
  expect(fetch).toHaveBeenCalledTimes(2);
  waiting[1]?.({ ...band, height: 10_000 });
  await settle();
  expect(lines.has({ top: 9_000, height: 100 })).toBe(true);
  // What is near is there already.
  lines.want({ top: 9_020, height: 100 });
  expect(fetch).toHaveBeenCalledTimes(2);
});

it("fetches anew after a change, and goes on after a refusal", async () => {
  const failed = vi.fn();
  const fetch = vi.fn(() => Promise.resolve(band));
  const lines = new Band(fetch, () => Promise.resolve(null), failed);
  lines.want({ top: 0, height: 100 });
  await settle();
  expect(lines.lines).toHaveLength(2);
  fetch.mockRejectedValueOnce(new Error("busy"));
  lines.restart();
  await settle();
  expect(failed).toHaveBeenCalledOnce();
  expect(lines.has({ top: 0, height: 100 })).toBe(false);
  lines.want({ top: 0, height: 100 });
  await settle();
  expect(lines.has({ top: 0, height: 100 })).toBe(true);
});

it("brings rows that nobody looks at, each once, as far as they are wanted", async () => {
  const all = bandOf(Array.from({ length: 500 }, (_, at) => rowOf({ id: `i${at}` })));
  const fetch = vi.fn((top: number, height: number) => {
    const rows = all.rows.filter(({ row }) => row.top < top + height && row.top + all.row_height > top);
    return Promise.resolve({ ...all, rows });
  });
  const lines = new Band(
    fetch,
    () => Promise.resolve(null),
    () => {},
  );
  lines.want({ top: 0, height: 100 });
  await settle();
  fetch.mockClear();
  const from = all.rows[10]!.row.top;
  const three = await lines.rowsFrom(from, (rows) => rows.length >= 3);
  expect(three.slice(0, 3).map(({ item }) => item.id)).toEqual(["i10", "i11", "i12"]);
  expect(fetch).toHaveBeenCalledTimes(1);
  const rest = await lines.rowsFrom(from, () => false);
  expect(rest.map(({ item }) => item.id)).toEqual(all.rows.slice(10).map(({ item }) => item.id));
});

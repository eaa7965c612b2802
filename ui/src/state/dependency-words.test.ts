import { expect, it } from "vitest";

import type { DependencyKind } from "../bindings/DependencyKind";
import { written } from "./days";
import { chainWords, conflictWords, lineWords, meaningOf, noteOn, readLag } from "./dependency-words";

const note = (kind: DependencyKind, lag_days: number) =>
  noteOn({ id: "d1", predecessor: "i1", successor: "i2", kind, lag_days });

it("notes only what is not as usual", () => {
  expect(note("finish_to_start", 0)).toBeUndefined();
  expect(note("finish_to_start", -1)).toBe("−1 day");
  expect(note("start_to_start", 2)).toBe("start to start, +2 days");
});

it("tells all of a line: both ends, the kind and the lag", () => {
  const words = (kind: DependencyKind, lag_days: number, conflict = false) => {
    const schedule = { kind: "none" } as const;
    const end = (id: string, title: string) => ({
      ...{ id, title, schedule },
      ...({ kind: "feature", theme: null } as const),
    });
    const dependency = { id: "d1", predecessor: "i1", successor: "i2", kind, lag_days };
    return lineWords({
      dependency,
      predecessor: end("i1", "Templates"),
      successor: end("i2", "Delivery"),
      conflict,
    });
  };
  const ends = "“Templates” → “Delivery”";
  expect(words("finish_to_start", 0)).toBe(`${ends}, finish to start`);
  expect(words("finish_to_start", 2)).toBe(`${ends}, finish to start, 2 working days later`);
  expect(words("start_to_start", -1, true)).toBe(`Conflict: ${ends}, start to start, 1 working day earlier`);
});

it("counts what a chain leads to on either side", () => {
  const words = (before: number, after: number) =>
    chainWords({ before: Array(before).fill("a"), after: Array(after).fill("b"), dependencies: [] });
  expect(words(3, 5)).toBe("Waits for 3, and 5 wait for it.");
  expect(words(0, 1)).toBe("Waits for nothing, and 1 waits for it.");
  expect(words(1, 0)).toBe("Waits for 1, and nothing waits for it.");
});

it("says what a kind means from either end", () => {
  expect(meaningOf("finish_to_start", "predecessor")).toBe("This starts when the other has ended.");
  expect(meaningOf("finish_to_start", "successor")).toBe("The other starts when this has ended.");
  expect(meaningOf("start_to_start", "predecessor")).toBe("This starts when the other has started.");
  expect(meaningOf("finish_to_finish", "predecessor")).toBe("This ends when the other has ended.");
  expect(meaningOf("start_to_finish", "predecessor")).toBe("This ends when the other has started.");
});

it("reads a lag with any sign and takes nothing else for one", () => {
  expect(["2", "+2", "-3", "− 3", " 0 "].map(readLag)).toEqual([2, 2, -3, -3, 0]);
  expect(["", "two", "1.5", "1e3", "12345678901", "--1"].map(readLag)).toEqual(Array(6).fill(null));
});

it("tells a conflict with days as they are written here, and with what is to lie between", () => {
  const words = (kind: DependencyKind, lag_days: number, has_begun = false) =>
    conflictWords({
      dependency: "d1",
      successor: "i2",
      predecessor_title: "A",
      kind,
      day: "2027-04-01",
      predecessor_day: "2027-04-16",
      lag_days,
      has_begun,
    });
  const [day, before] = [written("2027-04-01"), written("2027-04-16")];
  expect(words("finish_to_start", 0)).toBe(`starts ${day}, but “A” ends ${before}`);
  expect(words("start_to_finish", 0)).toBe(`ends ${day}, but “A” starts ${before}`);
  expect(words("start_to_start", 1, true)).toBe(
    `goes on ${day}, but “A” starts ${before}, and 1 working day is to lie between`,
  );
  expect(words("finish_to_start", 2)).toMatch(/, and 2 working days are to lie between$/);
  expect(words("finish_to_start", -1)).toMatch(/, and they may overlap by 1 working day only$/);
});

import { expect, it } from "vitest";

import type { Slip } from "../../../bindings/Slip";
import type { TakenBaseline } from "../../../bindings/TakenBaseline";
import { written } from "../../../state/days";
import { NOW, compared } from "./compared";
import { suggestedName } from "./name";
import { slipTable } from "./slip-table";
import { slipWords, summary } from "./slip-words";

const span = (first: string, last: string) => ({ first, last });
const was = span("2027-02-01", "2027-02-12");
const later: Slip = {
  what: { entity: "item", id: "a" },
  title: "Reports",
  before: was,
  after: span("2027-02-15", "2027-02-26"),
  days: 10,
};
const earlier: Slip = { ...later, after: span("2027-02-01", "2027-02-11"), days: -1 };
const start: Slip = { ...later, after: span("2027-02-03", "2027-02-12"), days: 0 };
const weekend: Slip = { ...later, after: span("2027-02-01", "2027-02-14"), days: 0 };
const fresh: Slip = { ...later, before: null, days: null };
const gone: Slip = { ...later, after: null, days: null };
const board: Slip = {
  what: { entity: "milestone", id: "m" },
  title: "Board review",
  before: span("2027-03-10", "2027-03-10"),
  after: span("2027-04-02", "2027-04-02"),
  days: 17,
};
const dropped: Slip = { ...board, after: null, days: null };

it("says in words how far something has moved, never by colour alone", () => {
  expect(slipWords(later, null)).toEqual({ amount: "+10 days", word: "later" });
  expect(slipWords(earlier, null)).toEqual({ amount: "−1 day", word: "earlier" });
  expect(slipWords(start, null)).toEqual({ amount: "0 days", word: "same end" });
  expect(slipWords(weekend, null)).toEqual({ amount: "0 days", word: "over days off" });
  expect(slipWords(fresh, null)).toEqual({ amount: "", word: "new" });
  expect(slipWords(gone, null).word).toBe("deleted or without dates");
  expect(slipWords(gone, false).word).toBe("no dates any more");
  expect(slipWords(gone, true).word).toBe("deleted");
  expect(slipWords(board, false)).toEqual({ amount: "+17 days", word: "later" });
  for (const deleted of [null, true, false]) expect(slipWords(dropped, deleted).word).toBe("deleted");
});

it("counts what moved, and beside it what is new or gone", () => {
  expect(summary([later, later, earlier, start])).toBe("4 items moved, 2 later, 1 earlier");
  expect(summary([later])).toBe("1 item moved, 1 later");
  expect(summary([fresh, gone])).toBe("Nothing moved; 1 new, 1 deleted or without dates");
  expect(summary([later, board, earlier])).toBe("2 items and 1 milestone moved, 2 later, 1 earlier");
  expect(summary([board, dropped])).toBe("1 milestone moved, 1 later; 1 deleted");
  expect(summary([gone, dropped])).toBe("Nothing moved; 2 deleted or without dates");
});

it("writes a table with ISO days in which no title is a formula", () => {
  const titled = (title: string): Slip => ({ ...earlier, title });
  const rows = slipTable([later, fresh, gone, board], "Spring", "now").split("\n");
  expect(rows[0]?.split("\t")).toEqual([
    "Title",
    "What it is",
    "First day, Spring",
    "Last day, Spring",
    "First day, now",
    "Last day, now",
    "Working days later",
    "Change",
  ]);
  expect(rows.slice(1)).toEqual([
    "Reports\tItem\t2027-02-01\t2027-02-12\t2027-02-15\t2027-02-26\t10\tlater",
    "Reports\tItem\t\t\t2027-02-15\t2027-02-26\t\tnew",
    "Reports\tItem\t2027-02-01\t2027-02-12\t\t\t\tdeleted or without dates",
    "Board review\tMilestone\t2027-03-10\t2027-03-10\t2027-04-02\t2027-04-02\t17\tlater",
  ]);
  const firstCell = (title: string) =>
    slipTable([titled(title)], "Spring", "now")
      .split("\n")
      .slice(1)
      .join("\n")
      .split("\tItem\t2027")[0];
  for (const sign of ["=", "+", "-", "@", "＝", "'="]) expect(firstCell(`${sign}1`)).toBe(`'${sign}1`);
  expect(firstCell("\t=1")).toBe(`"'\t=1"`);
  expect(firstCell("\r=1")).toBe(`"'\r=1"`);
  expect(firstCell('The "new" one')).toBe('"The ""new"" one"');
  expect(firstCell("'quoted'")).toBe("'quoted'");
  expect(slipTable([titled("a")], "Spring", "now")).toContain("\t-1\tearlier");
});

const taken = (id: string, name = id): TakenBaseline => ({
  id,
  name,
  taken: "2026-09-01",
  items: 3,
  milestones: 1,
});

it("compares the newest baseline with now until something else is chosen, or what was chosen is gone", () => {
  const all = ["a", "b", "c"].map((id) => taken(id));
  const begin = { since: null, until: NOW };
  expect(compared(all, begin)).toEqual({ since: "c", until: NOW, laterOnes: [NOW] });
  expect(compared(all, { since: "a", until: "c" })).toEqual({
    since: "a",
    until: "c",
    laterOnes: [NOW, "b", "c"],
  });
  expect(compared(all, { since: "c", until: "b" })).toMatchObject({ since: "c", until: NOW });
  expect(compared(all.slice(0, 2), { since: "c", until: NOW })).toMatchObject({ since: "b" });
});

it("suggests a name that is free", () => {
  const today = "2026-11-23";
  const name = `Baseline ${written(today)}`;
  expect(suggestedName({ today, baselines: [] })).toBe(name);
  const baselines = [taken("a", name), taken("b", `${name} (2)`)];
  expect(suggestedName({ today, baselines })).toBe(`${name} (3)`);
});

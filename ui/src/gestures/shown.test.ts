import { expect, it } from "vitest";

import type { GesturePreviewItem } from "../bindings/GesturePreviewItem";
import type { Hand } from "./gesture";
import { placeOf, tipOf } from "./shown";

const hand = { clientX: 1, clientY: 2 } as Hand;
const item = (id: string, is_above = false): GesturePreviewItem => ({
  id,
  is_above,
  schedule: { kind: "none" },
  span: null,
  theme: null,
  rects: [],
  conflict: null,
});

it("says which cap is passed by more than before", () => {
  const over = (line: string, by: number) => ({
    line,
    name: line,
    day: "2027-03-26",
    by,
    words: `${line} by ${by}`,
  });
  const money = (...over_cap: ReturnType<typeof over>[]) => ({
    regions: [],
    covers: [0, 0, 1, 1] as [number, number, number, number],
    over_cap,
  });
  const said = (would: ReturnType<typeof money>, before: number) => {
    const answer = { preview: { nodes: [], items: [item("held")], troubled: [] }, refused: null };
    const overCap = [{ line: "Cloud", name: "Cloud", by: before, passed_on: "2027-03-26", reason: "" }];
    return tipOf(hand, { ...answer, money: would }, "held", new Set(["held"]), overCap);
  };
  expect(said(money(over("Cloud", 600)), 600)).toBeNull();
  expect(said(money(over("Cloud", 700)), 600)).toMatchObject({ text: "Cloud by 700", danger: true });
  expect(said(money(over("Cloud", 500), over("People", 1), over("Events", 2)), 600)?.text).toBe(
    "People by 1, and 1 more",
  );
});

it("counts what goes along, also out of sight, but not what is held or only follows what it holds", () => {
  const items = [item("held"), item("pushed"), item("epic", true)];
  const elsewhere = ["far", "held too"];
  const answer = { preview: { nodes: [], items, elsewhere, troubled: [] }, refused: null };
  expect(tipOf(hand, answer, "held", new Set(["held", "held too"]), [])?.text).toBe("moves 2 others");
  expect(
    tipOf(hand, { ...answer, preview: { nodes: [], items, troubled: [] } }, "held", new Set(["held"]), [])
      ?.text,
  ).toBe("moves 1 other");
});

it("names the lane that something comes to, and says that it gives up its dates for a horizon", () => {
  const span = { first: "2027-02-15", last: "2027-02-15" };
  const dated = { ...item("a"), schedule: { kind: "dated" as const, ...span }, span };
  expect(placeOf({ ...dated, lane: "Adoption" })).toMatch(/^Adoption · .*2027$/);
  expect(placeOf(dated)).toMatch(/^[^·]*2027$/);
  const schedule = { kind: "horizon", horizon: "now" } as const;
  expect(placeOf({ ...item("a"), schedule, lane: "Now" })).toBe("Now · no dates");
  expect(placeOf({ ...item("a"), schedule })).toBeNull();
});

import { expect, it } from "vitest";

import type { GesturePreviewItem } from "../bindings/GesturePreviewItem";
import type { Hand } from "./gesture";
import { tipOf } from "./shown";

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

it("counts what is pushed, also out of sight, but not what is held or only follows what it holds", () => {
  const items = [item("held"), item("pushed"), item("epic", true)];
  const elsewhere = ["far", "held too"];
  const answer = { preview: { nodes: [], items, elsewhere, troubled: [] }, refused: null };
  expect(tipOf(hand, answer, "held", new Set(["held", "held too"]))?.text).toBe("pushes 2");
  expect(
    tipOf(hand, { ...answer, preview: { nodes: [], items, troubled: [] } }, "held", new Set(["held"]))?.text,
  ).toBe("pushes 1");
});

import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { WaitingNeed } from "../../bindings/WaitingNeed";
import { fakeMilepost, patch, settle, show } from "../fakes";
import NeedTray from "./NeedTray.svelte";

let shown: ReturnType<typeof show>;
// The page of the tests has no layout: the list is as high as this says.
beforeEach(() => void vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(340));
afterEach(async () => {
  await shown.leave();
  vi.restoreAllMocks();
});

const need = (id: string, more: Partial<WaitingNeed> = {}): WaitingNeed => ({
  id,
  statement: `Need ${id}`,
  importance: "high",
  customers: 2,
  weight: 1200,
  standing: "unserved",
  ...more,
});

async function open() {
  const needs = [need("n1"), need("n2", { customers: 0, importance: null, weight: 0, standing: "planned" })];
  const fake = fakeMilepost({
    need_tray: () => ({ total: needs.length, needs }),
    apply: () => patch,
    place_of_need: () => null,
    need: () => {
      throw new Error("gone");
    },
    item: () => {
      throw new Error("gone");
    },
  });
  fake.milepost.view.goTo("needs");
  shown = show(NeedTray, { milepost: fake.milepost });
  await settle();
  await settle();
  return fake;
}

it("says whose each need is, how important and how heavy", async () => {
  await open();
  expect(shown.find("[data-field=tray-count]").textContent).toBe("2");
  expect(shown.text()).toContain("2 customers, high, weight 1,200");
  expect(shown.text()).toContain("nobody’s yet, weight 0, has a feature without dates");
});

it("plans a feature for the chosen need from today, by a key", async () => {
  const { asked } = await open();
  await shown.press("[data-tray=n1]", "Enter");
  await settle();
  expect(asked("apply")[0]?.operation).toMatchObject({
    operation: "batch",
    label: "Plan feature for need",
    operations: [
      {
        item: {
          title: "Need n1",
          schedule: { kind: "dated", first: "2026-11-23", last: "2026-12-20" },
          needs: [{ need: "n1", fulfilment: "fully" }],
        },
      },
    ],
  });
});

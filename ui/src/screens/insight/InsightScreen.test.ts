import { expect, it } from "vitest";

import type { InsightAnswer } from "../../bindings/InsightAnswer";
import { onFakeTime } from "../fake-time";
import { fakeMilepost, patch, planState, show } from "../fakes";
import InsightScreen from "./InsightScreen.svelte";

const need = {
  id: "n1",
  statement: "Close the books on day three",
  weight: 560,
  days: 5,
  standing: "planned",
  last: "2027-02-12",
  days_late: 12,
} as const;

const insight: InsightAnswer = {
  revision: 1,
  standings: [
    { standing: "unserved", count: 1 },
    { standing: "planned", count: 1 },
    { standing: "partly_met", count: 0 },
    { standing: "met", count: 0 },
  ],
  late: 1,
  weight: 700,
  days: 20,
  carrying: { rows: [need], total: 1 },
  unserved: {
    rows: [
      {
        ...need,
        id: "n2",
        statement: "Speak Polish",
        weight: 140,
        standing: "unserved",
        last: null,
        days_late: null,
      },
    ],
    total: 141,
  },
  customers: {
    rows: [
      { name: "Finance", share: { customer: "c1", needs: 2, unserved: 1, weight: 700, served: 560, met: 0 } },
    ],
    total: 1,
  },
  serve_nobody: { rows: [], total: 0 },
  days_for_nobody: 0,
  promises: {
    rows: [
      {
        feedback: "f1",
        source: "Ann",
        customer: "c1",
        customer_name: "Finance",
        text: "The numbers come too late",
        item: "i1",
        title: "Report templates",
        status: "planned",
        last: "2027-04-16",
        moved_days: 5,
      },
    ],
    total: 1,
  },
  since: "Told in May",
};

const baseline = (id: string, name: string) => ({ id, name, taken: "2026-05-01", items: 1, milestones: 0 });

let shown: ReturnType<typeof show>;
const rest = onFakeTime(() => shown.leave());

async function open(answer = insight) {
  const fake = fakeMilepost({ insight: () => answer });
  fake.milepost.plan.state = {
    ...planState,
    baselines: [baseline("b1", "Told in March"), baseline("b2", "Told in May")],
  };
  fake.milepost.screen.current = "insight";
  shown = show(InsightScreen, { milepost: fake.milepost });
  await rest();
  return fake;
}

it("says the same in words as in bars", async () => {
  await open();
  expect(shown.find("[data-insight=coverage]").textContent).toMatch(/2 needs, 1 of them late/);
  expect(shown.find("[data-insight=carrying] tbody tr").textContent).toMatch(
    /day three.*Late.*12 days late.*80\s*%.*25\s*%/s,
  );
  expect(shown.find("[data-insight=customers] tbody tr").textContent).toMatch(/Finance\s*2\s*1\s*.*80\s*%/s);
  expect(shown.find("[data-insight=unserved]").textContent).toContain("And 140 more");
  expect(shown.find("[data-insight=nobody]").textContent).toContain("Every feature serves a need.");
  expect(shown.find("[data-insight=promises] tbody tr").textContent).toMatch(
    /Ann.*Finance.*too late.*templates.*5 days later/s,
  );
});

it("holds what was promised against another baseline when that is chosen, and follows the plan", async () => {
  const { asked, milepost } = await open();
  expect(shown.find("[data-field=insight-since]")).toHaveProperty("value", "b2");
  await shown.choose("[data-field=insight-since]", "b1");
  await rest();
  expect(asked("insight")).toEqual([{ since: null }, { since: "b1" }]);
  milepost.plan.enter({ ...patch, state: { ...patch.state, baselines: [] } });
  await rest();
  expect(asked("insight").at(-1)).toEqual({ since: null });
});

it("leads to the need and to the customer", async () => {
  const { milepost } = await open();
  await shown.click("[data-customer=c1]");
  expect(milepost.dialogs.open).toEqual({ kind: "customers", at: "c1" });
  await shown.click("[data-need=n1]");
  expect(milepost.screen.current).toBe("needs");
  expect([...milepost.needs.selected]).toEqual(["n1"]);
});

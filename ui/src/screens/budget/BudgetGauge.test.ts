import { expect, it } from "vitest";

import { perform, actionNamed } from "../../actions";
import type { BudgetStanding } from "../../bindings/BudgetStanding";
import type { OverCap } from "../../bindings/OverCap";
import { onFakeTime } from "../fake-time";
import { fakeMilepost, health, settle, show } from "../fakes";
import Navigation from "../frame/Navigation.svelte";
import StatusLine from "../frame/StatusLine.svelte";
import BudgetGauge from "./BudgetGauge.svelte";

const over: OverCap = {
  line: "l1",
  name: "Cloud",
  by: 20_000,
  passed_on: "2027-05-12",
  reason: "“Cloud” is over its cap.",
};
const cloud = { cap: 100_000, actual: 40_000, remaining: 80_000, low: 90_000, high: 150_000 };
const training = { cap: null, actual: 0, remaining: 5_000, low: 5_000, high: 5_000 };
const standing: BudgetStanding = {
  currency: "EUR",
  digits: 2,
  today: "2026-11-23",
  lines: [
    {
      line: "l1",
      name: "Cloud",
      span: { first: "2027-01-01", last: "2027-12-31" },
      standing: cloud,
      undated: 0,
      over,
    },
    { line: "l2", name: "Training", span: null, standing: training, undated: 800_000, over: null },
  ],
  capped: cloud,
  all: { ...training, actual: 40_000, remaining: 85_000, low: 95_000, high: 155_000 },
  undated: 800_000,
};

let shown: ReturnType<typeof show>;
const rest = onFakeTime(() => shown.leave());

/** The program with budget lines that are over their caps. */
async function with_(lines: readonly OverCap[]) {
  const fake = fakeMilepost({
    health: () => ({ ...health, over_cap: [...lines] }),
    budget_standing: () => standing,
  });
  fake.milepost.plan.enter({
    label: "",
    state: fake.milepost.plan.state!,
    added: [],
    changed: [],
    removed: [],
    removed_needs: [],
    feedback: [],
    removed_feedback: [],
    touched: [],
  });
  await rest();
  return fake;
}

it("says in words what the bars show, of all lines and of the one that is looked at", async () => {
  const { milepost } = await with_([over]);
  milepost.budget.part = "curve";
  milepost.budget.line = "l1";
  shown = show(BudgetGauge, { milepost });
  await rest();
  const all = shown.find("[data-gauge=all]").textContent;
  expect(all).toMatch(/€200 over.*€500 over to €100 left/s);
  expect(all).toMatch(
    /Spent\s*€400.*Still planned\s*€800.*Cap\s*€1k.*1 line without a cap: €50 more, €8k without days/is,
  );
  expect(shown.find("[data-gauge=line]").textContent).toContain("Cloud");
  milepost.budget.part = "totals";
  await settle();
  expect(shown.has("[data-gauge=line]")).toBe(false);
  expect(shown.find("[data-over=l1]").textContent).toContain("Cloud is over its cap by €200 from ");
  await shown.click("[data-over=l1]");
  expect([milepost.budget.part, milepost.budget.line]).toEqual(["curve", "l1"]);
});

it("tells on every screen what is over its cap, and leads there", async () => {
  const { milepost } = await with_([over]);
  shown = show(StatusLine, { milepost });
  expect(shown.find("[data-action=over-cap]").textContent).toContain("Cloud is over its cap");
  await shown.click("[data-action=over-cap]");
  expect([milepost.screen.current, milepost.budget.part, milepost.budget.line]).toEqual([
    "budget",
    "curve",
    "l1",
  ]);
});

it("counts lines that are over where there are several", async () => {
  const { milepost } = await with_([over, { ...over, line: "l2", name: "Training" }]);
  shown = show(StatusLine, { milepost });
  expect(shown.find("[data-action=over-cap]").textContent).toContain("2 budget lines are over their caps");
  await shown.leave();
  shown = show(Navigation, { milepost });
  expect(shown.find(".warning").textContent.replace(/\s+/g, " ").trim()).toBe("2 over the cap");
  milepost.budget.line = "l1";
  perform(milepost, actionNamed("over-cap"));
  expect([milepost.screen.current, milepost.budget.line]).toEqual(["budget", null]);
});

it("has nothing to tell while every line stays under its cap", async () => {
  const { milepost } = await with_([]);
  shown = show(StatusLine, { milepost });
  expect(shown.has("[data-action=over-cap]")).toBe(false);
  expect(actionNamed("over-cap").available(milepost)).toBe(false);
});

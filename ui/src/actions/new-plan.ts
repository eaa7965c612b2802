import type { Milepost } from "../milepost.svelte";
import { type Action, always } from "./action";
import { PLAN_FILES, withEnding } from "./plan-files";

export const newPlan: Action = {
  id: "new-plan",
  label: "New plan…",
  keys: ["Mod+N"],
  available: always,
  run: (milepost) => make(milepost, false, "New plan", "Untitled plan.milepost"),
};

export const newSamplePlan: Action = {
  id: "new-sample-plan",
  label: "Open the sample plan…",
  keys: [],
  available: always,
  run: (milepost) => make(milepost, true, "Keep the sample plan as", "Northwind Insights.milepost"),
};

async function make(milepost: Milepost, sample: boolean, title: string, suggested: string): Promise<void> {
  const path = await milepost.desktop.chooseTarget(title, suggested, PLAN_FILES);
  if (path === null) return;
  await milepost.showOther(() => milepost.backend.call("new_plan", { path: withEnding(path), sample }));
}

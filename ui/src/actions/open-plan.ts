import { type Action, always } from "./action";
import { PLAN_FILES } from "./plan-files";

export const openPlan: Action = {
  id: "open-plan",
  label: "Open plan…",
  keys: ["Mod+O"],
  available: always,
  async run(milepost) {
    const path = await milepost.desktop.chooseFile("Open plan", PLAN_FILES);
    if (path !== null) await milepost.open(path);
  },
};

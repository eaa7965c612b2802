/** How the roadmap is looked at: which view, which zoom level. */
import type { Filter } from "../bindings/Filter";
import type { ViewSettings } from "../bindings/ViewSettings";

export type ZoomLevel = "week" | "month" | "quarter";

/** Points per day at each level: about two months, a year, three years in a common window. */
export const SCALES: Record<ZoomLevel, number> = { week: 14, month: 2.6, quarter: 0.9 };

export const LEVELS: readonly ZoomLevel[] = ["week", "month", "quarter"];

/** The level whose axis a scale has, with the limits that the layout has. */
export function levelOf(scale: number): ZoomLevel {
  if (scale >= 8) return "week";
  return scale >= 1.2 ? "month" : "quarter";
}

export const emptyFilter: Filter = {
  text: "",
  themes: [],
  statuses: [],
  owners: [],
  from: null,
  to: null,
};

/** How a plan is looked at until somebody chooses otherwise. */
export const usualView: ViewSettings = {
  lanes_by: "theme",
  then_by: null,
  colour_by: "theme",
  collapsed: [],
  kinds: ["feature"],
  filter: emptyFilter,
  baseline: null,
  show_dependencies: true,
  show_milestones: true,
  show_days_off: true,
};

export class ViewStore {
  settings = $state.raw<ViewSettings>(usualView);
  /** Points per day now. */
  scale = $state(SCALES.month);
  level = $derived(levelOf(this.scale));
  trayOpen = $state(false);
}

import { LEVELS, SCALES, type ZoomLevel } from "../state/view.svelte";
import { type Action, withChart } from "./action";

const LABELS: Record<ZoomLevel, string> = {
  day: "Zoom to days",
  week: "Zoom to weeks",
  month: "Zoom to months",
  quarter: "Zoom to quarters",
  year: "Zoom to years",
};

/** One action for each level of the axis. */
export const zoomLevels: readonly Action[] = LEVELS.map((level, index) => ({
  id: `zoom-${level}`,
  label: LABELS[level],
  keys: [String(index + 1)],
  available: withChart,
  run: ({ chart }) => chart?.zoomTo(SCALES[level]),
}));

const STEP = 1.25;

export const zoomIn: Action = {
  id: "zoom-in",
  label: "Zoom in",
  keys: ["+", "Mod+=", "Mod++"],
  available: withChart,
  run: ({ chart }) => chart?.zoomTo(chart.scale * STEP),
};

export const zoomOut: Action = {
  id: "zoom-out",
  label: "Zoom out",
  keys: ["-", "Mod+-"],
  available: withChart,
  run: ({ chart }) => chart?.zoomTo(chart.scale / STEP),
};

import type { Chart } from "../chart/chart";
import { intersection } from "../chart/geometry";
import { LEVELS, SCALES, type ZoomLevel } from "../state/view.svelte";
import { type Action, withChart } from "./action";

const LABELS: Record<ZoomLevel, string> = {
  day: "Zoom to days",
  week: "Zoom to weeks",
  month: "Zoom to months",
  quarter: "Zoom to quarters",
  year: "Zoom to years",
};

/** Zooms about what has the focus, as far as that is in sight, so that it stays there; else about the middle. */
function zoomAbout(chart: Chart | null, scaleOf: (now: number) => number): void {
  if (!chart) return;
  const { covered, mirror, visible } = chart;
  const bar = mirror.focused && chart.thing(mirror.focused)?.bounds;
  const shown = bar && intersection(bar, { ...visible, width: visible.width - covered });
  chart.zoomTo(scaleOf(chart.scale), shown ? shown.x + shown.width / 2 - visible.x : undefined);
}

/** One action for each level of the axis. */
export const zoomLevels: readonly Action[] = LEVELS.map((level, index) => ({
  id: `zoom-${level}`,
  label: LABELS[level],
  keys: [String(index + 1)],
  available: withChart,
  run: ({ chart }) => zoomAbout(chart, () => SCALES[level]),
}));

const STEP = 1.25;

export const zoomIn: Action = {
  id: "zoom-in",
  label: "Zoom in",
  keys: ["+", "Mod+=", "Mod++"],
  available: withChart,
  run: ({ chart }) => zoomAbout(chart, (now) => now * STEP),
};

export const zoomOut: Action = {
  id: "zoom-out",
  label: "Zoom out",
  keys: ["-", "Mod+-"],
  available: withChart,
  run: ({ chart }) => zoomAbout(chart, (now) => now / STEP),
};

/** What is selected, as a thing on the timeline, and whether an opening panel takes it out of sight. */
import type { Chart } from "../../chart/chart";
import type { Area } from "../../chart/geometry";
import type { Thing } from "../../chart/mirror";
import type { SelectionStore } from "../../state/selection.svelte";

/** Points of a bar that has to be seen of it, so that it counts as in sight. */
const LEAST = 24;

/** The one thing that is selected; null if there are several, or none. */
export function selectedThing({ only, milestone, need }: SelectionStore): Thing | null {
  if (need !== null) return { entity: "need", id: need };
  if (only !== null) return { entity: "item", id: only };
  return milestone === null ? null : { entity: "milestone", id: milestone };
}

/** Where it stands near what is in sight: at the place that has the focus, if it has several. */
export function placeOfSelected(chart: Chart, selection: SelectionStore): Area | undefined {
  const thing = selectedThing(selection);
  if (!thing) return undefined;
  const { focused } = chart.mirror;
  const hasFocus = focused?.entity === thing.entity && focused.id === thing.id;
  return chart.thing(hasFocus ? focused : thing)?.bounds;
}

/** Whether a bar begins where something covers the right of what was in sight, from the surface's `from` to its `to`. */
export const beginsUnder = (bar: Area, from: number, to: number): boolean =>
  bar.x > from - LEAST && bar.x < to;

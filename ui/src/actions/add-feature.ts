import type { Milepost } from "../milepost.svelte";
import { isoOf, numberOf } from "../state/days";
import { newId } from "../state/ids";
import { type Action, editable } from "./action";

/** Days that a new feature gets: four weeks. */
const FIRST_LENGTH = 28;

export const addFeature: Action = {
  id: "add-feature",
  label: "Add feature",
  keys: ["N"],
  available: editable,
  async run(milepost) {
    const id = newId();
    const first = firstDay(milepost);
    const schedule = { kind: "dated", first: isoOf(first), last: isoOf(first + FIRST_LENGTH - 1) } as const;
    // A new feature joins the lane of what is selected, else the first one.
    const theme = milepost.selection.detail?.item.theme ?? milepost.plan.state?.themes[0]?.id ?? null;
    const item = { id, kind: "feature", title: "New feature", parent: null, theme, schedule } as const;
    if (!(await milepost.commit({ operation: "add_item", item }))) return;
    milepost.selection.select([id]);
    await milepost.nameNew(id);
  },
};

/** Today if it is in sight, else the day in the middle of what is. */
function firstDay({ plan, chart }: Milepost): number {
  const today = numberOf(plan.state?.today ?? isoOf(Math.floor(Date.now() / 86_400_000)));
  if (!chart || chart.visible.width === 0) return today;
  const { x, width } = chart.visible;
  const from = x / chart.scale;
  const to = (x + width) / chart.scale;
  return today >= from && today <= to ? today : Math.floor((from + to) / 2);
}

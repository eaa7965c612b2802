import type { NewItem } from "../bindings/NewItem";
import type { Schedule } from "../bindings/Schedule";
import { addedOn, fieldsOf, horizonIn } from "../gestures/lanes";
import type { Milepost } from "../milepost.svelte";
import { firstDates, isoOf, numberOf } from "../state/days";
import { newId } from "../state/ids";
import { type Action, editable, onFeatures } from "./action";
import { dayInMiddle } from "./days-in-sight";

export const addFeature: Action = {
  id: "add-feature",
  label: "Add feature",
  menuLabel: ({ spot }) => (spot?.day == null ? "Add feature" : "Add feature here"),
  keys: ["N"],
  available: editable,
  async run(milepost) {
    const id = newId();
    const { selection, spot } = milepost;
    const first = spot?.day ?? firstDay(milepost);
    // What lanes of needs and of money stand for is not for a feature to have.
    const lane = onFeatures(milepost) ? spot?.lane : null;
    const horizon = horizonIn(lane);
    const schedule: Schedule = horizon !== null ? { kind: "horizon", horizon } : firstDates(first);
    // On the needs roadmap it is seen only where it serves a need.
    const { need } = selection;
    const needs: NewItem["needs"] = need === null ? [] : [{ need, fulfilment: "fully" }];
    await milepost.keysAhead.during(async () => {
      const fields =
        lane?.by === "items" ? { theme: null, ...fieldsOf(lane) } : { theme: await themeMeant(milepost) };
      const item: NewItem = {
        id,
        kind: "feature",
        title: "New feature",
        parent: null,
        schedule,
        needs,
        ...fields,
      };
      if (!(await milepost.commit(addedOn(lane, item)))) return false;
      selection.select([id]);
      return await milepost.nameNew(id);
    });
  },
};

/** A new feature joins the lane of what is selected, which may be that of no theme, else the first one. */
async function themeMeant({ plan, selection }: Milepost): Promise<string | null> {
  const { only } = selection;
  if (only !== null) await selection.ready;
  const item = selection.detail?.item;
  return item && item.id === only ? item.theme : (plan.state?.themes[0]?.id ?? null);
}

/** Today if it is in sight, else the day in the middle of what is. */
function firstDay({ plan, chart }: Milepost): number {
  const today = numberOf(plan.state?.today ?? isoOf(Math.floor(Date.now() / 86_400_000)));
  if (!chart) return today;
  const { from, to } = chart.sight;
  return today >= from && today <= to ? today : (dayInMiddle(chart) ?? today);
}

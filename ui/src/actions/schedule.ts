import type { ItemDetail } from "../bindings/ItemDetail";
import { placedOn } from "../gestures/lanes";
import type { Milepost } from "../milepost.svelte";
import { numberOf } from "../state/days";
import { type Action, editable } from "./action";

/** The keyboard's twin of a drag from the tray: from today, on the lane of its theme. */
export const schedule: Action = {
  id: "schedule",
  label: "Put on the timeline from today",
  keys: [],
  available: (milepost) => editable(milepost) && waits(milepost.selection.detail),
  async run(milepost) {
    const item = milepost.selection.detail?.item;
    if (item) await scheduleFromToday(milepost, item.id, item.title);
  },
};

/** Whether it has neither days nor a horizon, nor the days of what it holds. */
const waits = (detail: ItemDetail | null): boolean =>
  detail !== null && detail.item.schedule.kind === "none" && detail.span === null;

export async function scheduleFromToday(milepost: Milepost, id: string, title: string): Promise<void> {
  const { plan, notices, selection } = milepost;
  if (!plan.state) return;
  const operation = placedOn({ by: "items", values: [] }, [id], numberOf(plan.state.today));
  if (!operation || !(await milepost.commit(operation))) return;
  notices.say(`${title} starts today.`);
  selection.select([id]);
  await milepost.reveal(id);
}

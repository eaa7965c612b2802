import { tick } from "svelte";

import type { Span } from "../bindings/Span";
import type { Milepost } from "../milepost.svelte";
import { numberOf, spokenSpan } from "../state/days";
import { type Action, withChart } from "./action";
import { sayDaysInSight } from "./days-in-sight";

export const today: Action = {
  id: "today",
  label: "Go to today",
  keys: ["T"],
  available: withChart,
  run(milepost) {
    const today = milepost.plan.state?.today;
    if (today !== undefined) goToDay(milepost, today);
  },
};

/** Shows a day on the timeline, and tells a screen reader which others are in sight with it. */
export function goToDay(milepost: Milepost, day: string): void {
  milepost.chart?.showDay(numberOf(day));
  sayDaysInSight(milepost);
}

/** From the first day of anything in the plan that the roadmap shows to the last; none where nothing has days. */
export async function daysOfPlan({ plan, backend, view }: Milepost): Promise<Span | null> {
  const { span, money } = plan.health ?? (await backend.call("health", null));
  const { roadmap, show_budget } = view.settings;
  const showsMoney = roadmap === "budget" || (roadmap === "features" && show_budget);
  const shown = [span, showsMoney ? money : null].flatMap((each) => each ?? []);
  return shown.length === 0 ? null : shown.reduce(union);
}

const union = (one: Span, other: Span): Span => ({
  first: one.first < other.first ? one.first : other.first,
  last: one.last > other.last ? one.last : other.last,
});

export const fit: Action = {
  id: "fit",
  label: "Fit the whole plan",
  keys: ["0"],
  available: withChart,
  async run(milepost) {
    await milepost.attempt(async () => {
      const span = await daysOfPlan(milepost);
      if (!span) return await today.run(milepost);
      milepost.chart?.showDays(numberOf(span.first), numberOf(span.last));
      // Another level of the axis is told by then, and this tells both.
      await tick();
      milepost.notices.say(`${spokenSpan(span.first, span.last)}, by ${milepost.view.level}`);
    });
  },
};

/** Asks for a day and shows it. */
export const goToDate: Action = {
  id: "go-to-date",
  label: "Go to date…",
  // A letter alone is text in a cell of the table.
  keys: ["J", "Mod+J"],
  available: withChart,
  run: ({ dialogs }) => dialogs.show({ kind: "go-to-date" }),
};

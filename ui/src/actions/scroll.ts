/**
 * Scrolling and panning by name and by key. The keys mean the timeline only where it has the focus, or nothing has:
 * lists, tables and panels have them for themselves.
 */
import { AROUND_DAYS, type Chart } from "../chart/chart";
import type { Milepost } from "../milepost.svelte";
import { numberOf } from "../state/days";
import { type Action, withChart } from "./action";
import { sayDaysInSight } from "./days-in-sight";
import { daysOfPlan, today } from "./go";

/** How much of what is in sight goes out of it by a page; the rest tells where one is. */
const PAGE = 0.9;

/** Whether the timeline has the focus, or nothing has. */
const onTimeline = ({ chart }: Milepost, target: EventTarget | null): boolean =>
  target === document.body ||
  target === document.documentElement ||
  (target instanceof Node && chart?.body.parentElement?.contains(target) === true);

const scroll = (
  id: string,
  label: string,
  keys: string,
  move: (chart: Chart, milepost: Milepost) => void | Promise<void>,
): Action => ({
  id,
  label,
  keys: [keys],
  keysAt: onTimeline,
  available: withChart,
  async run(milepost) {
    const { chart } = milepost;
    if (chart) await milepost.attempt(async () => void (await move(chart, milepost)));
  },
});

const down = (pages: number) => (chart: Chart) => chart.scrollBy(0, pages * PAGE * chart.visible.height);

/** To a height of the lanes, at the days that are in sight, or are about to be. */
const goDown = (chart: Chart, top: number) => chart.scrollTo(chart.sight.from * chart.scale, top);

/** To other days, which a screen reader is told. */
const later = (pages: number) => (chart: Chart, milepost: Milepost) => {
  chart.scrollBy(pages * PAGE * chart.visible.width, 0);
  sayDaysInSight(milepost);
};

async function toEnd(chart: Chart, milepost: Milepost, end: "first" | "last"): Promise<void> {
  const span = await daysOfPlan(milepost);
  if (!span) return await today.run(milepost);
  const [before, beside] = AROUND_DAYS;
  const left =
    end === "first"
      ? numberOf(span.first) * chart.scale - before
      : (numberOf(span.last) + 1) * chart.scale + beside - chart.visible.width;
  chart.scrollTo(left, chart.visible.y);
  sayDaysInSight(milepost);
}

export const scrolls: readonly Action[] = [
  scroll("page-up", "Scroll up by a page", "PageUp", down(-1)),
  scroll("page-down", "Scroll down by a page", "PageDown", down(1)),
  scroll("page-earlier", "Go a page earlier", "Shift+PageUp", later(-1)),
  scroll("page-later", "Go a page later", "Shift+PageDown", later(1)),
  scroll("plan-start", "Go to the start of the plan", "Home", (chart, on) => toEnd(chart, on, "first")),
  scroll("plan-end", "Go to the end of the plan", "End", (chart, on) => toEnd(chart, on, "last")),
  scroll("first-lane", "Scroll to the first lane", "Mod+Home", (chart) => goDown(chart, 0)),
  scroll("last-lane", "Scroll to the last lane", "Mod+End", (chart) =>
    goDown(chart, chart.extent?.height ?? 0),
  ),
];

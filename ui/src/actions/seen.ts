/**
 * Says what was taken back or done again: to a screen reader always, and on screen where the change itself is not to be seen,
 * since it is of another screen or out of sight on the timeline.
 */
import type { Patch } from "../bindings/Patch";
import type { Touched } from "../bindings/Touched";
import { intersects } from "../chart/geometry";
import type { Milepost } from "../milepost.svelte";
import type { ScreenName } from "../state/screen.svelte";
import { withChart } from "./action";

/** What each screen but the roadmap has of its own, which it shows as it changes. */
const SHOWN: Record<Exclude<ScreenName, "roadmap">, readonly Touched[]> = {
  needs: ["customer", "need", "goal"],
  feedback: ["feedback"],
  budget: ["budget_line", "cost", "actual", "rate", "settings"],
  insight: [],
};

/** Does it and says what was done, in the words of `did`. */
export async function sayOf(
  milepost: Milepost,
  did: string,
  change: () => Promise<Patch | null>,
): Promise<void> {
  const before = inSight(milepost);
  const patch = await change();
  if (!patch) return;
  const words = `${did}: ${patch.label}`;
  if (await isSeen(milepost, patch, before)) milepost.notices.say(words);
  else milepost.notices.tell(`${words}.`);
}

/** Items of which the timeline shows something. */
function inSight(milepost: Milepost): ReadonlySet<string> {
  const { chart, screen } = milepost;
  if (!chart || screen.current !== "roadmap") return new Set();
  const seen = chart.items().filter(({ bounds }) => intersects(bounds, chart.visible));
  return new Set(seen.flatMap(({ target }) => ("id" in target ? target.id : [])));
}

async function isSeen(milepost: Milepost, patch: Patch, before: ReadonlySet<string>): Promise<boolean> {
  const { chart, screen } = milepost;
  const { current } = screen;
  if (current !== "roadmap") return patch.touched.some((sort) => SHOWN[current].includes(sort));
  const ids = [...patch.added, ...patch.changed, ...patch.removed];
  const isAmong = (seen: ReadonlySet<string>) => ids.some((id) => seen.has(id));
  // What else there is on the roadmap shows in the frame around it, or cannot be told from what is in sight.
  if (ids.length === 0 || isAmong(before) || !chart || !withChart(milepost) || chart.visible.width === 0)
    return true;
  await chart.painted();
  return isAmong(inSight(milepost));
}

/** Right clicks on the roadmap, and the keys that stand for them: what is there, and which menu it has. */
import type { Spot } from "../../actions/action";
import { selectDependency } from "../../actions/dependencies";
import { type Place, openMenu } from "../../actions/places";
import type { LaneKey } from "../../bindings/LaneKey";
import type { Chart } from "../../chart/chart";
import type { Area } from "../../chart/geometry";
import { type Thing, thingIn, thingOf } from "../../chart/mirror";
import { dayAt } from "../../gestures/dates";
import type { Milepost } from "../../milepost.svelte";

/** On the timeline. An element that has the focus stands for itself, whatever lies under the pointer. */
export async function openOnTimeline(milepost: Milepost, event: MouseEvent): Promise<void> {
  const { chart, hands } = milepost;
  if (!chart || hands?.busy || !(event.target instanceof HTMLElement)) return;
  event.preventDefault();
  const anchor = pointOf(event);
  if (isOnStrip(event.target)) return openMenu(milepost, "strip", anchor);
  const { x, y } = chart.pointAt(event);
  // A name that has the focus is meant, wherever the pointer may be.
  const named = chart.laneNames.laneOf(event.target) ?? (isOnNames(event.target) ? laneAt(chart, y) : null);
  if (named) return openMenu(milepost, PLACE_OF[named.by], anchor, { lane: named, day: null });
  const thing = thingOf(event.target) ?? thingAt(chart, event);
  const isByPointer = event.button === 2;
  const spot = isByPointer ? { lane: laneAt(chart, y), day: dayAt(x, chart.shownScale) } : null;
  if (thing) return await openOnThing(milepost, thing, anchor, spot);
  const line = chart.body.contains(event.target) ? chart.lineAt({ x, y }) : undefined;
  if (line) return await openOnDependency(milepost, line.id, anchor);
  if (isOnNames(event.target)) return;
  openMenu(milepost, "ground", anchor, { lane: laneAt(chart, y), day: dayAt(x, chart.shownScale) });
}

/** On the row of an item in a list, such as the tray, with the menu that belongs there. */
export async function openOnRow(
  milepost: Milepost,
  place: Place,
  id: string,
  event: MouseEvent,
): Promise<void> {
  event.preventDefault();
  event.stopPropagation();
  const anchor = pointOf(event);
  await keepOrSelect(milepost, id);
  openMenu(milepost, place, anchor);
}

/** On the row of a need in the tray. */
export async function openOnNeedRow(milepost: Milepost, id: string, event: MouseEvent): Promise<void> {
  event.preventDefault();
  event.stopPropagation();
  const anchor = pointOf(event);
  await selectNeed(milepost, id);
  openMenu(milepost, "need-tray", anchor);
}

/** What can be done with a need hangs on its details. */
async function selectNeed(milepost: Milepost, id: string): Promise<void> {
  milepost.selectNeed(id);
  await milepost.needs.refresh();
}

/** On a line of the table: an item, or a lane. */
export async function openOnLine(milepost: Milepost, event: MouseEvent, on: string | LaneKey): Promise<void> {
  event.preventDefault();
  const anchor = pointOf(event);
  if (typeof on !== "string") return openMenu(milepost, "lane", anchor, { lane: on, day: null });
  await keepOrSelect(milepost, on);
  openMenu(milepost, "item", anchor, spotIn(milepost.table?.laneOf(on)));
}

async function openOnThing(milepost: Milepost, thing: Thing, anchor: Area, spot: Spot | null): Promise<void> {
  const { chart, selection } = milepost;
  // The focus comes back here when the menu is closed.
  chart?.mirror.focus(thing);
  if (thing.entity === "item") {
    await keepOrSelect(milepost, thing.id);
    const bar = chart?.thing(thing)?.bounds;
    openMenu(milepost, "item", anchor, spot ?? spotIn(bar && chart?.laneAt(bar.y)?.lane));
  } else if (thing.entity === "need") {
    await selectNeed(milepost, thing.id);
    openMenu(milepost, "need-on-roadmap", anchor, spot);
  } else if (thing.entity === "cost") {
    selection.clear();
    openMenu(milepost, "cost", anchor, spot);
  } else {
    selection.selectMilestone(thing.id);
    openMenu(milepost, "milestone", anchor);
  }
}

/** What can be done with a dependency hangs on the details of the item that waits. */
async function openOnDependency(milepost: Milepost, id: string, anchor: Area): Promise<void> {
  await milepost.attempt(async () => {
    if (await selectDependency(milepost, id)) openMenu(milepost, "dependency", anchor);
  });
}

/**
 * What is not selected is meant alone; what is selected is meant with all others that are. What can be done with an
 * item hangs on its details.
 */
async function keepOrSelect({ selection }: Milepost, id: string): Promise<void> {
  if (!selection.items.has(id)) selection.select([id]);
  selection.dependency = null;
  await selection.ready;
}

function thingAt(chart: Chart, event: MouseEvent): Thing | null {
  const found = chart.body.contains(event.target as Node) ? chart.at(chart.pointAt(event)) : undefined;
  return found ? thingIn(found) : null;
}

/** The menu of a lane's name, by what stands in the lane. */
const PLACE_OF = { items: "lane", horizon: "lane", milestones: "milestones", line: "line" } as const;

const isOnNames = (target: HTMLElement): boolean => target.closest(".chart-lanes, .chart-names") !== null;

const isOnStrip = (target: HTMLElement): boolean =>
  target.closest(".chart-strip, .chart-strip-names") !== null;

/** What is done from the menu of an item is done in its lane. */
const spotIn = (lane: LaneKey | undefined): Spot | null => (lane ? { lane, day: null } : null);

const laneAt = (chart: Chart, y: number): LaneKey | null => chart.laneAt(y)?.lane ?? null;

const pointOf = ({ clientX: x, clientY: y }: MouseEvent): Area => ({ x, y, width: 0, height: 0 });

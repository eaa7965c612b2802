/**
 * The keyboard on the timeline: arrows take the focus to the nearest bar or milestone in that direction, however far it
 * is, Shift and the arrows select on the way, Ctrl and the arrows leave the selection as it is, Space selects or deselects.
 */
import { showEntry } from "../../actions/budget-entries";
import { featuresOf } from "../../actions/roadmaps";
import type { Chart } from "../../chart/chart";
import { type Thing, thingIn } from "../../chart/mirror";
import type { Reachable } from "../../chart/picture";
import type { Milepost } from "../../milepost.svelte";
import { type Direction, nextFar, nextNear } from "./next-thing";

const DIRECTIONS: Record<string, { direction: Direction; where: string }> = {
  ArrowLeft: { direction: [-1, 0], where: "to the left" },
  ArrowRight: { direction: [1, 0], where: "to the right" },
  ArrowUp: { direction: [0, -1], where: "above" },
  ArrowDown: { direction: [0, 1], where: "below" },
};

/** Charts on which something is looked for far away: further arrows are for when it is found. */
const looking = new WeakSet<Chart>();

export function moveFocus(milepost: Milepost, event: KeyboardEvent): void {
  const pressed = DIRECTIONS[event.key];
  const { chart } = milepost;
  const focused = chart?.mirror.focused;
  if (!chart || !focused) return;
  if (!pressed) {
    actOnFocused(milepost, focused, event);
    return;
  }
  if (event.altKey) return;
  const [extends_, leaves] = [event.shiftKey, event.ctrlKey || event.metaKey];
  if (extends_ && leaves) return;
  event.preventDefault();
  // What was deleted still has the focus, which goes on from where it stood.
  const bounds = chart.thing(focused)?.bounds ?? chart.mirror.lastPlace(focused);
  if (!bounds || looking.has(chart)) return;
  const from = { key: focused.at ?? "", target: focused, name: "", bounds };
  const arrive = (thing: Thing) => {
    chart.updateMirror();
    chart.mirror.focus(thing);
    if (extends_) extend(milepost, focused, thing);
    else if (!leaves) choose(milepost, thing);
  };
  const near = nextNear(chart, from, pressed.direction);
  const thing = near && thingIn(near);
  if (near && thing) {
    chart.reveal(near.bounds);
    arrive(thing);
  } else if (near === null) sayEnd(milepost, pressed.where);
  else {
    looking.add(chart);
    void milepost
      .attempt(() => goFar(milepost, chart, from, pressed, arrive))
      .finally(() => looking.delete(chart));
  }
}

/** To something that may be far away: it has an element only once it is in sight. */
async function goFar(
  milepost: Milepost,
  chart: Chart,
  from: Reachable,
  { direction, where }: { direction: Direction; where: string },
  arrive: (thing: Thing) => void,
): Promise<void> {
  const focused = chart.mirror.focused;
  const next = await nextFar(chart, from, direction);
  const thing = next && thingIn(next);
  if (!next || !thing) return sayEnd(milepost, where);
  chart.reveal(next.bounds);
  await chart.painted();
  // Who has gone elsewhere meanwhile is not brought back.
  if (chart.mirror.focused === focused) arrive(thing);
}

const sayEnd = ({ notices }: Milepost, where: string): void => notices.say(`Nothing further ${where}.`);

/** Space by itself also begins to pan, so it selects when it is let go and nothing has been dragged. */
export function toggleOnSpace(milepost: Milepost, event: KeyboardEvent): void {
  const { chart, hands, selection } = milepost;
  const focused = chart?.mirror.focused;
  const bare = event.key === " " && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!bare || focused?.entity !== "item" || hands?.panned) return;
  event.preventDefault();
  selection.toggle(focused.id);
}

/** Keys that act on what is selected mean what is focused, wherever the two have come apart. */
function actOnFocused(milepost: Milepost, focused: Thing, event: KeyboardEvent): void {
  const { key } = event;
  const { selection } = milepost;
  const { entity, id } = focused;
  if (entity === "need" && key === "Enter" && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    event.stopPropagation();
    featuresOf(milepost, id);
    return;
  }
  if (entity === "cost") {
    if (key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    void milepost.attempt(() => showEntry(milepost, "cost", id));
    return;
  }
  const isSelected = entity === "item" ? selection.items.has(id) : selection[entity] === id;
  if (!isSelected && ["Enter", "F2"].includes(key)) choose(milepost, focused);
}

function choose(milepost: Milepost, { entity, id }: Thing): void {
  const { selection } = milepost;
  if (entity === "item") selection.select([id]);
  else if (entity === "need") milepost.selectNeed(id);
  else if (entity === "milestone") selection.selectMilestone(id);
  else selection.clear();
}

function extend({ selection }: Milepost, from: Thing, to: Thing): void {
  const items = [from, to].flatMap(({ entity, id }) => (entity === "item" ? [id] : []));
  selection.select([...selection.items, ...items]);
}

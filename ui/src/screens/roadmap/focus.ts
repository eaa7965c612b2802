/**
 * The keyboard on the timeline: arrows take the focus to the nearest bar or milestone in that direction, however far it
 * is, Shift and the arrows select on the way, Ctrl and the arrows leave the selection as it is, Space selects or deselects.
 * Keys that act on what is selected mean what has the focus.
 */
import { actionFor, isForEditable, isOfSelected, perform } from "../../actions";
import { showEntry } from "../../actions/budget-entries";
import { tellReadOnly } from "../../actions/read-only";
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

/** On what of a chart the space bar was pressed that is held. */
const spaced = new WeakMap<Chart, Thing>();
/** Charts on which something is looked for far away: further arrows are for when it is found. */
const looking = new WeakSet<Chart>();

export function moveFocus(milepost: Milepost, event: KeyboardEvent): void {
  const pressed = DIRECTIONS[event.key];
  const { chart } = milepost;
  const focused = chart?.mirror.focused;
  if (!chart || !focused) return;
  // A key that goes on repeating was pressed on what had the focus before, such as a menu.
  if (isSpace(event) && !event.repeat) spaced.set(chart, focused);
  if (!pressed || event.altKey) {
    actOnFocused(milepost, focused, event);
    return;
  }
  const [extends_, leaves] = [event.shiftKey, event.ctrlKey || event.metaKey];
  if (extends_ && leaves) return;
  event.preventDefault();
  // What is not in the picture any more has the focus until that goes on, from where it stood.
  const bounds = chart.thing(focused)?.bounds ?? chart.mirror.lastPlace(focused);
  if (!bounds || looking.has(chart)) return;
  const from = { key: focused.at ?? "", target: focused, name: "", bounds };
  const arrive = (thing: Thing) => {
    chart.updateMirror();
    if (extends_) extend(milepost, focused, thing);
    else if (!leaves) choose(milepost, thing);
    // A screen reader hears of what the focus comes to whether it is selected.
    chart.mirror.select(milepost.selection, true);
    chart.mirror.focus(thing);
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

/**
 * Space by itself also begins to pan, so it selects when it is let go, on what it was pressed on, and nothing has been
 * dragged.
 */
export function toggleOnSpace(milepost: Milepost, event: KeyboardEvent): void {
  const { chart, hands, selection } = milepost;
  const focused = chart?.mirror.focused;
  if (!chart || event.key !== " ") return;
  const on = spaced.get(chart);
  spaced.delete(chart);
  if (focused?.entity !== "item" || focused.id !== on?.id || hands?.panned) return;
  event.preventDefault();
  selection.toggle(focused.id);
}

/** With Ctrl it selects at once, by an action. */
const isSpace = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key === " " && !ctrlKey && !metaKey && !altKey;

/** Keys that act on what is selected mean what is focused, wherever the two have come apart. */
function actOnFocused(milepost: Milepost, focused: Thing, event: KeyboardEvent): void {
  const { key } = event;
  const { entity, id } = focused;
  if (entity === "need" && key === "Enter" && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    event.stopPropagation();
    featuresOf(milepost, id);
    return;
  }
  if (entity === "cost" && key === "Enter") {
    event.preventDefault();
    event.stopPropagation();
    void milepost.attempt(() => showEntry(milepost, "cost", id));
    return;
  }
  if (milepost.chart?.mirror.meant) chooseToAct(milepost, focused, event);
}

/** A key that acts on what is selected acts on what has the focus, which is selected for it. */
function chooseToAct(milepost: Milepost, focused: Thing, event: KeyboardEvent): void {
  const { needs, selection } = milepost;
  const { entity, id } = focused;
  const isSelected =
    entity === "item" ? selection.items.has(id) : entity !== "cost" && selection[entity] === id;
  if (isSelected || !isOfSelected(milepost, event)) return;
  if (selection.isComing) {
    // Whoever acts meanwhile means what is on its way.
    event.preventDefault();
    void selection.chosen().then(() => {
      const action = actionFor(milepost, event, false);
      if (action) perform(milepost, action);
    });
    return;
  }
  // A dependency whose item is not known yet.
  if (selection.dependency !== null && selection.only === null) return;
  const putBack = selectedNow(milepost);
  choose(milepost, focused);
  if (actionFor(milepost, event, false)) return;
  // Nobody is to do it with what is selected again by the time that they hear of it.
  event.preventDefault();
  const { items } = selection;
  const act = () => {
    if (selection.items !== items) return;
    const action = actionFor(milepost, event, false);
    if (action) return perform(milepost, action);
    if (isForEditable(milepost, event, false)) tellReadOnly(milepost);
    putBack();
  };
  // Some things can be done only once it is known what it is that was selected, if it still is.
  if (entity === "item") void selection.ready.then(act);
  else if (entity === "need") void needs.ready.then(act);
  else act();
}

/** Takes down what is selected, and gives how to put it back for a key that does nothing: the focus stays where it is. */
function selectedNow({ chart, needs, plan, selection }: Milepost): () => void {
  const { selected } = needs;
  const { items, milestone, need, lane, dependency, lastDetail, stays } = selection;
  const revision = plan.state?.revision;
  return () => {
    // A change may have taken some of it out of the plan.
    if (plan.state?.revision !== revision) return;
    Object.assign(selection, { items, milestone, need, lane, dependency, lastDetail, stays });
    selection.ready = selection.refresh();
    if (needs.selected !== selected) needs.select(selected);
    chart?.mirror.select({ items, milestone, need }, true);
  };
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

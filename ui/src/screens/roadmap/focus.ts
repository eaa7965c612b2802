/**
 * The keyboard on the timeline: arrows take the focus to the nearest bar or milestone in that direction, Shift and
 * the arrows select on the way, Ctrl and the arrows leave the selection as it is, Space selects or deselects.
 */
import { showEntry } from "../../actions/budget-entries";
import { featuresOf } from "../../actions/roadmaps";
import { type Thing, thingIn } from "../../chart/mirror";
import type { Reachable } from "../../chart/picture";
import type { Milepost } from "../../milepost.svelte";

type Direction = readonly [dx: number, dy: number];

const DIRECTIONS: Record<string, Direction> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function moveFocus(milepost: Milepost, event: KeyboardEvent): void {
  const direction = DIRECTIONS[event.key];
  const { chart } = milepost;
  const focused = chart?.mirror.focused;
  if (!chart || !focused) return;
  if (!direction) {
    actOnFocused(milepost, focused, event);
    return;
  }
  if (event.altKey) return;
  const [extends_, leaves] = [event.shiftKey, event.ctrlKey || event.metaKey];
  if (extends_ && leaves) return;
  event.preventDefault();
  // What was deleted still has the focus, which goes on from where it stood.
  const bounds = chart.thing(focused)?.bounds ?? chart.mirror.lastPlace(focused);
  if (!bounds) return;
  const from = { key: focused.at ?? "", target: focused, name: "", bounds };
  const next = nextFrom(from, chart.reachable(), direction);
  const thing = next && thingIn(next);
  if (!next || !thing) return;
  chart.reveal(next.bounds);
  chart.updateMirror();
  chart.mirror.focus(thing);
  if (extends_) extend(milepost, focused, thing);
  else if (!leaves) choose(milepost, thing);
}

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

/**
 * Left and right lead from bar to bar, from need to need or from milestone to milestone; up and down from needs to what
 * serves them and on, and up from the uppermost to the milestones.
 */
export function nextFrom(
  from: Reachable,
  all: readonly Reachable[],
  direction: Direction,
): Reachable | undefined {
  const of = (...entities: string[]) => all.filter(({ target }) => entities.includes(target.entity));
  const along = isBar(from) ? of("item", "cost") : of(from.target.entity);
  if (direction[1] === 0) return nearest(from, along, direction);
  return nearest(from, of("item", "need", "cost"), direction) ?? nearest(from, of("milestone"), direction);
}

const isBar = ({ target }: Reachable): boolean => target.entity === "item" || target.entity === "cost";

/** The one closest in a direction; straying to the side counts more than distance along it. */
export function nearest(
  from: Reachable,
  all: readonly Reachable[],
  [dx, dy]: Direction,
): Reachable | undefined {
  const middle = ({ bounds }: Reachable) =>
    [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2] as const;
  const [x, y] = middle(from);
  let best: { each: Reachable; cost: number } | undefined;
  for (const each of all) {
    const [eachX, eachY] = middle(each);
    const along = (eachX - x) * dx + (eachY - y) * dy;
    if (along < 4 || (dy !== 0 && Math.abs(eachY - y) < 4)) continue;
    const aside = Math.abs((eachX - x) * dy) + Math.abs((eachY - y) * dx);
    const cost = dy === 0 ? along + aside * 20 : along * 4 + aside;
    if (!best || cost < best.cost) best = { each, cost };
  }
  return best?.each;
}

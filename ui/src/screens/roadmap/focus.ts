/** Arrow keys on the timeline: the focus goes to the nearest bar in that direction. */
import type { Reachable } from "../../chart/picture";
import type { Milepost } from "../../milepost.svelte";

const DIRECTIONS: Record<string, readonly [dx: number, dy: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function moveFocus(milepost: Milepost, event: KeyboardEvent): void {
  const direction = DIRECTIONS[event.key];
  const { chart } = milepost;
  if (!direction || !chart || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { focused } = chart.mirror;
  const from = focused === null ? undefined : chart.item(focused);
  if (!from) return;
  event.preventDefault();
  const next = nearest(from, chart.items(), direction);
  if (next?.target.entity !== "item") return;
  const { id } = next.target;
  chart.reveal(next.bounds);
  chart.updateMirror();
  chart.mirror.focus(id);
  milepost.selection.select([id]);
}

/** The bar closest in a direction; straying to the side counts more than distance along it. */
export function nearest(
  from: Reachable,
  all: readonly Reachable[],
  [dx, dy]: readonly [number, number],
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

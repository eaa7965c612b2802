/** A chart without a canvas, for tests of the keyboard and of menus: bars and milestones by hand, a real mirror. */
import type { LaneKey } from "../bindings/LaneKey";
import type { Chart } from "./chart";
import { type Point, contains } from "./geometry";
import { Mirror, type Thing } from "./mirror";
import type { Picture, Reachable } from "./picture";

const LANE: LaneKey = { by: "items", values: [{ field: "theme", value: "t1" }] };

/** A bar 100 points wide, or a diamond. */
export function thing(entity: Thing["entity"], id: string, x: number, y: number): Reachable {
  const width = entity === "milestone" ? 14 : 100;
  return { key: `${entity}:${id}`, target: { entity, id }, name: id, bounds: { x, y, width, height: 14 } };
}

export function fakeChart(reachable: readonly Reachable[]): Chart {
  const root = document.createElement("div");
  const body = document.body.appendChild(document.createElement("div"));
  body.append(root);
  const mirror = new Mirror(root, () => {});
  const selected = { items: new Set<string>(), milestone: null, need: null };
  const updateMirror = () =>
    mirror.update({ reachable } as Picture, { x: 0, y: 0, width: 1000, height: 500 }, selected);
  updateMirror();
  const item = (id: string) => reachable.find(({ target }) => target.entity === "item" && target.id === id);
  const chart = {
    body,
    mirror,
    updateMirror,
    scale: 10,
    shownScale: 10,
    item,
    itemsOf: (id: string) => reachable.filter(({ target }) => target.entity === "item" && target.id === id),
    thing: ({ entity, id }: Thing) =>
      reachable.find(({ target }) => "id" in target && target.entity === entity && target.id === id),
    visible: { x: 0, y: 0, width: 1000, height: 500 },
    extent: { left: -1000, right: 5000, height: 500 },
    covers: { x: -1000, y: 0, width: 6000, height: 500 },
    reachable: () => reachable,
    items: () => reachable.filter(({ target }) => target.entity === "item"),
    reveal() {},
    refresh() {},
    pointAt: ({ clientX: x, clientY: y }: { clientX: number; clientY: number }) => ({ x, y }),
    at: (point: Point) => reachable.find(({ bounds }) => contains(bounds, point)),
    laneAt: () => ({ lane: LANE, bounds: { x: 0, y: 0, width: 1000, height: 100 } }),
    laneNames: { laneOf: (element: HTMLElement) => (element.dataset["lane"] ? LANE : undefined) },
  };
  return chart as unknown as Chart;
}

/**
 * Charts without a canvas, for tests: one for the keyboard and menus, with bars and milestones by hand and a real mirror, and one
 * that only says where it was taken.
 */
import type { LaneKey } from "../bindings/LaneKey";
import type { Chart } from "./chart";
import { type Area, type Point, contains, intersects } from "./geometry";
import type { Line } from "./lines";
import { Mirror, type Thing } from "./mirror";
import type { Placed } from "./part";
import type { Picture, Reachable } from "./picture";

const LANE: LaneKey = { by: "items", values: [{ field: "theme", value: "t1" }] };

/** A bar 100 points wide, or a diamond. */
export function thing(entity: Thing["entity"], id: string, x: number, y: number): Reachable {
  const width = entity === "milestone" ? 14 : 100;
  return { key: `${entity}:${id}`, target: { entity, id }, name: id, bounds: { x, y, width, height: 14 } };
}

export function fakeChart(reachable: readonly Reachable[], lines: readonly Line[] = []): Chart {
  const root = document.createElement("div");
  const body = document.body.appendChild(document.createElement("div"));
  body.append(root);
  const mirror = new Mirror(root, () => {});
  const updateMirror = () =>
    mirror.update({ reachable } as Picture, { x: 0, y: 0, width: 1000, height: 500 });
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
    partsOf: (): readonly Placed[] => [],
    thing: ({ entity, id }: Thing) =>
      reachable.find(({ target }) => "id" in target && target.entity === entity && target.id === id),
    covered: 0,
    visible: { x: 0, y: 0, width: 1000, height: 500 },
    extent: { left: -1000, right: 5000, height: 500 },
    covers: { x: -1000, y: 0, width: 6000, height: 500 },
    reachable: () => reachable,
    items: () => reachable.filter(({ target }) => target.entity === "item"),
    reveal() {},
    refresh() {},
    painted: () => Promise.resolve(),
    fit() {},
    pointAt: ({ clientX: x, clientY: y }: { clientX: number; clientY: number }) => ({ x, y }),
    at: (point: Point) => reachable.find(({ bounds }) => contains(bounds, point)),
    lineAt: (point: Point) => lines.find(({ bounds }) => contains(bounds, point)),
    laneAt: () => ({ lane: LANE, bounds: { x: 0, y: 0, width: 1000, height: 100 } }),
    laneNames: { laneOf: (element: HTMLElement) => (element.dataset["lane"] ? LANE : undefined) },
  };
  return chart as unknown as Chart;
}

/** Shows days 20 000 to 20 500 of a thousand points in its width, and goes wherever it is taken. */
export function movingChart(visible: Partial<Area> = {}, scale = 2) {
  const followers = new Set<() => void>();
  return {
    visible: { x: 40_000, y: 8, width: 1000, height: 500, ...visible },
    /** The width that it takes on when it looks at its host; as it was if this is left out. */
    nextWidth: undefined as number | undefined,
    extent: { left: -1e9, right: 1e9, height: 5000 },
    /** What stands on the whole surface; something is in sight wherever it is taken if this is left out. */
    things: undefined as readonly Reachable[] | undefined,
    /** Pixels to the point. */
    ratio: 1,
    get canvasSize() {
      const { width, height } = this.visible;
      return { width, height, ratio: this.ratio };
    },
    scale,
    refreshed: 0,
    get sight() {
      const { x, y, width } = this.visible;
      return { from: x / this.scale, to: (x + width) / this.scale, top: y };
    },
    refresh() {
      this.refreshed += 1;
    },
    renew: () => Promise.resolve(),
    painted: () => Promise.resolve(),
    reachable(): readonly Reachable[] {
      return this.things ?? [thing("item", "seen", this.visible.x + 100, this.visible.y)];
    },
    items(): readonly Reachable[] {
      return this.reachable().filter(({ target }) => target.entity === "item");
    },
    reachableIn(area: Area) {
      return Promise.resolve(this.reachable().filter(({ bounds }) => intersects(bounds, area)));
    },
    follow(follower: () => void) {
      followers.add(follower);
      return () => followers.delete(follower);
    },
    fit() {
      this.visible = { ...this.visible, width: this.nextWidth ?? this.visible.width };
      for (const follower of followers) follower();
    },
    zoomTo(to: number) {
      this.scale = to;
    },
    scrollTo(x: number, y: number) {
      this.visible = { ...this.visible, x, y };
      for (const follower of followers) follower();
    },
    showSpan(from: number, to: number, top: number) {
      const { width } = this.visible;
      if (width > 0) this.zoomTo(width / (to - from));
      this.scrollTo(from * this.scale, top);
    },
    scrollBy(dx: number, dy: number) {
      this.scrollTo(this.visible.x + dx, this.visible.y + dy);
    },
    get asChart(): Chart {
      return this as unknown as Chart;
    },
  };
}

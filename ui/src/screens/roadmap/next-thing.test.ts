import { expect, it } from "vitest";

import type { Chart } from "../../chart/chart";
import { thing } from "../../chart/fake-chart";
import { type Area, intersects } from "../../chart/geometry";
import type { Reachable } from "../../chart/picture";
import { nearest, nextFar, nextFrom, nextNear } from "./next-thing";

const idOf = (found: Reachable | null | undefined) =>
  found && "id" in found.target ? found.target.id : found;

const bars = [
  thing("milestone", "m1", 40, 0),
  thing("milestone", "m2", 400, 0),
  thing("item", "a", 0, 40),
  thing("item", "b", 300, 40),
  thing("item", "c", 120, 70),
  thing("item", "d", 20, 100),
];
const [m1, m2, a, b, c, d] = bars as [Reachable, Reachable, Reachable, Reachable, Reachable, Reachable];

it("goes along the row first, and to the nearest bar of the next row", () => {
  const items = [a, b, c, d];
  expect(idOf(nearest(a, items, [1, 0]))).toBe("b");
  expect(idOf(nearest(a, items, [0, 1]))).toBe("c");
  expect(idOf(nearest(d, items, [0, -1]))).toBe("c");
  expect(nearest(a, items, [-1, 0])).toBeUndefined();
});

it("comes to the milestones from the uppermost bars only, and walks among them", () => {
  expect(idOf(nextFrom(c, bars, [0, -1]))).toBe("a");
  expect(idOf(nextFrom(a, bars, [0, -1]))).toBe("m1");
  expect(idOf(nextFrom(m1, bars, [1, 0]))).toBe("m2");
  expect(idOf(nextFrom(m2, bars, [0, 1]))).toBe("b");
  expect(nextFrom(m1, bars, [0, -1])).toBeUndefined();
  expect(idOf(nextFrom(a, [m2, ...bars], [1, 0]))).toBe("b");
});

/** A chart of some things, of which it knows those that touch a part. */
function chartOf(all: readonly Reachable[], covers: Area) {
  const within = (area: Area) => all.filter(({ bounds }) => intersects(bounds, area));
  const asked: Area[] = [];
  const chart = {
    covers,
    visible: { x: 0, y: 0, width: 500, height: 300 },
    extent: { left: -500, right: 100_000, height: 20_000 },
    reachable: () => within(covers),
    reachableIn: (area: Area) => {
      asked.push(area);
      return Promise.resolve(within(area));
    },
  };
  return { chart: chart as unknown as Chart, asked };
}

const near = { x: -200, y: 0, width: 900, height: 400 };

it("takes what is near only where nothing far away can be nearer", () => {
  const { chart } = chartOf(bars, near);
  expect(idOf(nextNear(chart, a, [1, 0]))).toBe("b");
  expect(idOf(nextNear(chart, a, [0, 1]))).toBe("c");
  expect(nextNear(chart, b, [1, 0])).toBeUndefined();
  // The bar to the right and far below may not be the nearest: on the same row there may be one out of sight.
  const { chart: another } = chartOf([a, thing("item", "below", 200, 300)], near);
  expect(nextNear(another, a, [1, 0])).toBeUndefined();
  // A milestone is the next one only if there are no bars above.
  expect(idOf(nextNear(chart, a, [0, -1]))).toBeUndefined();
  const { chart: whole } = chartOf(bars, { x: -500, y: 0, width: 101_000, height: 20_000 });
  expect(idOf(nextNear(whole, a, [0, -1]))).toBe("m1");
  expect(nextNear(whole, b, [1, 0])).toBeNull();
});

it("finds what is far away in any direction, and tells where there is nothing", async () => {
  const all = [
    ...bars,
    thing("item", "right", 9_000, 40),
    thing("item", "aside", 2_000, 600),
    thing("item", "below", 5_000, 19_000),
  ];
  const { chart, asked } = chartOf(all, near);
  expect(idOf(await nextFar(chart, b, [1, 0]))).toBe("right");
  expect(idOf(await nextFar(chart, thing("item", "aside", 2_000, 600), [0, 1]))).toBe("below");
  expect(idOf(await nextFar(chart, thing("item", "below", 5_000, 19_000), [0, -1]))).toBe("aside");
  expect(idOf(await nextFar(chart, a, [0, -1]))).toBe("m1");
  expect(await nextFar(chart, thing("item", "right", 9_000, 40), [1, 0])).toBeNull();
  // It looks no farther than it has to.
  asked.length = 0;
  await nextFar(chart, b, [-1, 0]);
  expect(asked).toHaveLength(1);
});

import { afterEach, expect, it, vi } from "vitest";

import { CopiedPixels } from "./copied-pixels";
import { type Area, type Point, clamp, holds, intersection, intersects } from "./geometry";
import { hung } from "./painter";
import { type SlidingName, textBounds } from "./part";
import type { Pixels } from "./pixels";
import { ScrollingPicture } from "./scrolling-picture";
import { slidTo } from "./sliding";

afterEach(() => vi.restoreAllMocks());

/** From now on canvases write down what is copied and which parts are painted, in device pixels. */
function recorded() {
  const log: string[] = [];
  const ignored = () => {};
  const context = new Proxy(
    {
      drawImage: (_: unknown, dx: number, dy: number) => log.push(`copy ${dx},${dy}`),
      rect: (...part: number[]) => log.push(`paint ${part.join(",")}`),
    } as Record<string, unknown>,
    { get: (known, name: string) => known[name] ?? ignored, set: () => true },
  );
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(context as never);
  return { taken: () => log.splice(0) };
}

/** Nothing, but all there is. */
const blank = (covers: Area) => ({ patches: [{ area: covers, nodes: [] }], slidingNames: [], covers });

/** Pixels that go as far around what is in sight as squares of that size do that are in sight. */
class RoomyPixels extends CopiedPixels {
  constructor(private readonly square: number) {
    super(document.createElement("div"), {});
  }

  override get kept(): Area {
    const { sight, square } = this;
    const from = (value: number) => Math.floor(value / square) * square;
    const [x, y] = [from(sight.x), from(sight.y)];
    const to = (value: number) => Math.ceil(value / square) * square;
    return { x, y, width: to(sight.x + sight.width) - x, height: to(sight.y + sight.height) - y };
  }
}

function shown(ratio = 1, square = 1) {
  const { taken } = recorded();
  const pixels = new RoomyPixels(square);
  const scrolling = new ScrollingPicture(pixels, () => "#000", null);
  scrolling.resize(100, 50, ratio);
  scrolling.setContent(blank({ x: -500, y: -500, width: 2000, height: 2000 }), false);
  scrolling.show(0, 0);
  return { scrolling, taken };
}

it("paints everything once, and nothing while it stands still", () => {
  const { scrolling, taken } = shown();
  expect(taken()).toEqual(["paint 0,0,100,50"]);
  scrolling.show(0, 0);
  expect(taken()).toEqual([]);
});

it("copies itself and paints only the strips that come in", () => {
  const { scrolling, taken } = shown();
  taken();
  scrolling.show(0, 10);
  expect(taken()).toEqual(["copy 0,-10", "paint 0,40,100,10"]);
  scrolling.show(-20, 5);
  expect(taken()).toEqual(["copy 20,5", "paint 0,0,100,5", "paint 0,5,20,45"]);
});

it("paints what comes in as far as there are pixels for, and nothing while that lasts", () => {
  const { scrolling, taken } = shown(1, 40);
  expect(taken()).toEqual(["paint 0,0,100,50"]);
  scrolling.show(0, 10);
  expect(taken()).toEqual(["copy 0,-10", "paint 0,40,100,30"]);
  scrolling.show(0, 30);
  expect(taken()).toEqual(["copy 0,-20"]);
  scrolling.show(15, 31);
  // To x 120 and y 120, and down from y 0, where there are pixels for what was painted.
  expect(taken()).toEqual(["copy -15,-1", "paint -15,49,120,40", "paint 85,-31,20,80"]);
  scrolling.show(20, 45);
  scrolling.show(20, 39);
  expect(taken()).toEqual(["copy -5,-14", "copy 0,6", "paint -20,-39,120,40"]);
});

it("paints no further than it knows what there is", () => {
  const { scrolling, taken } = shown(1, 40);
  scrolling.setContent(blank({ x: 0, y: 0, width: 100, height: 65 }), true);
  taken();
  scrolling.show(0, 10);
  expect(taken()).toEqual(["copy 0,-10", "paint 0,40,100,15"]);
});

it("scrolls by whole device pixels, whatever is asked", () => {
  const { scrolling, taken } = shown(1.5);
  taken();
  scrolling.show(0.2, 0);
  expect(taken()).toEqual([]);
  scrolling.show(1, 0);
  expect(taken()[0]).toBe("copy -2,0");
});

it("paints anew what it was not given, once that is there, and all of it after a change", () => {
  const { scrolling, taken } = shown();
  scrolling.setContent(blank({ x: 0, y: 0, width: 100, height: 30 }), false);
  taken();
  scrolling.show(0, 0);
  expect(taken()).toEqual(["paint 0,0,100,50", "paint 0,0,100,30"]);
  scrolling.setContent(blank({ x: 0, y: 0, width: 100, height: 100 }), true);
  scrolling.show(0, 0);
  expect(taken()).toEqual(["paint 0,30,100,20"]);
});

it("paints names anew that slide along with the left edge, and no others", () => {
  const { scrolling, taken } = shown();
  const name = (x: number, width: number, y: number) => ({
    bar: { x, y, width, height: 24 },
    run: {
      ...{ at: [x + 9, y + 16] as [number, number], text: "Name", size: 10, weight: 500, colour: "ink" },
      ...{ width: 20, slides_to: x + width - 29 },
    },
    around: { before: 0, after: 0 },
    isCut: true,
  });
  const slidingNames = [name(-50, 120, 0), name(-200, 120, 24), name(20, 60, 24), name(-50, 120, 48)];
  const covers = { x: -500, y: -500, width: 2000, height: 2000 };
  scrolling.setContent({ ...blank(covers), slidingNames }, false);
  scrolling.show(0, 0);
  taken();
  scrolling.show(0, 10);
  expect(taken()).toEqual(["copy 0,-10", "paint 0,40,100,10"]);
  scrolling.show(5, 10);
  // From 8 points right of the old left edge to 8 right of the new one, around the two names that are in sight.
  expect(taken()).toEqual(["copy -5,0", "paint 95,0,5,50", "paint 1,0,31,50"]);
});

it("paints a name anew that slides before its left edge is out of sight", () => {
  const { scrolling, taken } = shown();
  const run = {
    ...{ at: [14, 16] as [number, number], text: "May", size: 10, weight: 500, colour: "ink" },
    ...{ width: 20, slides_to: 60 },
  };
  const bar = { x: 12, y: 4, width: 80, height: 16 };
  const name = { bar, run, around: { before: 0, after: 0 }, isCut: false };
  const covers = { x: -500, y: -500, width: 2000, height: 2000 };
  scrolling.setContent({ ...blank(covers), slidingNames: [name] }, false);
  scrolling.show(0, 0);
  taken();
  scrolling.show(5, 0);
  scrolling.show(9, 0);
  // It stands at 14 until the left edge is at 6.
  expect(taken()).toEqual([
    ...["copy -5,0", "paint 95,0,5,50"],
    ...["copy -4,0", "paint 96,0,4,50", "paint 3,4,29,16"],
  ]);
});

it("paints texts anew that hang down from an upper edge to stay in sight, and no others", () => {
  const { scrolling, taken } = shown();
  const text = (y: number) => ({
    ...{ at: [10, y] as [number, number], text: "Lane", size: 10, weight: 600, colour: "ink", width: 20 },
    hangs: { from: y - 16, most: 30 },
  });
  const covers = { x: -500, y: -500, width: 2000, height: 2000 };
  scrolling.setContent({ ...blank(covers), hanging: [text(16), text(66)] }, false);
  scrolling.show(0, 0);
  taken();
  scrolling.show(0, 5);
  // Where it was and where it is now, of what is in sight.
  expect(taken()).toEqual(["copy 0,-5", "paint 0,45,100,5", "paint 8,0,26,20"]);
  scrolling.show(5, 5);
  expect(taken()).toEqual(["copy -5,0", "paint 95,0,5,50"]);
});

it("paints each patch in its own area", () => {
  const { scrolling, taken } = shown();
  taken();
  const patch = (y: number, height: number) => ({ area: { x: 0, y, width: 100, height }, nodes: [] });
  const covers = { x: 0, y: 0, width: 100, height: 100 };
  scrolling.setContent({ patches: [patch(0, 20.5), patch(20.5, 79.5)], slidingNames: [], covers }, false);
  scrolling.show(0, 0);
  expect(taken()).toEqual(["paint 0,0,100,21", "paint 0,20,100,30"]);
});

/** Pixels on squares of 16 that know from where the picture was seen when each of them was painted. */
class NotedPixels implements Pixels {
  readonly overlay = document.createElement("canvas");
  sight: Area = { x: 0, y: 0, width: 60, height: 40 };
  private readonly seenFrom = new Map<string, Point>();

  get kept(): Area {
    const { x, y, width, height } = this.sight;
    const [left, top] = [Math.floor(x / 16) * 16, Math.floor(y / 16) * 16];
    const [to, down] = [Math.ceil((x + width) / 16) * 16, Math.ceil((y + height) / 16) * 16];
    return { x: left, y: top, width: to - left, height: down - top };
  }

  moveTo(place: Point): void {
    this.sight = { ...this.sight, ...place };
    for (const key of this.seenFrom.keys()) {
      const [x, y] = key.split(" ").map(Number) as [number, number];
      if (!intersects({ x, y, width: 1, height: 1 }, this.kept)) this.seenFrom.delete(key);
    }
  }

  paint(area: Area): void {
    expect(holds(this.kept, area)).toBe(true);
    const { x, y } = this.sight;
    const place = { x, y };
    for (const key of keysIn(area)) this.seenFrom.set(key, place);
  }

  /** From where the picture was seen whenever pixels of an area were painted that are in sight. */
  from(area: Area): Set<Point | undefined> {
    const shown = intersection(area, this.sight);
    return new Set(shown ? keysIn(shown).map((key) => this.seenFrom.get(key)) : []);
  }

  /** From where the picture was seen when the pixel at a whole place was painted. */
  seenAt = (x: number, y: number): Point | undefined => this.seenFrom.get(`${x} ${Math.floor(y)}`);

  resize(): void {}
  setGround(): void {}
  reach = (): Point => this.sight;
  remove(): void {}
}

function keysIn({ x, y, width, height }: Area): string[] {
  const keys: string[] = [];
  for (let row = Math.floor(y); row < y + height; row += 1)
    for (let column = Math.floor(x); column < x + width; column += 1) keys.push(`${column} ${row}`);
  return keys;
}

/** Which part of a sliding name is painted at an x while the left edge is at another; null if none is. */
function letterAt(name: SlidingName, at: number, left: number): number | null {
  const slid = slidTo(name, left);
  if (!slid || at < slid.x || at >= Math.min(slid.x + name.run.width, slid.end)) return null;
  return at - slid.x;
}

it("shows all texts where they belong wherever it has been", () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * below);
  };
  const run = (x: number, y: number, width = 12) => ({
    ...{ at: [x, y] as [number, number], text: "Name", size: 8, weight: 500, colour: "ink", width },
  });
  const names = Array.from({ length: 40 }, () => {
    const [x, y, width] = [random(300) - 100, random(200), 20 + random(90)];
    const long = 12 + random(width);
    const sliding = { ...run(x + random(12), y + 10, long), slides_to: x + width - long - 2 };
    const isCut = random(3) > 0;
    return { bar: { x, y, width, height: 14 }, run: sliding, around: { before: 0, after: 0 }, isCut };
  });
  const hanging = [20, 90].map((y) => ({ ...run(30, y), hangs: { from: y - 10, most: 50 } }));
  const covers = { x: -200, y: 0, width: 600, height: 300 };
  const pixels = new NotedPixels();
  const scrolling = new ScrollingPicture(pixels, () => "#000", null);
  scrolling.setContent({ ...blank(covers), slidingNames: names, hanging }, false);
  let [x, y] = [0, 0];
  for (let step = 0; step < 150; step += 1) {
    // Mostly a little, seldom far, and often one way only.
    const far = random(20) === 0 ? 80 : 9;
    if (random(3) > 0) x = clamp(x + random(2 * far + 1) - far, -150, 250);
    if (random(3) > 0) y = clamp(y + random(2 * far + 1) - far, 0, 200);
    scrolling.show(x, y);
    expect(pixels.from(pixels.sight).has(undefined)).toBe(false);
    for (const each of hanging) {
      const [at, baseline] = [each.at[0], each.at[1] + hung(each, pixels.sight.y)];
      const bounds = textBounds(each, at, at, [baseline, baseline]);
      for (const from of pixels.from(bounds)) expect(each.at[1] + hung(each, from!.y)).toBe(baseline);
    }
    const wrong: number[][] = [];
    for (const name of names) {
      const { y, x: from, width } = intersection(name.bar, pixels.sight) ?? { x: 0, y: 0, width: 0 };
      for (let at = Math.ceil(from); at + 1 <= from + width; at += 1) {
        const shown = letterAt(name, at, pixels.seenAt(at, y)!.x);
        if (shown !== letterAt(name, at, pixels.sight.x)) wrong.push([at, y]);
      }
    }
    expect(wrong).toEqual([]);
  }
});

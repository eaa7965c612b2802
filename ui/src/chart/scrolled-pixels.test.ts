import { afterEach, expect, it, vi } from "vitest";

import { SPAN, ScrolledPixels } from "./scrolled-pixels";

afterEach(() => vi.restoreAllMocks());

/** Pixels of 100 by 60 points on tiles of 40 by 30, and what is copied to which tile. */
function pixels(ratio = 1) {
  const copied: string[] = [];
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementation(function (this: HTMLCanvasElement) {
    const drawImage = (_: unknown, ...[x, y, width, height, toX, toY]: number[]) =>
      copied.push(
        `${x},${y} ${width}x${height} to ${toX},${toY} of ${this.style.left.slice(0, -2)},${this.style.top.slice(0, -2)}`,
      );
    return { canvas: this, drawImage } as never;
  });
  const element = document.createElement("div");
  const scrolled: [number, number][] = [];
  const page = {
    ...{ element, tile: { width: 40, height: 30 } },
    setGround() {},
    loadFonts() {},
    scrollTo: (x: number, y: number) => void scrolled.push([x, y]),
  };
  const made = new ScrolledPixels(page, {});
  made.resize(100, 60, ratio);
  const paint = (x: number, y: number, width: number, height: number) => {
    const painted: number[][] = [];
    made.paint({ x, y, width, height }, ({ origin, part }) =>
      painted.push([origin.x, origin.y, part.x, part.y, part.width, part.height]),
    );
    return painted;
  };
  const tiles = () => element.querySelectorAll("canvas").length - 1;
  return { pixels: made, paint, copied: () => copied.splice(0), scrolled, tiles };
}

it("copies what is painted to the tiles that have it, pixel by pixel", () => {
  const { pixels: made, paint, copied } = pixels();
  made.moveTo({ x: 10, y: 0 });
  expect(paint(30, 20, 50, 15)).toEqual([[30, 20, 30, 20, 50, 15]]);
  expect(copied()).toEqual([
    "0,0 10x10 to 30,20 of 0,0",
    "10,0 40x10 to 0,20 of 40,0",
    "0,10 10x5 to 30,0 of 0,30",
    "10,10 40x5 to 0,0 of 40,30",
  ]);
});

it("has pixels for all of the tiles that are in sight", () => {
  const { pixels: made } = pixels();
  made.moveTo({ x: 10, y: 40 });
  expect(made.kept).toEqual({ x: 0, y: 30, width: 120, height: 90 });
  made.moveTo({ x: -20, y: 60 });
  expect(made.kept).toEqual({ x: -40, y: 60, width: 120, height: 60 });
});

it("paints what is high in parts, and whole device pixels of each", () => {
  const { pixels: made, paint, copied } = pixels(2);
  made.moveTo({ x: 0, y: 0 });
  expect(paint(0.25, 0.75, 20, 260)).toEqual([
    [0, 0, 0.25, 0.75, 20, 256],
    [0, 256, 0.25, 256.75, 20, 4],
  ]);
  expect(copied().filter((tile) => tile.endsWith(",240"))).toEqual([
    "0,480 41x34 to 0,0 of 0,240",
    "0,1 41x9 to 0,33 of 0,240",
  ]);
});

it("uses tiles again that have gone out of sight, and no others", () => {
  const { pixels: made, paint, tiles } = pixels();
  made.moveTo({ x: 0, y: 0 });
  paint(0, 0, 100, 60);
  expect(tiles()).toBe(6);
  for (let y = 10; y <= 300; y += 10) {
    made.moveTo({ x: 0, y });
    paint(0, y + 50, 100, 10);
  }
  expect(tiles()).toBe(9);
});

it("scrolls the page, and puts it elsewhere on the surface where it ends", () => {
  const { pixels: made, paint, copied, scrolled } = pixels();
  made.moveTo({ x: 10.4, y: 20 });
  expect(made.sight).toEqual({ x: 10, y: 20, width: 100, height: 60 });
  made.moveTo({ x: -5, y: 20 });
  expect(scrolled).toEqual([
    [10, 20],
    [SPAN / 2, 20],
  ]);
  paint(0, 30, 10, 10);
  expect(copied()).toEqual([`0,0 10x10 to 0,0 of ${SPAN / 2 + 5},30`]);
});

it("leaves the overlay where it is while that reaches what is to be painted on it", () => {
  const { pixels: made } = pixels();
  made.moveTo({ x: 10, y: 0 });
  expect(made.reach({ x: 20, y: 20, width: 50, height: 20 })).toEqual({ x: 0, y: 0 });
  made.moveTo({ x: 30, y: 40 });
  expect(made.reach({ x: 40, y: 40, width: 50, height: 20 })).toEqual({ x: 0, y: 0 });
  expect(made.reach({ x: 40, y: 40, width: 80, height: 20 })).toEqual({ x: 30, y: 40 });
  expect([made.overlay.style.left, made.overlay.style.top]).toEqual(["30px", "40px"]);
});

import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { TextRun } from "../bindings/TextRun";
import { KeptTexts } from "./kept-texts";

const run = (text: string, width = 80): TextRun => ({
  ...{ at: [0, 0], text, size: 12, weight: 500, colour: "ink", width },
});

const size = (ratio: number) => ({ width: 800, height: 600, ratio });

const set: string[] = [];
beforeEach(() => {
  set.length = 0;
  const context = new Proxy(
    {
      fillText: (text: string, x: number, y: number) => set.push(`${text} ${x},${y}`),
    } as Record<string, unknown>,
    { get: (known, name: string) => known[name] ?? (() => {}), set: () => true },
  );
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(context as never);
});
afterEach(() => void vi.restoreAllMocks());

function kept(ratio: number) {
  const texts = new KeptTexts({});
  texts.reset(size(ratio));
  const copies: number[][] = [];
  const on = { drawImage: (_: unknown, ...places: number[]) => copies.push(places) };
  const paint = (text: TextRun, colour = "#000", x = 10, y = 20) =>
    texts.paint(on as unknown as CanvasRenderingContext2D, text, colour, x, y);
  return { texts, copies, paint };
}

it("sets a text once for each colour and copies it from then on", () => {
  const { copies, paint, texts } = kept(1);
  for (const colour of ["#000", "#000", "#fff", "#000"]) expect(paint(run("Name"), colour)).toBe(true);
  expect(set).toEqual(["Name 2,15", "Name 86,15"]);
  expect(copies[0]).toEqual([0, 0, 84, 20, 8, 5, 84, 20]);
  expect(copies[2]!.slice(0, 2)).toEqual([84, 0]);
  texts.reset(size(1));
  paint(run("Name"));
  expect(set).toHaveLength(3);
});

it("copies to whole pixels, however many there are to the point", () => {
  const { copies, paint } = kept(1.5);
  paint(run("Name"), "#000", 10.4, 20.4);
  const [x, y, width, height] = copies[0]!.slice(4).map((length) => length * 1.5);
  for (const length of [x, y, width, height]) expect(length).toBeCloseTo(Math.round(length!));
});

it("leaves long texts and large type to others", () => {
  const { copies, paint } = kept(1);
  expect(paint(run("Long", 500))).toBe(false);
  expect(paint({ ...run("Large"), size: 20 })).toBe(false);
  expect(copies).toEqual([]);
});

it("begins anew when the sheet is full", () => {
  const { copies, paint } = kept(1);
  const name = (index: number) => run(`Name ${index}`, 236);
  for (let index = 0; index < 160; index += 1) paint(name(index));
  expect(set.length).toBe(160);
  expect(copies.every(([x, y, width, height]) => x! + width! <= 1024 && y! + height! <= 760)).toBe(true);
  paint(name(159));
  expect(set.length).toBe(160);
  paint(name(0));
  expect(set.length).toBe(161);
});

it("has room for more names where more are in sight", () => {
  const { texts, copies, paint } = kept(1);
  texts.reset({ width: 1704, height: 968, ratio: 1 });
  for (let round = 0; round < 2; round += 1) {
    for (let index = 0; index < 300; index += 1) paint(run(`Name ${index}`, 236));
  }
  expect(set.length).toBe(300);
  expect(copies.every(([x, y, width, height]) => x! + width! <= 1704 && y! + height! <= 968)).toBe(true);
});

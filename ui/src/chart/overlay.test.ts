import { expect, it } from "vitest";

import { type Area, grown, holds, intersection } from "./geometry";
import { type Marks, Overlay, noMarks } from "./overlay";

/** An overlay of 200 by 100 points that writes down what is cleared, in device pixels. */
function overlay(ratio = 1) {
  const cleared: number[][] = [];
  const ignored = () => {};
  const context = new Proxy(
    { clearRect: (...area: number[]) => cleared.push(area) } as Record<string, unknown>,
    { get: (known, name: string) => known[name] ?? ignored, set: () => true },
  );
  const canvas = { getContext: () => context, width: 0, height: 0, style: {} };
  const sight = { x: 0, y: 0, width: 200, height: 100 };
  const pixels = { overlay: canvas as unknown as HTMLCanvasElement, sight, reach: () => sight };
  const made = new Overlay(pixels, () => "#000", null, {});
  made.resize(200, 100, ratio);
  const show = (marks: Marks, x: number, y: number) => {
    Object.assign(sight, { x, y });
    made.show(marks);
  };
  return { show, taken: () => cleared.splice(0) };
}

const bar = (x: number, y: number): Area => ({ x, y, width: 40, height: 24 });

it("clears nothing but what was painted on", () => {
  const { show, taken } = overlay();
  show(noMarks, 0, 0);
  expect(taken()).toEqual([]);
  show({ ...noMarks, selected: [bar(20, 30)], lifted: [bar(60, 30)] }, 10, 10);
  show(noMarks, 10, 10);
  expect(taken()).toEqual([[5, 15, 90, 34]]);
  show(noMarks, 10, 10);
  expect(taken()).toEqual([]);
});

it("paints what lies beneath a lifted thing as it was, and the thing faintly", () => {
  const painted: [string, number][] = [];
  const context: Record<string, unknown> = { globalAlpha: 1, fillStyle: "" };
  context["fillRect"] = () => painted.push([String(context["fillStyle"]), Number(context["globalAlpha"])]);
  const made = new Proxy(context, { get: (known, name: string) => known[name] ?? (() => {}) });
  const canvas = { getContext: () => made, width: 0, height: 0, style: {} };
  const sight = { x: 0, y: 0, width: 200, height: 100 };
  const pixels = { overlay: canvas as unknown as HTMLCanvasElement, sight, reach: () => sight };
  const layer = new Overlay(pixels, (role) => String(role), null, {});
  layer.resize(200, 100, 1);
  const placed = (key: string, fill: "line" | "danger") => {
    const node = {
      key,
      shape: { rect: { rect: [20, 30, 40, 24] as [number, number, number, number], radius: 0, fill } },
    };
    return { node, bounds: bar(20, 30) };
  };
  const nodes = [placed("grid/1", "line"), placed("need:n@one/flag", "danger"), placed("need:m@one", "line")];
  const beneath = { patches: [{ area: bar(20, 30), nodes }], faint: new Set(["need:n@one"]) };
  layer.show({ ...noMarks, lifted: [bar(20, 30)], beneath });
  const faint = painted.findIndex(([role]) => role === "danger");
  expect(painted.slice(faint - 2).map(([role, alpha]) => [role, Math.round(alpha * 100)])).toEqual([
    ["surface", 100],
    ["line", 100],
    ["danger", 28],
    ["line", 100],
  ]);
});

it("clears whole device pixels, and no more than there are", () => {
  const { show, taken } = overlay(1.5);
  show({ ...noMarks, selected: [bar(-20, 30)] }, 0, 0);
  show(noMarks, 0, 0);
  expect(taken()).toEqual([[0, 37, 38, 52]]);
});

it("clears all after a mark whose reach is not told", () => {
  const { show, taken } = overlay();
  show({ ...noMarks, marquee: bar(20, 30) }, 0, 0);
  show(noMarks, 0, 0);
  expect(taken()).toEqual([[0, 0, 200, 100]]);
});

/** A canvas that knows where there is something on it. */
function canvasOfAreas() {
  const endless = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };
  let path: Area[] = [];
  let clips = [endless];
  let painted: Area[] = [];
  const add = (x: number, y: number, width: number, height: number) => path.push({ x, y, width, height });
  const paint = () => painted.push(...path.flatMap((each) => intersection(grown(each, 1), clips[0]!) ?? []));
  const known: Record<string, unknown> = {
    beginPath: () => (path = []),
    rect: add,
    roundRect: add,
    fill: paint,
    stroke: paint,
    save: () => clips.unshift(clips[0]!),
    restore: () => clips.shift(),
    clip: () => (clips = [intersection(clips[0]!, path[0]!)!, ...clips.slice(1)]),
    clearRect(x: number, y: number, width: number, height: number) {
      painted = painted.filter((each) => !holds({ x, y, width, height }, each));
    },
  };
  const context = new Proxy(known, {
    get: (there, name: string) => there[name] ?? (() => {}),
    set: () => true,
  });
  const canvas = { getContext: () => context, width: 0, height: 0, style: {} };
  return { canvas: canvas as unknown as HTMLCanvasElement, left: () => painted };
}

it("leaves nothing where it reaches further than what is in sight, since it scrolls along for a while", () => {
  const { canvas, left } = canvasOfAreas();
  const sight = { x: 0, y: 0, width: 200, height: 100 };
  const layer = new Overlay(
    { overlay: canvas, sight, reach: () => ({ x: 100, y: 0 }) },
    () => "#000",
    null,
    {},
  );
  layer.resize(200, 100, 1);
  layer.show({ ...noMarks, selected: [bar(180, 30)] });
  expect(left()).not.toEqual([]);
  layer.show({ ...noMarks, selected: [bar(180, 60)] });
  layer.show(noMarks);
  expect(left()).toEqual([]);
});

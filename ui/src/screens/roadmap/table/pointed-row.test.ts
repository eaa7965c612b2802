import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Area } from "../../../chart/geometry";
import { movingChart } from "../../../chart/fake-chart";
import type { Milepost } from "../../../milepost.svelte";
import { fakeMilepost } from "../../fakes";
import { followPointer } from "./pointed-row";

const bars: Record<string, Area> = {};
let framed: Area | null;
let milepost: Milepost;
let scroller: HTMLElement;
let stop: () => void;
/** Moves the timeline, so that it tells who follows it. */
let move: () => void;

const row = (line: string) => scroller.querySelector(`[data-line="${line}"] > i`)!;
const over = (line: string) => row(line).dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(bars, {
    a: { x: 10, y: 0, width: 50, height: 24 },
    b: { x: 90, y: 30, width: 50, height: 24 },
  });
  framed = null;
  ({ milepost } = fakeMilepost({}));
  scroller = document.body.appendChild(document.createElement("div"));
  scroller.innerHTML = ["lane:t1", "a", "b", "c"]
    .map((line) => `<p data-line="${line}"><i></i></p>`)
    .join("");
  const chart = Object.assign(movingChart(), {
    item: (id: string) => bars[id] && { bounds: bars[id] },
    mark: ({ hovered }: { hovered: Area | null }) => void (framed = hovered),
  });
  move = () => chart.fit();
  stop = followPointer(milepost, scroller, chart.asChart);
});
afterEach(() => {
  stop();
  scroller.remove();
  vi.useRealTimers();
});

it("frames the bar of the row that it is on; lanes, and what has no days, have none", () => {
  const shown = ["a", "lane:t1", "b", "c"].map((line) => {
    over(line);
    return [milepost.hovered, framed?.x];
  });
  expect(shown).toEqual([
    ["a", 10],
    [null, undefined],
    ["b", 90],
    ["c", undefined],
  ]);
});

it("takes the frame along with the bar, and away when the pointer or the table goes", () => {
  over("a");
  bars["a"] = { x: 20, y: 0, width: 100, height: 24 };
  move();
  expect(framed).toEqual(bars["a"]);
  scroller.dispatchEvent(new PointerEvent("pointerleave"));
  expect([milepost.hovered, framed]).toEqual([null, null]);
  over("b");
  stop();
  expect([milepost.hovered, framed]).toEqual([null, null]);
});

it("is on the row that the wheel has brought under it, as soon as that rests", async () => {
  over("a");
  document.elementFromPoint = () => row("b");
  scroller.dispatchEvent(new WheelEvent("wheel", { clientX: 5, clientY: 5 }));
  await vi.advanceTimersByTimeAsync(100);
  expect([milepost.hovered, framed?.x]).toEqual(["b", 90]);
});

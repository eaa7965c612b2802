import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { actionNamed, perform } from "../../actions";
import type { LaneKey } from "../../bindings/LaneKey";
import type { Milepost } from "../../milepost.svelte";
import { fakeMilepost, settle } from "../fakes";
import { followLanes } from "./lane-hands";

const HEIGHT = 100;
const LANES: LaneKey[] = ["a", "b", "c", "d", "e", "f"].map((value) => ({
  by: "items",
  values: [{ field: "theme", value }],
}));

let milepost: Milepost;
let names: HTMLElement;
let stop: () => void;
/** How far the lanes are scrolled; 300 points of them are in sight. */
let top: number;

beforeEach(() => {
  vi.useFakeTimers();
  top = 0;
  ({ milepost } = fakeMilepost({ lanes: () => LANES.map((lane) => ({ lane })) as never }));
  names = Object.assign(document.body.appendChild(document.createElement("div")), { setPointerCapture() {} });
  stop = followLanes(milepost, names, {
    laneOf: () => LANES[0],
    laneAt(clientY) {
      const index = Math.floor((clientY + top) / HEIGHT);
      const lane = LANES[index];
      return lane && { lane, top: index * HEIGHT - top, bottom: (index + 1) * HEIGHT - top };
    },
    surface: {
      get visible() {
        return { x: 0, y: top, width: 180, height: 300 };
      },
      onScreen: (area) => ({ ...area, y: area.y - top }),
      scrollBy: (dx, dy) => {
        expect(dx).toBe(0);
        top = Math.max(0, Math.min(300, top + dy));
      },
    },
  });
});
afterEach(() => {
  stop();
  names.remove();
  vi.useRealTimers();
});

const point = (type: string, clientY: number, buttons = 1) =>
  names.dispatchEvent(new PointerEvent(type, { button: 0, buttons, clientX: 20, clientY, bubbles: true }));
const frames = (count: number) => {
  for (let frame = 0; frame < count; frame++) vi.advanceTimersToNextFrame();
};
const order = () => milepost.view.settings.lane_order.flat().map(({ value }) => value);

it("takes a lane along to those that are out of sight", async () => {
  point("pointerdown", 50);
  point("pointermove", 150);
  point("pointermove", 298);
  frames(200);
  expect(top).toBe(300);
  // What is under the pointer now is marked without its moving.
  expect(document.querySelector<HTMLElement>(".lane-mark")?.style.top).toBe("300px");
  point("pointerup", 298);
  vi.useRealTimers();
  await settle();
  expect(order()).toEqual(["b", "c", "d", "e", "f", "a"]);
  perform(milepost, actionNamed("undo"));
  expect(order()).toEqual([]);
});

it("drags no lane once the button is up, whoever has heard of that", async () => {
  point("pointerdown", 50);
  // Let go outside of the names; later the pointer only comes by, and then presses another name.
  for (const clientY of [180, 270]) point("pointermove", clientY, 0);
  expect(document.querySelector(".lane-mark")).toBeNull();
  point("pointerup", 270, 0);
  vi.useRealTimers();
  await settle();
  expect(order()).toEqual([]);
});

it("stays where it is while the pointer is between the edges, and when it is let go", () => {
  point("pointerdown", 50);
  point("pointermove", 150);
  frames(50);
  expect(top).toBe(0);
  point("pointermove", 298);
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  frames(50);
  expect(top).toBe(0);
});

import { expect, it } from "vitest";

import { popoverPlace } from "./popover-place";

const WINDOW = { width: 1024, height: 700 };

it("hangs under its button and is as high as the window lets it be", () => {
  const place = popoverPlace({ left: 300, top: 8, bottom: 40 }, { width: 320, height: 400 }, WINDOW);
  expect(place).toEqual({ left: 300, top: 44, maxHeight: 648 });
});

it("stays inside at the right edge and in a window narrower than itself", () => {
  const button = { left: 900, top: 8, bottom: 40 };
  expect(popoverPlace(button, { width: 320, height: 400 }, WINDOW).left).toBe(696);
  expect(popoverPlace(button, { width: 320, height: 400 }, { width: 300, height: 700 }).left).toBe(8);
});

it("covers a button that stands too low", () => {
  const button = { left: 0, top: 300, bottom: 330 };
  const place = popoverPlace(button, { width: 320, height: 600 }, { width: 512, height: 350 });
  expect(place).toEqual({ left: 8, top: 122, maxHeight: 220 });
  expect(popoverPlace(button, { width: 320, height: 600 }, { width: 512, height: 150 }).top).toBe(8);
});

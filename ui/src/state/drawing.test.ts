import { beforeEach, expect, it } from "vitest";

import { actionNamed, perform } from "../actions";
import { fakeMilepost } from "../screens/fakes";
import { DrawingStore } from "./drawing.svelte";

beforeEach(() => localStorage.clear());

it("is chosen by name and remembered", () => {
  const { milepost } = fakeMilepost({});
  expect(milepost.drawing.choice).toBe("automatic");
  perform(milepost, actionNamed("draw-graphics"));
  expect(milepost.drawing.choice).toBe("graphics");
  expect(new DrawingStore("").choice).toBe("graphics");
  perform(milepost, actionNamed("draw-automatic"));
  expect(new DrawingStore("").choice).toBe("automatic");
});

it("follows the page's address first, without remembering it", () => {
  expect(new DrawingStore("?drawing=processor").choice).toBe("processor");
  expect(new DrawingStore("?drawing=steam").choice).toBe("automatic");
  expect(new DrawingStore("").choice).toBe("automatic");
});

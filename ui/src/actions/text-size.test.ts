import { beforeEach, expect, it } from "vitest";

import { fakeMilepost } from "../screens/fakes";
import { actionFor, actionNamed, perform } from "./index";

beforeEach(() => localStorage.clear());

it("shows everything larger and smaller by steps, up to twice the usual size", () => {
  const { milepost } = fakeMilepost({});
  const act = (id: string) => perform(milepost, actionNamed(id));
  expect(actionNamed("text-smaller").available(milepost)).toBe(false);
  act("text-larger");
  expect(milepost.textSize.percent).toBe(110);
  for (let step = 0; step < 9; step++) act("text-larger");
  expect(milepost.textSize.percent).toBe(200);
  expect(milepost.notices.spoken?.text).toBe("Text at 200 %");
  act("text-smaller");
  expect(milepost.textSize.percent).toBe(175);
  act("text-usual");
  expect(milepost.textSize.percent).toBe(100);
});

it("remembers the size on this machine, as far as it is one", () => {
  perform(fakeMilepost({}).milepost, actionNamed("text-larger"));
  expect(fakeMilepost({}).milepost.textSize.percent).toBe(110);
  localStorage.setItem("milepost.text-size", "9000");
  expect(fakeMilepost({}).milepost.textSize.percent).toBe(100);
});

it("leaves the keys of the zoom alone", () => {
  const { milepost } = fakeMilepost({});
  const pressed = (key: string) =>
    actionFor(milepost, new KeyboardEvent("keydown", { key, ctrlKey: true }), false)?.id;
  expect(pressed("PageUp")).toBe("text-larger");
  expect(pressed("0")).toBe("text-usual");
  expect(pressed("=")).not.toBe("text-larger");
});

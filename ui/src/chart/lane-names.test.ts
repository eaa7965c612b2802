import { expect, it } from "vitest";

import type { LaneKey } from "../bindings/LaneKey";
import { LaneNames } from "./lane-names";
import type { Placed } from "./part";

const SIGHT = { x: 0, y: 0, width: 500, height: 100 };

const named = (owner: string, y: number): Placed => ({
  node: {
    key: `lane:owner ${owner}/name`,
    shape: { rect: { rect: [0, y, 176, 40], radius: 0 } },
    target: { entity: "lane", lane: { by: "items", values: [{ field: "owner", value: owner }] } },
    name: `Lane ${owner}, 2 items`,
  },
  bounds: { x: 0, y, width: 176, height: 40 },
});

it("says which lanes are collapsed and which one is pressed, and forgets those that are gone", () => {
  const root = document.createElement("div");
  const pressed: LaneKey[] = [];
  const lanes = new LaneNames(root, (lane) => pressed.push(lane));
  const isAda = (lane: LaneKey) => JSON.stringify(lane).includes("Ada");
  lanes.update([named("Ada", 0), named("Bo", 40)], SIGHT, isAda);
  const buttons = () => [...root.querySelectorAll("button")];
  expect(buttons().map((button) => button.getAttribute("aria-expanded"))).toEqual(["false", "true"]);
  expect(buttons()[1]?.getAttribute("aria-label")).toBe("Lane Bo, 2 items");

  buttons()[1]?.click();
  expect(pressed).toEqual([{ by: "items", values: [{ field: "owner", value: "Bo" }] }]);

  lanes.update([named("Bo", 0)], SIGHT, isAda);
  expect(buttons().map((button) => button.style.top)).toEqual(["0px"]);
});

it("reaches no further than what is in sight, but keeps what has the focus", () => {
  const root = document.body.appendChild(document.createElement("div"));
  const lanes = new LaneNames(root, () => {});
  const names = [named("Ada", 0), named("Bo", 40), named("Cy", 130), named("Di", 150)];
  const buttons = () =>
    [...root.querySelectorAll("button")].map(({ style: { top, height } }) => [top, height]);
  lanes.update(names, { ...SIGHT, y: 10 }, () => false);
  expect(buttons()).toEqual([
    ["10px", "30px"],
    ["40px", "40px"],
  ]);
  root.querySelector("button")?.focus();
  lanes.update(names, { ...SIGHT, y: 60 }, () => false);
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Lane Ada, 2 items");
  expect(buttons().slice(1)).toEqual([["130px", "30px"]]);
  root.remove();
});

it("has its ring where its name is painted, before the buttons have followed", () => {
  const root = document.body.appendChild(document.createElement("div"));
  const lanes = new LaneNames(root, () => {});
  lanes.update([named("Ada", 0), named("Bo", 40)], SIGHT, () => false);
  document.documentElement.toggleAttribute("data-keys", true);
  root.querySelector("button")?.focus();
  const moved = [named("Bo", 0), named("Ada", 40)];
  expect(lanes.ringAmong(() => moved, SIGHT)).toMatchObject({ y: 45, height: 30 });
  expect(lanes.ringAmong(() => [named("Bo", 0)], SIGHT)).toBeNull();
  document.documentElement.removeAttribute("data-keys");
  root.remove();
});

import { beforeEach, expect, it } from "vitest";

import { keepLook, readLook, readOthers } from "./kept-look";
import { usualOf, usualView } from "./look";
import { ViewStore } from "./view.svelte";

beforeEach(() => localStorage.clear());

it("keeps the look of each roadmap while the other one is shown", () => {
  const view = new ViewStore();
  view.change({ lanes_by: "status" });
  view.goTo("needs");
  expect(view.settings).toEqual(usualOf("needs"));
  view.change({ lanes_by: "goal" });
  view.goTo("features");
  expect(view.settings.lanes_by).toBe("status");
  view.goTo("needs");
  expect(view.settings.lanes_by).toBe("goal");
  view.choose(null);
  expect(view.settings).toEqual(usualOf("needs"));
});

it("goes to the roadmap of a saved view, and back to the other as it was", () => {
  const view = new ViewStore();
  view.change({ lanes_by: "owner" });
  view.choose({ id: "v", name: "Needs", settings: usualOf("needs"), range: null, rank: 1 });
  expect(view.look.chosen).toBe("v");
  view.goTo("features");
  expect([view.settings.lanes_by, view.look.chosen]).toEqual(["owner", null]);
  view.goTo("needs");
  expect(view.look.chosen).toBe("v");
});

it("shows needs on the axis alone, in lanes of what they have values of", () => {
  const view = new ViewStore();
  const settings = { ...usualView, roadmap: "needs", arrangement: "table", then_by: "status" } as const;
  view.show({ settings: { ...settings, lanes_by: "owner" }, chosen: null });
  expect(view.settings).toMatchObject({ arrangement: "timeline", lanes_by: null, then_by: null });
});

it("keeps the looks of all three roadmaps apart, and money in lanes of its lines", () => {
  const view = new ViewStore();
  view.change({ lanes_by: "status" });
  view.goTo("needs");
  view.goTo("budget");
  expect(view.settings).toEqual(usualOf("budget"));
  view.change({ unfolded: ["l1"], lanes_by: "theme" });
  expect(view.settings.lanes_by).toBeNull();
  view.goTo("features");
  expect(view.settings.lanes_by).toBe("status");
  view.goTo("budget");
  expect(view.settings.unfolded).toEqual(["l1"]);
});

it("lets a roadmap that is not shown show something else", () => {
  const view = new ViewStore();
  let told = 0;
  view.goTo("needs");
  view.onChange(() => told++);
  view.changeOn("features", { baseline: "b1" });
  expect([view.settings.roadmap, view.settings.baseline, told]).toEqual(["needs", null, 1]);
  expect(view.settingsOf("features").baseline).toBe("b1");
  view.goTo("features");
  expect(view.settings.baseline).toBe("b1");
});

it("keeps the looks of a plan", () => {
  const look = { settings: usualOf("needs"), chosen: null };
  const other = { settings: { ...usualView, lanes_by: "owner" as const }, chosen: "v1" };
  keepLook("/a", look, [other]);
  expect([readLook("/a"), readOthers("/a")]).toEqual([look, [other]]);
  const view = new ViewStore();
  view.restore(look, [other]);
  view.goTo("features");
  expect(view.look).toEqual(other);
});

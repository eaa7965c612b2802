import { expect, it } from "vitest";

import { fit, fitting } from "./fuzzy";

it("finds letters in order and nothing else", () => {
  expect(fit("adf", "Add feature")).not.toBeNull();
  expect(fit("fa", "Add f")).toBeNull();
  expect(fit("zz", "Zoom")).toBeNull();
  expect(fit("", "Zoom")).toBe(0);
  expect(fit("zoom in", "Zoom in")).not.toBeNull();
});

it("prefers the starts of words, then letters side by side", () => {
  const labels = ["Undo", "Take off the timeline", "Add theme", "Go to today", "Zoom to weeks"];
  const find = (typed: string) => fitting(typed, labels, (label) => [label])[0];
  expect(find("at")).toBe("Add theme");
  expect(find("gtt")).toBe("Go to today");
  expect(find("time")).toBe("Take off the timeline");
  expect(fitting("", labels, (label) => [label])).toEqual(labels);
});

it("finds by any of several names, and shows the one with the better name first", () => {
  const actions = [
    { label: "Export…", also: ["PDF"] },
    { label: "Print…", also: ["Paper", "PDF"] },
    { label: "Go to date…", also: [] },
  ];
  const find = (typed: string) =>
    fitting(typed, actions, ({ label, also }) => [label, ...also]).map(({ label }) => label);
  expect(find("pdf")).toEqual(["Export…", "Print…"]);
  expect(find("print")).toEqual(["Print…"]);
});

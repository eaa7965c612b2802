import { expect, it } from "vitest";

import { planState } from "../screens/fakes";
import { emptyFilter, usualView } from "./look";
import { counted, filterParts, laneWords, withoutDates } from "./view-words";

it("says what lanes stand for", () => {
  expect(laneWords(usualView)).toBe("Theme");
  expect(laneWords({ ...usualView, lanes_by: "owner", then_by: "status" })).toBe("Owner, status");
  expect(laneWords({ ...usualView, lanes_by: null })).toBe("");
});

it("counts in the words of what is shown", () => {
  expect(counted(1, ["feature"])).toBe("1 feature");
  expect(counted(2, ["user_story"])).toBe("2 user stories");
  expect(counted(2, ["feature", "bug"])).toBe("2 items");
  expect(withoutDates(["epic"])).toBe("Epics without dates");
  expect(withoutDates(["feature", "bug"])).toBe("Without dates");
  expect(withoutDates([])).toBe("Without dates");
});

it("puts each part of a filter into words, and says what it is without it", () => {
  const parts = filterParts(
    {
      text: " report ",
      themes: ["t2", null, "gone"],
      statuses: ["planned", "in_progress"],
      owners: ["", "Ada", "Bo", "Cy", "Di"],
      customers: ["c1"],
      needs: ["n1", "n2"],
      goals: ["gone"],
      parents: ["e1", null],
      horizons: ["now", null],
      from: null,
      to: "2027-01-01",
    },
    {
      themes: planState.themes,
      customers: [{ id: "c1", name: "Finance" }],
      goals: [],
      epics: [{ id: "e1", title: "Reports" }],
    },
  );
  expect(parts.map(({ words }) => words)).toEqual([
    "Text: report",
    expect.stringMatching(/^To .*2027/),
    "Status: planned, in progress",
    "Theme: Quality, No theme, a deleted theme",
    "Epic: Reports, No epic",
    "Horizon: now, No horizon",
    "Owner: No owner, Ada, Bo, 2 more",
    "Customer: Finance",
    "Goal: a deleted goal",
    "2 needs",
  ]);
  expect(parts[2]?.without).toEqual({ statuses: [] });
  expect(filterParts(emptyFilter, { themes: [], customers: [], goals: [], epics: [] })).toEqual([]);
});

import { expect, it } from "vitest";

import { emptyFilter, usualView } from "./look";
import { lookChange } from "./look-change";

const NAMES = { themes: [{ id: "t1", name: "Quality" }], customers: [], goals: [], epics: [] };

it("says what is shown otherwise, and nothing of what is not", () => {
  const after = (changed: Partial<typeof usualView>) =>
    lookChange(usualView, { ...usualView, ...changed }, NAMES);
  expect(after({})).toBe("");
  expect(after({ lanes_by: "owner", then_by: "status" })).toBe("Lanes by owner, status");
  expect(after({ lanes_by: null })).toBe("No lanes");
  expect(after({ kinds: ["bug"] })).toBe("Features hidden, Bugs shown");
  expect(after({ show_dependencies: false })).toBe("Dependencies hidden");
  expect(after({ show_budget: false })).toBe("Budget strip hidden");
  expect(after({ collapsed: [[]] })).toBe("Lane collapsed");
  expect(after({ arrangement: "both" })).toBe("Table beside the timeline shown");
  expect(after({ collapsed_epics: ["e1"] })).toBe("Epic collapsed");
  expect(after({ columns: ["title", "end"] })).toBe("Columns: title, end");
  expect(after({ sort: { by: "end", descending: true } })).toBe("Sorted by end, descending");
  expect(after({ lane_order: [[{ field: "owner", value: "Ada" }]] })).toBe("Lanes in another order");
  expect(lookChange({ ...usualView, sort: { by: "end", descending: true } }, usualView, NAMES)).toBe(
    "Rows in their usual order",
  );
  expect(lookChange({ ...usualView, collapsed: [[], []] }, usualView, NAMES)).toBe("Lanes expanded");
  expect(after({ colour_by: "owner" })).toBe("Coloured by owner");
  expect(after({ colour_by: null })).toBe("One colour");
  expect(after({ baseline: "b1" })).toBe("Baseline shown");
  const shown = { ...usualView, baseline: "b1" };
  expect(lookChange(shown, { ...shown, baseline: "b2" }, NAMES)).toBe("Another baseline shown");
  expect(lookChange(shown, usualView, NAMES)).toBe("Baseline hidden");
});

it("says what a filter keeps to from now on", () => {
  const filtered = { ...usualView, filter: { ...emptyFilter, text: "report", themes: ["t1"] } };
  expect(lookChange(usualView, filtered, NAMES)).toBe("Filter by Text: report; Theme: Quality");
  expect(lookChange(filtered, usualView, NAMES)).toBe("No filter");
});

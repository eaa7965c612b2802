import { expect, it } from "vitest";

import { usualView } from "./look";
import { lookChange } from "./look-change";

it("says what is shown otherwise, and nothing of what is not", () => {
  const after = (changed: Partial<typeof usualView>) => lookChange(usualView, { ...usualView, ...changed });
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
  expect(lookChange({ ...usualView, sort: { by: "end", descending: true } }, usualView)).toBe(
    "Rows in their usual order",
  );
  expect(lookChange({ ...usualView, collapsed: [[], []] }, usualView)).toBe("Lanes expanded");
});

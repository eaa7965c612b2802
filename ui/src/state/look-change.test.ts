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
  expect(after({ collapsed: [[]] })).toBe("Lane collapsed");
  expect(lookChange({ ...usualView, collapsed: [[], []] }, usualView)).toBe("Lanes expanded");
});

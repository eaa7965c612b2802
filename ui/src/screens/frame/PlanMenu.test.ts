import { afterEach, expect, it } from "vitest";

import { fakeMilepost, settle, show } from "../fakes";
import PlanMenu from "./PlanMenu.svelte";

let shown: ReturnType<typeof show>;
afterEach(() => shown.leave());

const BUTTON = "[data-field=plan-menu]";

/** What a pointer does: the press comes first, the click with its release. */
async function press(css: string): Promise<void> {
  shown.find(css).dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  await settle();
  await shown.click(css);
}

it("opens by a press on its button and closes by another one", async () => {
  shown = show(PlanMenu, { milepost: fakeMilepost({}).milepost });
  await press(BUTTON);
  expect(shown.has("[role=menu]")).toBe(true);
  expect(shown.find(BUTTON).getAttribute("aria-expanded")).toBe("true");
  await press(BUTTON);
  expect(shown.has("[role=menu]")).toBe(false);
  await press(BUTTON);
  expect(shown.has("[role=menu]")).toBe(true);
});

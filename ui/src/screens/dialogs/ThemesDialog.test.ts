import { afterEach, expect, it } from "vitest";

import type { Theme } from "../../bindings/Theme";
import { fakeMilepost, patch, planState, settle, show } from "../fakes";
import ThemesDialog from "./ThemesDialog.svelte";

let shown: ReturnType<typeof show>;
afterEach(() => shown.leave());

const themes: Theme[] = ["Reporting", "Quality"].map((name, index) => ({
  id: `t${index}`,
  name,
  hue: index + 1,
  rank: index,
}));

it("offers to undo a deletion until something else is done", async () => {
  let revision = 1;
  const { milepost } = fakeMilepost({
    apply() {
      revision += 1;
      return { ...patch, state: { ...planState, revision, themes: themes.slice(1) } };
    },
  });
  milepost.plan.state = { ...planState, revision, themes };
  shown = show(ThemesDialog, { milepost });
  await settle();
  const undo = () =>
    [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Undo");
  await shown.click("[aria-label='Delete Reporting']");
  expect(undo()).toBeDefined();

  await milepost.plan.apply({ operation: "edit_theme", id: "t1", edit: { field: "name", value: "Trust" } });
  await settle();
  expect(undo()).toBeUndefined();
});

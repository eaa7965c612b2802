import { afterEach, expect, it } from "vitest";

import { actionNamed, perform } from "../../actions";
import type { Operation } from "../../bindings/Operation";
import type { Theme } from "../../bindings/Theme";
import Dialogs from "../Dialogs.svelte";
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

it("begins on nothing that a key presses which is typed for something else", async () => {
  const { milepost } = fakeMilepost({});
  shown = show(ThemesDialog, { milepost });
  await settle();
  expect(document.activeElement?.tagName).toBe("DIALOG");
});

it("takes what is typed for a new theme's name from the moment that it is asked for", async () => {
  let answer = () => {};
  const { milepost, asked } = fakeMilepost({
    apply: ({ operation }) =>
      new Promise((resolve) => {
        const { theme } = operation as Extract<Operation, { operation: "add_theme" }>;
        const state = { ...planState, revision: 2, themes: [...themes, { ...theme, hue: 3, rank: 9 }] };
        answer = () => resolve({ ...patch, state });
      }),
  });
  perform(milepost, actionNamed("add-theme"));
  shown = show(Dialogs, { milepost });
  await settle();
  for (const key of ["M", "y", " ", "o", "n", "e"])
    document.activeElement?.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
    );
  answer();
  await settle();
  await settle();
  const field = document.activeElement as HTMLInputElement;
  expect([field.dataset["field"], field.value]).toEqual(["theme-name", "My one"]);
  expect(asked("apply")).toHaveLength(1);
});

import { afterEach, expect, it, vi } from "vitest";

import { settle, show } from "../screens/fakes";
import Combobox from "./Combobox.svelte";

let shown: ReturnType<typeof show>;
afterEach(() => shown.leave());

type Option = { id: string; title: string };
const option = (title: string): Option => ({ id: title.toLowerCase(), title });

function begin() {
  const answers: ((options: Option[]) => void)[] = [];
  const search = () => new Promise<Option[]>((resolve) => answers.push(resolve));
  const save = vi.fn((_: Option | null) => Promise.resolve(null));
  shown = show(Combobox<Option>, { label: "Parent", search, save, field: "parent" });
  return { answers, save };
}

const FIELD = "[data-field=parent]";
const field = () => shown.find<HTMLInputElement>(FIELD);

async function type(text: string): Promise<void> {
  field().value = text;
  field().dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
}

it("takes by Enter what fits the text as it is, not as it was", async () => {
  const { answers, save } = begin();
  await type("re");
  answers[0]?.([option("Reports")]);
  await settle();
  await type("rel");
  await shown.press(FIELD, "Enter");
  expect(save).not.toHaveBeenCalled();
  answers[1]?.([option("Releases")]);
  await settle();
  expect(save.mock.calls).toEqual([[option("Releases")]]);
});

it("takes nothing for a text that goes on after Enter", async () => {
  const { answers, save } = begin();
  await type("re");
  await shown.press(FIELD, "Enter");
  await type("rel");
  answers[0]?.([option("Reports")]);
  await settle();
  answers[1]?.([option("Releases")]);
  await settle();
  expect(shown.text()).toContain("Releases");
  expect(save).not.toHaveBeenCalled();
});

it("keeps a text that nothing was chosen by, and says so, until Esc", async () => {
  const { save } = begin();
  await shown.type(FIELD, "rel");
  expect(field().value).toBe("rel");
  expect(field().getAttribute("aria-invalid")).toBe("true");
  expect(shown.text()).toContain("Nothing was chosen for “rel”.");
  await shown.press(FIELD, "Escape");
  expect(field().value).toBe("");
  expect(shown.text()).not.toContain("Nothing was chosen");
  expect(save).not.toHaveBeenCalled();
});

import { afterEach, expect, it } from "vitest";

import { mayClose } from "./closing";
import TextField from "./widgets/TextField.svelte";
import { keep } from "./widgets/save";
import { type Answers, fakeMilepost, patch, refusal, settle, show } from "./screens/fakes";

let shown: ReturnType<typeof show>;
afterEach(() => shown.leave());

const FIELD = "[data-field=owner]";

function begin(answers: Answers) {
  const fake = fakeMilepost(answers);
  const save = (value: string) =>
    keep(fake.milepost, { operation: "edit_items", ids: ["i1"], edit: { field: "owner", value } });
  shown = show(TextField, { label: "Owner", field: "owner", value: "", save });
  return { ...fake, closes: mayClose(fake.milepost) };
}

/** Types into the field and stays in it. */
async function type(text: string): Promise<void> {
  const field = shown.find<HTMLInputElement>(FIELD);
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
}

it("keeps what is being typed, and waits for the file", async () => {
  let done = () => {};
  const { asked, closes } = begin({ apply: () => new Promise((resolve) => (done = () => resolve(patch))) });
  await type("Ada");
  const answer = closes();
  await settle();
  expect(asked("apply")).toMatchObject([{ operation: { edit: { field: "owner", value: "Ada" } } }]);
  done();
  expect(await answer).toBe(true);
});

it("holds the window for a value that is refused, until it is asked again", async () => {
  const { milepost, closes } = begin({ apply: () => Promise.reject(refusal("rule", "Too long.")) });
  await type("Ada");
  expect(await closes()).toBe(false);
  expect(milepost.notices.notices[0]?.message).toContain("The window stays open");
  expect(document.activeElement).toBe(shown.find(FIELD));
  await type("Bo");
  expect(await closes()).toBe(false);
  expect(await closes()).toBe(true);
});

it("holds it for a change that is refused while it waits, and only then", async () => {
  const { milepost, closes } = begin({ apply: () => Promise.reject(refusal("rule", "A title is needed.")) });
  void milepost.commit({ operation: "edit_items", ids: ["i1"], edit: { field: "title", value: "" } });
  expect(await closes()).toBe(false);
  expect(await closes()).toBe(true);
});

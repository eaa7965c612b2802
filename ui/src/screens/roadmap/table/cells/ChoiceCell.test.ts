import { afterEach, expect, it, vi } from "vitest";

import { refusal, settle, show } from "../../../fakes";
import ChoiceCell from "./ChoiceCell.svelte";
import type { Option } from "./options";

let shown: ReturnType<typeof show>;
afterEach(() => shown.leave());

const option = (label: string): Option => ({ value: label.toLowerCase(), label });
const FIELD = "[data-field=cell]";

/** A cell whose searches are answered by hand. */
function begin() {
  const searched: { text: string; answer: (options: Option[]) => void; fail: (why: string) => void }[] = [];
  const search = (text: string) =>
    new Promise<Option[]>((answer, reject) =>
      searched.push({ text, answer, fail: (why) => reject(refusal("file", why)) }),
    );
  const save = vi.fn();
  const props = { label: "Parent", value: "", shown: "", begun: "", search, save, onleave: () => {} };
  shown = show(ChoiceCell, props);
  return { searched, save };
}

async function write(text: string): Promise<void> {
  const field = shown.find<HTMLInputElement>(FIELD);
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
}

it("asks for one text at a time, and for none that was typed over before", async () => {
  const { searched, save } = begin();
  for (const text of ["r", "re", "rel"]) await write(text);
  await shown.press(FIELD, "Enter");
  searched[0]?.answer([option("None")]);
  await settle();
  expect(searched.map(({ text }) => text)).toEqual(["", "rel"]);
  expect(save).not.toHaveBeenCalled();
  searched[1]?.answer([option("Releases")]);
  await settle();
  expect(save.mock.calls).toEqual([["releases"]]);
});

it("takes nothing by Enter that an earlier text has found, where the search for this one fails", async () => {
  const { searched, save } = begin();
  searched[0]?.answer([option("None")]);
  await settle();
  await write("rel");
  await shown.press(FIELD, "Enter");
  searched[1]?.fail("The plan is gone.");
  await settle();
  expect(save).not.toHaveBeenCalled();
  expect(shown.find("[role=alert]").textContent.trim()).toBe("The plan is gone.");
});

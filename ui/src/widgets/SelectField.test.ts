import { afterEach, expect, it } from "vitest";

import { settle, show } from "../screens/fakes";
import SelectField from "./SelectField.svelte";

let shown: ReturnType<typeof show>;
afterEach(() => shown.leave());

const options = [
  { value: "high", label: "High" },
  { value: "low", label: "Low" },
];

it("goes back to having no value where what it sets has none in common", async () => {
  const save = () => Promise.resolve(null);
  shown = show(SelectField, { label: "Importance", field: "importance", value: null, options, save });
  await shown.choose("[data-field=importance]", "low");
  expect(shown.find("[data-field=importance]")).toHaveProperty("value", "");
});

it("shows the last choice while an earlier one is answered", async () => {
  const answers: (() => void)[] = [];
  const save = () => new Promise<null>((resolve) => answers.push(() => resolve(null)));
  shown = show(SelectField, { label: "Importance", field: "importance", value: null, options, save });
  await shown.choose("[data-field=importance]", "low");
  await shown.choose("[data-field=importance]", "high");
  answers[0]?.();
  await settle();
  expect(shown.find("[data-field=importance]")).toHaveProperty("value", "high");
});

import { afterEach, expect, it, vi } from "vitest";

import { settle, show } from "../screens/fakes";
import CheckList from "./CheckList.svelte";

let shown: ReturnType<typeof show>;
afterEach(() => shown.leave());

const many = Array.from({ length: 12 }, (_, index) => ({ value: `o${index}`, label: `Owner ${index}` }));

it("ticks and unticks values, null among them", async () => {
  const onchange = vi.fn();
  const options = [
    { value: "t1", label: "Reporting", hue: 1 },
    { value: null, label: "No theme" },
  ];
  shown = show(CheckList as never, { label: "Theme", name: "themes", options, chosen: ["t1"], onchange });
  expect(shown.find("[data-value=t1]")).toHaveProperty("checked", true);
  expect(shown.has("input[type=search]")).toBe(false);
  await shown.click("[data-value='']");
  expect(onchange).toHaveBeenLastCalledWith(["t1", null]);
  await shown.click("[data-value=t1]");
  expect(onchange).toHaveBeenLastCalledWith([]);
});

it("searches a long list and keeps what is ticked in sight", async () => {
  const onchange = vi.fn();
  const props = { label: "Owner", name: "owners", options: many, chosen: ["o3"], onchange, clearable: true };
  shown = show(CheckList as never, props);
  const values = () =>
    [...document.querySelectorAll<HTMLElement>("[data-value]")].map(({ dataset }) => dataset["value"]);
  expect(values()).toHaveLength(12);
  await shown.type("input[type=search]", "owner 11");
  await settle();
  expect(values()).toEqual(["o3", "o11"]);
  await shown.click("[aria-label='Clear owner']");
  expect(onchange).toHaveBeenLastCalledWith([]);
});

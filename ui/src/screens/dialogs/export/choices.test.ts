import { afterEach, expect, it } from "vitest";

import { fitOf, formatOf, readChoices, withEndingOf, writeChoices } from "./choices";

afterEach(() => localStorage.clear());

it("remembers what was chosen, and nothing that makes no sense", () => {
  expect(readChoices().paper).toBe("a4");
  writeChoices({ ...readChoices(), paper: "a3", audience: "The board" });
  expect(readChoices()).toMatchObject({ paper: "a3", audience: "The board" });
  localStorage.setItem(
    "milepost.export",
    JSON.stringify({ paper: "a9", percent: "all", bom: false, other: 1 }),
  );
  expect(readChoices()).toEqual({ ...readChoices(), paper: "a4", percent: 100, bom: false });
  expect(readChoices()).not.toHaveProperty("other");
  localStorage.setItem("milepost.export", "{");
  expect(readChoices().format).toBe("pdf");
});

it("lets the name of the file follow the format, and the format the name", () => {
  expect(withEndingOf("/plans/a.b.milepost", "pdf")).toBe("/plans/a.b.pdf");
  expect(withEndingOf("/plans/a.PDF", "csv")).toBe("/plans/a.csv");
  expect(withEndingOf("/plans/v1.2", "svg")).toBe("/plans/v1.2.svg");
  expect(formatOf("C:\\plans\\a.PNG")).toBe("png");
  expect(formatOf("/plans/a.milepost")).toBeNull();
});

it("puts a picture on a single page", () => {
  expect(fitOf({ ...readChoices(), format: "png", fit: "width" })).toBe("page");
  expect(fitOf({ ...readChoices(), fit: "percent", percent: 80 })).toEqual({ percent: 80 });
});

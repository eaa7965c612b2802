import { expect, it } from "vitest";

import { otherPlan, refusal, settle } from "../fakes";
import { rowOf, tableOf } from "./table/fake-budget";
import {
  OCTOBER,
  begin,
  cell,
  fieldOf,
  onPage,
  period,
  planned,
  point,
  press,
  pressElsewhere,
  showTable,
  shown,
} from "./table/fake-page";

onPage();

it("tells the text that the plan refuses when the focus is elsewhere, with the way back to its cell", async () => {
  let refuse = () => {};
  const { milepost } = await begin({
    apply: () =>
      new Promise((_, no) => (refuse = () => no(refusal("rule", "EUR 900.00 come from features.")))),
  });
  await point(cell(0, OCTOBER));
  await press("5");
  await pressElsewhere();
  refuse();
  await settle();
  await settle();
  expect(shown.has("[data-field=cell]")).toBe(false);
  const [notice] = milepost.notices.notices;
  expect(notice).toMatchObject({
    message: "“5” was not planned on “Cloud”, October 2026.",
    hint: "EUR 900.00 come from features.",
    action: { label: "Edit" },
  });
  milepost.budget.unit = "quarter";
  await settle();
  notice?.action?.run();
  await settle();
  expect(milepost.budget.unit).toBe("month");
  expect(document.activeElement).toBe(shown.find(`${cell(0, OCTOBER)} input`));
  expect(fieldOf().value).toBe("5");
  expect(shown.text()).toContain("EUR 900.00 come from features.");
});

it("comes back to no cell of other periods", async () => {
  let refuse = () => {};
  const { milepost } = await begin({
    apply: () => new Promise((_, no) => (refuse = () => no(refusal("rule", "Too little.")))),
  });
  await point(cell(0, OCTOBER));
  await press("5");
  await press("Enter");
  milepost.budget.unit = "quarter";
  await settle();
  await point(cell(0, 3));
  refuse();
  await settle();
  await settle();
  expect(shown.has("[data-field=cell]")).toBe(false);
  expect(milepost.notices.notices[0]?.message).toBe("“5” was not planned on “Cloud”, October 2026.");
});

it("comes back to no other line when that of a refused text is gone", async () => {
  let rows = [rowOf({}, [0, 0, 0]), rowOf({ id: "people", name: "People" }, [0, 0, 0])];
  const { milepost } = await begin({
    budget_table: () => tableOf(rows),
    apply: () => {
      rows = [rowOf({ id: "people", name: "People" }, [0, 0, 0])];
      milepost.plan.show(otherPlan);
      throw refusal("rule", "There is no such line.");
    },
  });
  await point(cell(0, OCTOBER));
  await press("5");
  await press("Tab");
  await settle();
  expect(shown.has("[data-field=cell]")).toBe(false);
  expect(milepost.notices.notices[0]).toMatchObject({
    message: "“5” was not planned in October 2026.",
    action: null,
  });
});

it("keeps a text that is no amount in its cell, whatever is pressed or scrolled", async () => {
  const { applied } = await begin();
  await point(cell(0, OCTOBER));
  await press("5");
  fieldOf().value = "5000x";
  await pressElsewhere();
  expect(shown.text()).toContain("“5000x” is not an amount of EUR.");
  const grid = shown.find("[role=grid]");
  grid.scrollLeft = 1_500;
  grid.dispatchEvent(new Event("scroll"));
  await settle();
  expect(fieldOf().value).toBe("5000x");
  expect(document.activeElement).toBe(document.body);
  // The first press brings the focus back, so that the next one is heard.
  await point(cell(4, 20));
  expect(document.activeElement).toBe(fieldOf());
  await point(cell(4, 20), { button: 2 });
  shown.find(cell(4, 20)).dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, button: 2 }));
  await settle();
  expect(fieldOf().closest("[data-column]")).toBe(shown.find(cell(0, OCTOBER)));
  expect(fieldOf().value).toBe("5000x");
  fieldOf().value = "70";
  await point(cell(4, 20));
  expect(planned(applied()[0])).toEqual(["cloud", [{ period: period("2026-10", "31"), amount: 7_000 }]]);
  expect(document.activeElement).toBe(shown.find(cell(4, 20)));
});

it("tells a text that is no amount when its cell goes, and puts it into no other", async () => {
  const { applied, milepost } = await begin();
  const refuse = async (text: string) => {
    await point(cell(0, OCTOBER));
    await press("5");
    fieldOf().value = text;
    await pressElsewhere();
  };
  await refuse("5000x");
  milepost.budget.unit = "quarter";
  await settle();
  expect(shown.has("[data-field=cell]")).toBe(false);
  milepost.budget.unit = "month";
  await settle();
  await refuse("6000x");
  await shown.leave();
  expect(milepost.notices.notices.map(({ message }) => message)).toEqual([
    "“5000x” was not planned on “Cloud”, October 2026.",
    "“6000x” was not planned on “Cloud”, October 2026.",
  ]);
  expect(applied()).toEqual([]);
  await showTable(milepost);
  milepost.notices.notices[1]?.action?.run();
  await settle();
  expect(fieldOf().value).toBe("6000x");
});

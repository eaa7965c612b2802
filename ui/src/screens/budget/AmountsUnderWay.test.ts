/** What the budget's table does while amounts that were typed into it are on their way. */
import { expect, it } from "vitest";

import type { Patch } from "../../bindings/Patch";
import { patch, refusal, settle } from "../fakes";
import { budgetAnswers, rowOf, tableOf } from "./table/fake-budget";
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
  shown,
  text,
} from "./table/fake-page";

onPage();

it("lets typing go on while amounts are on their way, in the order in which they were typed", async () => {
  const answers: (() => void)[] = [];
  const { applied, milepost } = await begin({
    apply: (request) =>
      new Promise((done, refuse) => {
        const isSecond = answers.length === 1;
        answers.push(() =>
          isSecond ? refuse(refusal("rule", "Too little.")) : done(budgetAnswers.apply!(request) as Patch),
        );
      }),
  });
  await point(cell(0, OCTOBER));
  for (const amount of ["5", "6", "7"]) {
    await press(amount);
    await press("Tab");
  }
  expect([OCTOBER, OCTOBER + 1, OCTOBER + 2].map((column) => text(0, column))).toEqual(["5", "6", "7"]);
  expect(applied()).toHaveLength(1);
  for (let sent = 0; sent < 3; sent++) {
    answers[sent]!();
    await settle();
    await settle();
  }
  expect(applied()).toHaveLength(3);
  // The second one comes back; the others stand as the plan has them.
  expect(shown.find<HTMLInputElement>("[data-field=cell]").value).toBe("6");
  expect(shown.text()).toContain("Too little.");
  expect(text(0, OCTOBER)).toBe("1,000");
  expect(milepost.notices.notices).toEqual([]);
});

it("fills, copies and clears what its cells show, though it is still on its way", async () => {
  const october = [100_000, 100_000, 50_000];
  const answers: (() => void)[] = [];
  const { applied, copyText } = await begin({
    budget_table: () => tableOf([rowOf({}, october)]),
    apply: ({ operation }) =>
      new Promise((done) => {
        answers.push(() => {
          if (operation.operation === "plan_periods") october[0] = operation.periods[0]?.amount ?? 0;
          done({ ...patch, touched: ["cost"] });
        });
      }),
  });
  const typed = async (amount: string) => {
    await point(cell(0, OCTOBER));
    await press("5");
    fieldOf().value = amount;
    fieldOf().dispatchEvent(new Event("input", { bubbles: true }));
    await press("Enter");
    await point(cell(0, OCTOBER));
  };
  const arrives = async () => {
    answers.shift()?.();
    for (let turn = 0; turn < 3; turn++) await settle();
  };
  await typed("5000");
  await press("ArrowRight", { shiftKey: true });
  await press("c", { ctrlKey: true });
  await press("r", { ctrlKey: true });
  await arrives();
  expect(await copyText.mock.calls[0]![0]).toBe("5000.00\t1000.00");
  expect(planned(applied()[1])).toEqual(["cloud", [{ period: period("2026-11", "30"), amount: 500_000 }]]);
  await arrives();
  await typed("0");
  await arrives();
  await typed("70");
  await press("Delete");
  await arrives();
  expect(planned(applied().at(-1))).toEqual(["cloud", [{ period: period("2026-10", "31"), amount: null }]]);
});

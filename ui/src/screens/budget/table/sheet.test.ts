import { expect, it, vi } from "vitest";

import type { BudgetTable } from "../../../bindings/BudgetTable";
import type { PeriodUnit } from "../../../bindings/PeriodUnit";
import { tableOf } from "./fake-budget";
import { Sheet } from "./sheet.svelte";

it("asks once more for all changes that came while an answer was under way", async () => {
  const answers: ((table: BudgetTable) => void)[] = [];
  const ask = vi.fn(() => new Promise<BudgetTable>((done) => answers.push(done)));
  let unit: PeriodUnit = "month";
  const sheet = new Sheet(() => unit, ask, vi.fn());
  sheet.refresh();
  sheet.refresh();
  unit = "year";
  sheet.refresh();
  const settled = sheet.settled();
  expect(ask).toHaveBeenCalledTimes(1);
  answers[0]!(tableOf());
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
  expect(sheet.told?.unit).toBe("month");
  answers[1]!(tableOf());
  await settled;
  expect(sheet.told?.unit).toBe("year");
  expect(ask).toHaveBeenCalledTimes(2);
});

it("says what failed, and asks again after the next change", async () => {
  const failed = vi.fn();
  const ask = vi
    .fn<() => Promise<BudgetTable>>()
    .mockRejectedValueOnce(new Error("gone"))
    .mockResolvedValue(tableOf());
  const sheet = new Sheet(() => "month", ask, failed);
  sheet.refresh();
  await sheet.settled();
  expect(failed).toHaveBeenCalledOnce();
  sheet.refresh();
  await sheet.settled();
  expect(sheet.told).not.toBeNull();
});

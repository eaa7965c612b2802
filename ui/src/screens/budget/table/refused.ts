/** Tells of a text that was refused once its cell is not where it could be mended. */
import type { BudgetRow } from "../../../bindings/BudgetRow";
import type { Milepost } from "../../../milepost.svelte";
import { Refusal } from "../../../ports/backend";
import type { RefusedAmount } from "../../../state/budget.svelte";
import { periodAround, periodName } from "../../../state/periods";

/** Says what was not planned and why, with the way back to its cell as long as there is such a line. */
export function tellRefused(
  { budget, notices, screen }: Milepost,
  lines: readonly BudgetRow[],
  fiscalYear: number,
  refused: RefusedAmount,
): void {
  const { day, unit, text, reason: hint } = refused;
  const line = lines.find((row) => row.line.id === refused.line)?.line;
  const period = periodName(periodAround(day, unit, fiscalYear), unit, fiscalYear);
  const where = line ? `on “${line.name}”, ${period}` : `in ${period}`;
  const run = () => {
    screen.current = "budget";
    budget.mend(refused);
  };
  const message = `“${text}” was not planned ${where}.`;
  notices.fail(new Refusal({ code: "rule", message, hint }), line ? { label: "Edit", run } : null);
}

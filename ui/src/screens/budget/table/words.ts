/** What stands in the cells and heads of the budget's table, and what their tooltips say. */
import type { BudgetCell } from "../../../bindings/BudgetCell";
import type { BudgetRow } from "../../../bindings/BudgetRow";
import type { CapStanding } from "../../../bindings/CapStanding";
import { categoryWord } from "../../../state/budget-words";
import type { Measure } from "../../../state/budget.svelte";
import { writtenSpan } from "../../../state/days";
import { type Currency, plainMoney, shortMoney, writtenMoney } from "../../../state/money";

export const MEASURE_WORDS: Record<Measure, string> = {
  planned: "Planned",
  actual: "Actual",
  forecast: "Forecast",
  variance: "Variance",
};

export const MEASURE_HINTS: Record<Measure, string> = {
  planned: "What is planned",
  actual: "What is spent",
  forecast: "What is spent, and what is planned after today",
  variance: "By how much more is forecast than planned",
};

/** How amounts are written: without decimals where all that there are come to whole units. */
export interface Writing {
  currency: Currency;
  decimals: number;
}

export const written = (amount: number, { currency, decimals }: Writing): string =>
  plainMoney(amount, currency, undefined, decimals);

/** What stands in a cell. Nothing is left out, so that what there is stands out; not so in sums. */
export function cellText(amount: number, measure: Measure, writing: Writing, isSum: boolean): string {
  if (amount === 0 && !isSum) return "";
  const sign = measure === "variance" && amount > 0 ? "+" : "";
  return sign + written(amount, writing);
}

/** What is to be known of a cell beyond its amount. */
export function cellHint(
  cell: BudgetCell,
  measure: Measure,
  where: { line: string; column: string },
  currency: Currency,
  warning: string | null,
): string {
  const money = (amount: number) => writtenMoney(amount, currency);
  const lines = [`${where.line}, ${where.column}`, `${MEASURE_WORDS[measure]}: ${money(cell[measure])}`];
  if (measure === "planned" && cell.low !== cell.high)
    lines.push(`By estimates from ${money(cell.low)} to ${money(cell.high)}`);
  if (warning) lines.push(warning);
  return lines.join("\n");
}

/** “€3.2K left of €60K”, “€1.2K over €60K”. */
export function capWords({ cap, left }: CapStanding, currency: Currency): string {
  const all = shortMoney(cap.amount, currency);
  return left < 0
    ? `${shortMoney(-left, currency)} over ${all}`
    : `${shortMoney(left, currency)} left of ${all}`;
}

/** All that is to be known of a line, for its tooltip. */
export function lineHint({ line, cap, warning }: BudgetRow, currency: Currency): string {
  const lines = [line.name, categoryWord(line)];
  const money = (amount: number) => writtenMoney(amount, currency);
  if (cap) {
    const { first, last } = cap.cap.span;
    lines.push(`Cap of ${money(cap.cap.amount)} for ${writtenSpan(first, last)}`);
    lines.push(`Spent ${money(cap.actual)}, forecast ${money(cap.forecast)}`);
    if (!warning) lines.push(`${money(cap.left)} left`);
  }
  return [...lines, warning, line.note].filter(Boolean).join("\n");
}

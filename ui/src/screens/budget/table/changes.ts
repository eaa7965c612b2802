/** From changed amounts to the one operation that plans them. */
import type { Operation } from "../../../bindings/Operation";
import type { PeriodAmount } from "../../../bindings/PeriodAmount";
import type { Span } from "../../../bindings/Span";
import { newId } from "../../../state/ids";

/** What shall be planned on a line in a period, in minor units; null takes away what is planned there by hand. */
export interface Change {
  line: string;
  period: Span;
  amount: number | null;
}

/** One step for all changes; null if there are none. */
export function planning(changes: readonly Change[]): Operation | null {
  const lines = new Map<string, PeriodAmount[]>();
  for (const { line, period, amount } of changes)
    lines.set(line, [...(lines.get(line) ?? []), { period, amount }]);
  const operations: Operation[] = [...lines].map(([line, periods]) => ({
    operation: "plan_periods",
    line,
    periods,
    first_id: newId(),
  }));
  if (operations.length < 2) return operations[0] ?? null;
  return { operation: "batch", label: `Plan ${changes.length} amounts`, operations };
}

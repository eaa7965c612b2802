/** What is said of needs, customers and goals on screen. */
import type { Coverage } from "../bindings/Coverage";
import type { Customer } from "../bindings/Customer";
import type { CustomerKind } from "../bindings/CustomerKind";
import type { Fulfilment } from "../bindings/Fulfilment";
import type { Importance } from "../bindings/Importance";
import type { NeedMark } from "../bindings/NeedMark";
import type { WeightPart } from "../bindings/WeightPart";

export const IMPORTANCE_WORDS: Record<Importance, string> = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
};

/** What stands in a cell for each. */
export const IMPORTANCE_LETTERS: Record<Importance, string> = {
  critical: "C",
  high: "H",
  medium: "M",
  low: "L",
};

export const MARK_WORDS: Record<NeedMark, string> = {
  unserved: "Unserved",
  late: "Late",
  planned: "Planned",
  partly_met: "Partly met",
  met: "Met",
};

export const FULFILMENT_WORDS: Record<Fulfilment, string> = { fully: "Fully", partly: "Partly" };

export const CUSTOMER_KIND_WORDS: Record<CustomerKind, string> = {
  segment: "Segment",
  organisation: "Organisation",
  department: "Department",
  person: "Person",
  system: "System",
};

/** “3 needs”, “1 need”. */
export const count = (number: number, one: string, several = `${one}s`): string =>
  `${number.toLocaleString()} ${number === 1 ? one : several}`;

/** “120 people”; the number alone where nobody has said what it counts. */
export const sizeWords = ({ size, unit }: Pick<Customer, "size" | "unit">): string =>
  `${size.toLocaleString()}${unit ? ` ${unit}` : ""}`;

/** “critical (4) × 120 people = 480”. */
export const partWords = ({ importance, points, size, weight }: WeightPart, unit: string): string =>
  `${IMPORTANCE_WORDS[importance].toLowerCase()} (${points}) × ${sizeWords({ size, unit })} = ${weight.toLocaleString()}`;

/** How a weight comes about, line by line; `customers` is whose need it is in all. */
export function weightLines(
  parts: readonly WeightPart[],
  of: (customer: string) => Pick<Customer, "name" | "unit"> | undefined,
  customers: number,
): string[] {
  const lines = parts.map((part) => {
    const { name = "A customer", unit = "" } = of(part.customer) ?? {};
    return `${name}: ${partWords(part, unit)}`;
  });
  if (customers === 0) return ["Nobody’s need yet: it has no weight."];
  const others = customers - parts.length;
  return others > 0 ? [...lines, `and ${count(others, "other customer")}`] : lines;
}

/** What is to be known of where a need stands, beyond the word. */
export function coverageWords({ items, done, days_late, undated, is_full, standing }: Coverage): string {
  if (items === 0) return "Nothing serves it.";
  const late = days_late === null ? [] : [`${count(days_late, "day")} after it is wanted`];
  const without = undated === 0 ? [] : [`${undated.toLocaleString()} without dates`];
  const short = is_full || standing === "met" ? [] : ["nothing serves it fully"];
  return [`${done.toLocaleString()} of ${count(items, "item")} done`, ...late, ...without, ...short].join(
    ", ",
  );
}

/** What categories are called on screen, and the year that a cap is for unless somebody says otherwise. */
import type { BudgetLine } from "../bindings/BudgetLine";
import type { Category } from "../bindings/Category";
import type { PlanSettings } from "../bindings/PlanSettings";
import type { Span } from "../bindings/Span";
import { isoOf, numberOf } from "./days";

export const CATEGORY_WORDS: Record<Category, string> = {
  people: "People",
  licences: "Licences",
  cloud: "Cloud",
  marketing: "Marketing",
  training: "Training",
  other: "Other",
};

/** The category of a line, in the user's own word if there is one. */
export const categoryWord = ({ category, own_category }: BudgetLine): string =>
  own_category || CATEGORY_WORDS[category];

/** The fiscal year of the plan that a day falls into. */
export function fiscalYearAround(day: string, { fiscal_year: month }: PlanSettings): Span {
  const [year, own] = day.split("-").map(Number) as [number, number];
  const first = own < month ? year - 1 : year;
  const start = (of: number) => `${of}-${String(month).padStart(2, "0")}-01`;
  return { first: start(first), last: isoOf(numberOf(start(first + 1)) - 1) };
}

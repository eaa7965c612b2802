/** What categories are called on screen, and the year that a cap is for unless somebody says otherwise. */
import type { BudgetLine } from "../bindings/BudgetLine";
import type { Category } from "../bindings/Category";
import type { PlanSettings } from "../bindings/PlanSettings";
import type { Span } from "../bindings/Span";
import { periodAround } from "./periods";

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
export const fiscalYearAround = (day: string, { fiscal_year }: PlanSettings): Span =>
  periodAround(day, "year", fiscal_year);

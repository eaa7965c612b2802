/** When costs fall due, how sure they are and what they come to, in words and as choices. */
import type { Certainty } from "../bindings/Certainty";
import type { Cost } from "../bindings/Cost";
import type { CostSum } from "../bindings/CostSum";
import type { Rate } from "../bindings/Rate";
import type { Span } from "../bindings/Span";
import type { Timing } from "../bindings/Timing";
import { written, writtenSpan } from "./days";
import { type Currency, writtenMoney } from "./money";

/** A way in which a cost falls due, as one choice. */
export type When = "spread" | "monthly" | "start" | "end" | "spread-own" | "monthly-own" | "day";

/** Those that follow the work item come first; a cost of the plan as a whole has only the others. */
export const WHEN_WORDS: Record<When, string> = {
  spread: "Spread over the item",
  monthly: "Monthly in the item",
  start: "Once, at its start",
  end: "Once, at its end",
  "spread-own": "Spread over own days",
  "monthly-own": "Monthly in own days",
  day: "Once, on a day",
};

const OWN: readonly When[] = ["spread-own", "monthly-own", "day"];

/** Whether a cost falls due on days of its own, whatever its item does. */
export const hasOwnDays = (timing: Timing): boolean => OWN.includes(whenOf(timing));

/** The choices for a cost of an item, or of none. */
export const whensFor = (hasItem: boolean): { value: When; label: string }[] =>
  (Object.keys(WHEN_WORDS) as When[])
    .filter((value) => hasItem || OWN.includes(value))
    .map((value) => ({ value, label: WHEN_WORDS[value] }));

export function whenOf(timing: Timing): When {
  if (timing.timing === "once") return timing.on.at;
  return timing.span === null ? timing.timing : `${timing.timing}-own`;
}

/** The timing of a choice; days of its own begin with those given. */
export function timingFor(when: When, days: Span): Timing {
  switch (when) {
    case "spread":
    case "monthly":
      return { timing: when, span: null };
    case "spread-own":
      return { timing: "spread", span: days };
    case "monthly-own":
      return { timing: "monthly", span: days };
    case "start":
    case "end":
      return { timing: "once", on: { at: when } };
    case "day":
      return { timing: "once", on: { at: "day", day: days.first } };
  }
}

/** “Monthly”, for where its days stand beside it. */
export const howWords = ({ timing }: Timing): string =>
  ({ once: "Once", monthly: "Monthly", spread: "Spread" })[timing];

export const daysWords = (span: Span | null): string =>
  span ? writtenSpan(span.first, span.last) : "No dates yet";

/** What a cost comes to and why: “€500.00 a month from 2 Feb 2027 to 16 Apr 2027: 3 payments, €1,500.00”. */
export function comesWords(
  { amount, timing, certainty }: Pick<Cost, "amount" | "timing" | "certainty">,
  sum: CostSum,
  currency: Currency,
  rates: readonly Rate[],
): string {
  const money = (minor: number) => writtenMoney(minor, currency);
  const rate = amount.by === "effort" ? rates.find(({ id }) => id === amount.rate) : undefined;
  const effort =
    amount.by === "effort" && rate
      ? `${writtenEffort(amount.hundredths)} × ${money(rate.per_day)} (${rate.role}) = `
      : "";
  const sure = certaintyWords(certainty, currency);
  const said = `${effort}${money(sum.money)} ${dueWords(timing, sum, money)}${sure ? `; ${sure}` : ""}.`;
  return sum.called_off ? `${said} The item is dropped, so it does not count.` : said;
}

/** What a cost is called: its name, or whose work it is; empty if it has neither. */
export function costTitle({ name, amount }: Pick<Cost, "name" | "amount">, rates: readonly Rate[]): string {
  if (name !== "" || amount.by === "money") return name;
  const role = rates.find(({ id }) => id === amount.rate)?.role;
  return [role, writtenEffort(amount.hundredths)].filter(Boolean).join(", ");
}

/** “12.5 days”. */
export function writtenEffort(hundredths: number): string {
  const days = (hundredths / 100).toLocaleString();
  return `${days} ${hundredths === 100 ? "day" : "days"}`;
}

/** “estimated from €400.00 to €600.00”; empty if it is certain. */
export function certaintyWords(certainty: Certainty, currency: Currency): string {
  if (certainty.certainty === "certain") return "";
  const [low, high] = [certainty.low, certainty.high].map((end) => writtenMoney(end, currency));
  return `estimated from ${low} to ${high}`;
}

function dueWords(timing: Timing, sum: CostSum, money: (minor: number) => string): string {
  const { span, payments, total } = sum;
  if (timing.timing === "once") {
    const day = span ? written(span.first) : "which has no dates yet";
    if (timing.on.at === "day") return `on ${day}`;
    return `at the ${timing.on.at} of the item, ${day}`;
  }
  const how = timing.timing === "monthly" ? "a month" : "spread";
  if (!span || payments === null) return `${how} over the days of the item, which has no dates yet`;
  const days = `from ${written(span.first)} to ${written(span.last)}`;
  if (timing.timing === "spread") return `${how} ${days}`;
  return `${how} ${days}: ${payments.toLocaleString()} ${payments === 1 ? "payment" : "payments"}, ${money(total)}`;
}

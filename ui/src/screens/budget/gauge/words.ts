/** What the gauge says of money in words. */
import type { OverCap } from "../../../bindings/OverCap";
import type { MoneyStanding } from "../../../bindings/MoneyStanding";
import { written } from "../../../state/days";

/** An amount as text. */
export type Write = (amount: number) => string;

/** What is forecast: spent, and still planned. */
export const forecastOf = ({ actual, remaining }: MoneyStanding): number => actual + remaining;

/** “€1,500 left”, “€200 over”; null without a cap. */
export function leftWords(standing: MoneyStanding, write: Write): string | null {
  if (standing.cap === null) return null;
  const left = standing.cap - forecastOf(standing);
  return left < 0 ? `${write(-left)} over` : `${write(left)} left`;
}

/** “€500 to €1,700 left”, “€900 over to €300 left”: what estimates leave open; null if they leave nothing open. */
export function openWords({ cap, low, high }: MoneyStanding, write: Write): string | null {
  if (cap === null || low === high) return null;
  const [least, most] = [cap - high, cap - low];
  if (least >= 0) return `${write(least)} to ${write(most)} left`;
  if (most < 0) return `${write(-most)} to ${write(-least)} over`;
  return `${write(-least)} over to ${write(most)} left`;
}

/** “Cloud is over its cap by €200 from 12 May 2027”. */
export const overWords = ({ name, by, passed_on }: OverCap, write: Write): string =>
  `${name} is over its cap by ${write(by)} from ${written(passed_on)}`;

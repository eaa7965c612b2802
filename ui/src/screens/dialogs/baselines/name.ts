/** The name that a new baseline gets unless somebody types another one. */
import type { PlanState } from "../../../bindings/PlanState";
import { written } from "../../../state/days";

export function suggestedName({ today, baselines }: Pick<PlanState, "today" | "baselines">): string {
  const name = `Baseline ${written(today)}`;
  const taken = new Set(baselines.map((each) => each.name));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} (${number})`)) number += 1;
  return `${name} (${number})`;
}

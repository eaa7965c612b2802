/** Which two schedules are compared: a baseline, and a later one or the plan as it stands. */
import type { TakenBaseline } from "../../../bindings/TakenBaseline";

export const NOW = "now";

export interface Compared {
  since: string;
  /** `NOW` or a baseline. */
  until: string;
  /** What `until` can be. */
  laterOnes: string[];
}

/** What was wanted as far as the plan has it; else the newest baseline, and now. */
export function compared(
  baselines: readonly TakenBaseline[],
  wanted: { since: string | null; until: string },
): Compared {
  const ids = baselines.map(({ id }) => id);
  const found = wanted.since === null ? -1 : ids.indexOf(wanted.since);
  const at = found < 0 ? ids.length - 1 : found;
  const laterOnes = [NOW, ...ids.slice(at + 1)];
  const until = laterOnes.includes(wanted.until) ? wanted.until : NOW;
  return { since: ids[at] ?? "", until, laterOnes };
}

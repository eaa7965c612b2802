/** The ways in which an item can have a place in time, as the inspector offers them. */
import type { Horizon } from "../../bindings/Horizon";
import type { Schedule } from "../../bindings/Schedule";
import { firstDates, numberOf } from "../../state/days";
import { HORIZON_WORDS, optionsOf } from "../../state/words";

export type When = "dates" | Horizon | "none";

export const HORIZONS = optionsOf(HORIZON_WORDS);

export const WHENS: readonly { value: When; label: string; title: string }[] = [
  { value: "dates", label: "Dates", title: "From a first to a last day" },
  ...HORIZONS.map((each) => ({ ...each, title: `Some time: ${each.label.toLowerCase()}` })),
  { value: "none", label: "None", title: "Not on the timeline" },
];

export function whenOf(schedule: Schedule): When {
  if (schedule.kind === "horizon") return schedule.horizon;
  return schedule.kind === "dated" ? "dates" : "none";
}

export function scheduleFor(when: When, today: string): Schedule {
  switch (when) {
    case "dates":
      return firstDates(numberOf(today));
    case "none":
      return { kind: "none" };
    default:
      return { kind: "horizon", horizon: when };
  }
}

/** What a distance dragged means in days. */
import { isoOf } from "../state/days";

/** Whole days for a distance in points; whole weeks with Shift held. */
export function daysFor(distance: number, scale: number, byWeeks: boolean): number {
  const unit = byWeeks ? 7 : 1;
  const days = Math.round(distance / scale / unit) * unit;
  return days === 0 ? 0 : days;
}

/** The day under an x of the surface, as a number. */
export const dayAt = (x: number, scale: number): number => Math.floor(x / scale);

export const isoAt = (x: number, scale: number): string => isoOf(dayAt(x, scale));

/** What a distance dragged means in days. */
import type { Area } from "../chart/geometry";
import type { Hand } from "./gesture";

/** Width of a milestone's diamond, and height of its row, in points; those of the layout. */
const DIAMOND = 14;
const MILESTONES_ROW = 26;

/** Whole days for a distance in points; whole weeks with Shift held. */
export function daysFor(distance: number, scale: number, byWeeks: boolean): number {
  const unit = byWeeks ? 7 : 1;
  const days = Math.round(distance / scale / unit) * unit;
  return days === 0 ? 0 : days;
}

/** How far along the axis a hand is, in days with their fractions: the same at any scale. */
export const daysAlong = ({ at, scale }: Pick<Hand, "at" | "scale">): number => at.x / scale;

/** The day under an x of the surface, as a number. */
export const dayAt = (x: number, scale: number): number => Math.floor(x / scale);

/** The day of a milestone, as a number: its diamond stands at noon. */
export const dayOfDiamond = (diamond: Area, scale: number): number =>
  dayAt(diamond.x + diamond.width / 2, scale);

/** Where the diamond of a day is, in the first row of milestones: where else it has to stand is only known once it is near. */
export const diamondOf = (day: number, scale: number): Area => ({
  x: (day + 0.5) * scale - DIAMOND / 2,
  y: 0,
  width: DIAMOND,
  height: MILESTONES_ROW,
});

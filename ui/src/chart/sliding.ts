/**
 * Where names stand that slide to stay in sight while what they name begins beyond the left edge. What no longer has room
 * for all of its name shows the beginning of it: an end alone would read as another name.
 */
import type { TextRun } from "../bindings/TextRun";
import { type Area, right } from "./geometry";
import { type SlidingName, textBounds } from "./part";

/** How far from the left edge text stops. */
const INSET = 8;
/** What is to be seen of a name at least, in points: some three letters and “…”. */
const LEAST = 34;

/** Where a name stands. */
export interface Slid {
  x: number;
  /** How far right it has room for all of itself, and where that room ends. */
  whole: number;
  end: number;
}

/** Whether a text stands at its own x while the left edge is no further right than that. */
export const stands = ({ at: [x], lead = 0 }: TextRun, left: number): boolean => x >= left + INSET + lead;

/** Where a name stands while the left edge of what is in sight is at that x; null if nothing of it is shown. */
export function slidTo({ run, around, isCut, over }: SlidingName, left: number): Slid | null {
  const [from] = run.at;
  const whole = Math.max(from, run.slides_to ?? from);
  const end = whole + run.width + around.after;
  const least = Math.max(from, left + INSET + (run.lead ?? 0));
  const x = over && least > from && least + run.width > over.from && least < over.to ? over.to : least;
  return x <= whole || (isCut && end - x >= LEAST) ? { x, whole, end } : null;
}

/**
 * What is to be painted anew of a name when the left edge goes from one x to another: where it stood and where it stands now,
 * as far as it may reach. Null if both are one.
 */
export function slidAcross(name: SlidingName, from: number, to: number): Area | null {
  const { run, around, bar } = name;
  const shown = [slidTo(name, from), slidTo(name, to)].flatMap((slid) => slid ?? []);
  const [one, other] = shown;
  if (!one || (other && one.x === other.x)) return null;
  const xs = shown.map(({ x }) => x);
  const { x, width } = textBounds(run, Math.min(...xs), Math.max(...xs));
  const end = Math.min(x + width, right(textBounds(run, one.whole, one.whole))) + around.after;
  return { ...bar, x: x - around.before, width: end - x + around.before };
}

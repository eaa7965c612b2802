/** From amounts and days to places on a chart, and which of them are written at its axes. */
import { numberOf } from "../../../state/days";

/** From a value to pixels. */
export type Scale = (value: number) => number;

export const scaleOf =
  (from: number, to: number, first: number, last: number): Scale =>
  (value) =>
    first + ((value - from) / Math.max(to - from, 1)) * (last - first);

const STEPS = [1, 2, 2.5, 5, 10];

/** Round numbers from 0 to the first that is not below the largest amount: about as many as wanted. */
export function ticksUpTo(largest: number, wanted: number): number[] {
  const rough = Math.max(largest, 1) / Math.max(wanted, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, (STEPS.find((each) => each * power >= rough) ?? 10) * power);
  const count = Math.max(1, Math.ceil(largest / step));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

/** Every which of so many periods has room for its name, in steps that years consist of. */
export function everyWhich(periods: number, perYear: number, width: number, room: number): number {
  const most = Math.max(1, Math.floor(width / room));
  const steps = [1, 2, 3, 4, 6, 12].filter((step) => perYear % step === 0);
  const enough = steps.find((step) => periods / step <= most);
  if (enough !== undefined) return enough;
  return perYear * Math.ceil(periods / perYear / most);
}

/** The number of the day after a day, where what came to pass by its end is drawn. */
export const endOf = (iso: string): number => numberOf(iso) + 1;

/**
 * Lets the page know when a new day begins: at midnight, and when its window comes to the front, since the computer may have
 * slept in between. Which day it is, is not decided here: the program is asked.
 */
import type { Milepost } from "./milepost.svelte";

/** Milliseconds between two looks at the clock. A timer stands still while the computer sleeps, and so must be short. */
const LONGEST = 60_000;

/** Begins to watch the clock. Gives back what ends that. */
export function followDay(milepost: Milepost): () => void {
  const ask = () => void milepost.attempt(() => milepost.plan.askDay());
  let seen = dayOf(new Date());
  let timer = setTimeout(look, untilNext());

  function look(): void {
    timer = setTimeout(look, untilNext());
    const day = dayOf(new Date());
    if (day === seen) return;
    seen = day;
    ask();
  }

  const cameToFront = () => {
    if (document.visibilityState === "visible") ask();
  };
  window.addEventListener("focus", cameToFront);
  document.addEventListener("visibilitychange", cameToFront);
  return () => {
    clearTimeout(timer);
    window.removeEventListener("focus", cameToFront);
    document.removeEventListener("visibilitychange", cameToFront);
  };
}

/** The day by the local clock, in words that no other day has. */
const dayOf = (moment: Date): string => moment.toDateString();

/** Milliseconds until the clock is to be looked at again: at midnight, but soon in any case. */
function untilNext(): number {
  const now = new Date();
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  return Math.min(midnight.getTime() - now.getTime(), LONGEST);
}

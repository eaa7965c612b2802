/** How wide the inspector is, remembered on this machine. */

export const LEAST_WIDTH = 280;
export const GREATEST_WIDTH = 480;
const FIRST_WIDTH = 320;
const KEY = "milepost.inspector-width";

export function readWidth(): number {
  const kept = Number(localStorage.getItem(KEY));
  return kept >= LEAST_WIDTH && kept <= GREATEST_WIDTH ? kept : FIRST_WIDTH;
}

export const writeWidth = (width: number): void => localStorage.setItem(KEY, String(width));

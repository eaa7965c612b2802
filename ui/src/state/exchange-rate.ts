/** Exchange rates as people type them: what one unit of a currency is in another, in thousand-millionths. */

const DIGITS = 9;

/** “0.943”, “1,0835”, “161.5”; null if it is no number above nothing, or has more than nine decimals. */
export function readRate(text: string): number | null {
  // Nobody groups the thousands of a rate: whatever stands before the last digits is the decimal mark.
  const found = /^(\d{1,7})(?:[.,](\d{0,9}))?$/.exec(text.trim());
  if (!found) return null;
  const rate = Number(found[1]! + (found[2] ?? "").padEnd(DIGITS, "0"));
  return rate > 0 && Number.isSafeInteger(rate) ? rate : null;
}

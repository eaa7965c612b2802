/** Where something that is dragged in a list comes to stand. */

/**
 * What an entry shall stand before so that it comes to the place `to`; null for the end.
 * Undefined if it stands there already.
 */
export function beforeAt<T>(ids: readonly T[], from: number, to: number): T | null | undefined {
  const target = Math.max(0, Math.min(to, ids.length - 1));
  if (target === from || ids[from] === undefined) return undefined;
  const others = ids.filter((_, index) => index !== from);
  return others[target] ?? null;
}

/** The place, among rows one below the other, of the row whose middle a pointer at `y` has passed last. */
export function placeAt(rows: readonly { top: number; height: number }[], from: number, y: number): number {
  const passed = (row: { top: number; height: number }) => y > row.top + row.height / 2;
  const above = rows.filter((row, index) => index !== from && passed(row)).length;
  return above;
}

/** Rows above and below those in sight that exist as well, so that a scroll finds them painted. */
const MARGIN = 6;

/** Which rows of a scrolled list are to exist: from the first up to, and without, the end. */
export function rowsInSight(
  top: number,
  height: number,
  rowHeight: number,
  count: number,
): { first: number; end: number } {
  const first = Math.max(0, Math.min(Math.floor(top / rowHeight) - MARGIN, count));
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + MARGIN);
  return { first, end: Math.max(first, end) };
}

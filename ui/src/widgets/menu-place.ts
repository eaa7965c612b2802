/** Where a menu goes that is opened on something, so that the window never cuts it. */
import type { Area } from "../chart/geometry";
import type { Place } from "./popover-place";

/** Room to the edges of the window. */
const MARGIN = 8;

/** Under what it is opened on and to the right, else above it or to the left, else wherever there is room. */
export function menuPlace(
  anchor: Area,
  size: { width: number; height: number },
  window: { width: number; height: number },
): Place {
  const below = anchor.y + anchor.height;
  const fitsBelow = below + size.height + MARGIN <= window.height;
  const above = anchor.y - size.height;
  const lowest = Math.max(MARGIN, window.height - size.height - MARGIN);
  const fitsRight = anchor.x + size.width + MARGIN <= window.width;
  return {
    left: Math.max(MARGIN, fitsRight ? anchor.x : anchor.x + anchor.width - size.width),
    top: fitsBelow ? below : above >= MARGIN ? above : lowest,
    maxHeight: window.height - 2 * MARGIN,
  };
}

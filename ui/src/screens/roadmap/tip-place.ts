/** Where words beside the pointer go, so that the window never cuts them and the pointer never covers them. */

/** Room to the edges of the window. */
const MARGIN = 8;
/** From the pointer's tip to the words, in pixels: beside its arrow, under it, above it. */
const BESIDE = 14;
const BELOW = 20;
const ABOVE = 16;

interface Size {
  width: number;
  height: number;
}

/** The left and upper edge, in pixels from those of the window. */
export function tipPlace(
  pointer: { x: number; y: number },
  size: Size,
  window: Size,
): { left: number; top: number } {
  const below = pointer.y + BELOW;
  const above = pointer.y - ABOVE - size.height;
  const fitsBelow = below + size.height + MARGIN <= window.height;
  const lowest = Math.max(MARGIN, window.height - size.height - MARGIN);
  return {
    left: Math.max(MARGIN, Math.min(pointer.x + BESIDE, window.width - size.width - MARGIN)),
    top: fitsBelow ? below : above >= MARGIN ? above : lowest,
  };
}

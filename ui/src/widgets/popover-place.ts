/** Where something that hangs under a button goes, so that the window never cuts it. */

export interface Place {
  left: number;
  top: number;
  /** Higher content scrolls. */
  maxHeight: number;
}

/** Room to the edges of the window, and to the button. */
const MARGIN = 8;
const GAP = 4;
/** With less than this below the button it covers the button rather than being squeezed. */
const LEAST_HEIGHT = 220;

export function popoverPlace(
  button: { left: number; top: number; bottom: number },
  size: { width: number; height: number },
  window: { width: number; height: number },
): Place {
  const rightmost = window.width - size.width - MARGIN;
  const least = Math.min(size.height, LEAST_HEIGHT);
  const lowest = window.height - least - MARGIN;
  const top = Math.max(MARGIN, Math.min(button.bottom + GAP, lowest));
  return {
    left: Math.max(MARGIN, Math.min(button.left, rightmost)),
    top,
    maxHeight: window.height - top - MARGIN,
  };
}

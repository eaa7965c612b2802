/** The sizes of the chart's parts, in points. */

/** The height of the axis and the width of the lane names; those of the layout. */
export const AXIS_HEIGHT = 52;
export const NAMES_WIDTH = 176;
/** Width of the line before the body. */
export const LINE = 1;
/** Room for the scroll bars beside the body and below it, so that they hide no bar. */
export const SCROLL_BAR = 12;
/** Room below the last lane, and below the last row of the table beside it. */
export const BELOW = 40;

/** Lets something hang under a cell or a field, wherever that scrolls, and above it where there is no room below. */
import type { Attachment } from "svelte/attachments";

const GAP = 3;
/** Room to the edges of the window. */
const MARGIN = 4;

export const hangUnder =
  (anchor: () => HTMLElement): Attachment<HTMLElement> =>
  (element) => {
    const hang = () => {
      const { left, top, bottom } = anchor().getBoundingClientRect();
      const { offsetHeight: height, offsetWidth: width } = element;
      const isRoomBelow = bottom + GAP + height <= innerHeight || top < innerHeight - bottom;
      const wanted = isRoomBelow ? bottom + GAP : top - GAP - height;
      // What is higher than the room on either side covers the rest rather than being cut off.
      element.style.top = `${within(wanted, innerHeight - height)}px`;
      element.style.left = `${within(left, innerWidth - width)}px`;
    };
    hang();
    const observer = new ResizeObserver(hang);
    observer.observe(element);
    window.addEventListener("scroll", hang, true);
    window.addEventListener("resize", hang);
    return () => {
      observer.disconnect();
      window.removeEventListener("scroll", hang, true);
      window.removeEventListener("resize", hang);
    };
  };

/** As far along as is wanted, as long as all of it stays in the window. */
const within = (wanted: number, last: number): number => Math.max(MARGIN, Math.min(wanted, last - MARGIN));

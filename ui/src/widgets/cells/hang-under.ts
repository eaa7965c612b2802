/** Lets something hang under a cell, wherever that scrolls, and above it where there is no room below. */
import type { Attachment } from "svelte/attachments";

const GAP = 3;

export const hangUnder =
  (anchor: () => HTMLElement): Attachment<HTMLElement> =>
  (element) => {
    const hang = () => {
      const { left, top, bottom } = anchor().getBoundingClientRect();
      const { offsetHeight: height, offsetWidth: width } = element;
      const isRoomBelow = bottom + GAP + height <= innerHeight || top < innerHeight - bottom;
      element.style.top = `${isRoomBelow ? bottom + GAP : Math.max(0, top - GAP - height)}px`;
      element.style.left = `${Math.max(4, Math.min(left, innerWidth - width - 4))}px`;
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

/**
 * Scrolls the table and the timeline beside it as one. The timeline tells where they are, since it paints what it
 * shows in the same frame; the table's wheel, keys and scrollbar move the timeline.
 */
import type { Chart } from "../../../chart/chart";
import type { Area } from "../../../chart/geometry";
import type { Scrolled } from "../../../gestures/edge-scroll";

/** Points for a notch of a wheel that counts in lines. */
const LINE = 40;

export function scrollWith(
  chart: Chart,
  scroller: HTMLElement,
  onScrolled: (top: number) => void,
): () => void {
  const follow = () => {
    if (Math.abs(scroller.scrollTop - chart.visible.y) >= 0.5) scroller.scrollTop = chart.visible.y;
    onScrolled(scroller.scrollTop);
  };

  /** The browser scrolls by itself to what gets the focus, and under a finger. */
  const scrolled = () => {
    const by = scroller.scrollTop - chart.visible.y;
    if (Math.abs(by) >= 1) chart.scrollBy(0, by);
  };

  const turned = (event: WheelEvent) => {
    if (event.shiftKey || event.ctrlKey || event.deltaY === 0) return;
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
    chart.scrollBy(0, event.deltaY * unit);
    scroller.scrollLeft += event.deltaX * unit;
  };

  const stopFollowing = chart.follow(follow);
  scroller.addEventListener("scroll", scrolled);
  scroller.addEventListener("wheel", turned, { passive: false });
  return () => {
    stopFollowing();
    scroller.removeEventListener("scroll", scrolled);
    scroller.removeEventListener("wheel", turned);
  };
}

/** The rows as something that scrolls at its edges while a lane is dragged; `header` points above them stay. */
export function scrolledUnder(scroller: HTMLElement, header: number): Scrolled {
  return {
    get visible() {
      const { scrollLeft: x, scrollTop: y, clientWidth: width, clientHeight } = scroller;
      return { x, y, width, height: clientHeight - header };
    },
    onScreen(area: Area) {
      const { left, top } = scroller.getBoundingClientRect();
      return {
        ...area,
        x: area.x - scroller.scrollLeft + left,
        y: area.y - scroller.scrollTop + top + header,
      };
    },
    scrollBy: (_, dy) => void (scroller.scrollTop += dy),
  };
}

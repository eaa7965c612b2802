/** The wheel: scrolls, pans with Shift, zooms about the pointer with Ctrl (which is how pinches arrive, too). */
import type { Chart } from "../chart/chart";

/** Points for a notch of a wheel that counts in lines. */
const LINE = 40;

export function followWheel(chart: Chart, onZoomed: () => void): () => void {
  const turned = (event: WheelEvent) => {
    event.preventDefault();
    const unit =
      event.deltaMode === WheelEvent.DOM_DELTA_LINE
        ? LINE
        : event.deltaMode === WheelEvent.DOM_DELTA_PAGE
          ? 600
          : 1;
    const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
    if (event.ctrlKey || event.metaKey) {
      const { x } = chart.pointAt(event);
      chart.zoomTo(chart.scale * Math.exp(-dy * 0.0022), x - chart.visible.x);
      onZoomed();
    } else if (event.shiftKey && dx === 0) {
      chart.scrollBy(dy, 0);
    } else {
      chart.scrollBy(dx, dy);
    }
  };
  chart.body.parentElement?.addEventListener("wheel", turned, { passive: false });
  return () => chart.body.parentElement?.removeEventListener("wheel", turned);
}

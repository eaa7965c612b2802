/**
 * The wheel and the trackpad: scrolls, pans with Shift, zooms about the pointer with Ctrl. Pinches arrive as turns of the
 * wheel with Ctrl, too, but for the web view of macOS, which has events of its own for them.
 */
import type { Chart } from "../chart/chart";

/** Points for a notch of a wheel that counts in lines. */
const LINE = 40;

/** What WebKit tells of a pinch; TypeScript's library of the page does not have it. */
interface PinchEvent extends UIEvent {
  clientX: number;
  clientY: number;
  /** How far apart the fingers are, compared with where they began. */
  scale: number;
}

/** While something `isHeld`, the scale stays: it would be elsewhere under the hand. */
export function followWheel(chart: Chart, isHeld: () => boolean): () => void {
  const stopped = new AbortController();
  /** The scale of the chart when the pinch began. */
  let pinched: number | null = null;

  const zoomAt = (at: { clientX: number; clientY: number }, scale: number) => {
    if (!isHeld()) chart.zoomTo(scale, chart.pointAt(at).x - chart.visible.x);
  };

  const turned = (event: WheelEvent) => {
    event.preventDefault();
    const unit =
      event.deltaMode === WheelEvent.DOM_DELTA_LINE
        ? LINE
        : event.deltaMode === WheelEvent.DOM_DELTA_PAGE
          ? 600
          : 1;
    const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
    if (event.ctrlKey || event.metaKey) zoomAt(event, chart.scale * Math.exp(-dy * 0.0022));
    else if (event.shiftKey && dx === 0) chart.scrollBy(dy, 0);
    else chart.scrollBy(dx, dy);
  };

  /** Left to itself, the web view would zoom the page. */
  const pinching = (event: Event) => {
    event.preventDefault();
    if (event.type === "gesturestart") pinched = chart.scale;
    else if (event.type === "gestureend") pinched = null;
    else if (pinched !== null) zoomAt(event as PinchEvent, pinched * (event as PinchEvent).scale);
  };

  const { signal } = stopped;
  const host = chart.body.parentElement;
  host?.addEventListener("wheel", turned, { passive: false, signal });
  for (const type of ["gesturestart", "gesturechange", "gestureend"])
    host?.addEventListener(type, pinching, { passive: false, signal });
  return () => stopped.abort();
}

/** What the pointer on the table is on: its row, and its bar on the timeline beside the table, which is framed. */
import type { Chart } from "../../../chart/chart";
import { type Area, isSameArea } from "../../../chart/geometry";
import { onWheelRest } from "../../../gestures/wheel-rest";
import type { Milepost } from "../../../milepost.svelte";

/** `chart` is the timeline beside the table; null if there is none. */
export function followPointer(milepost: Milepost, scroller: HTMLElement, chart: Chart | null): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  let pointed: string | null = null;
  let framed: Area | null = null;

  /** The bar may stand elsewhere by now: after a zoom for one, or since its days were changed. */
  const frame = () => {
    const bar = (pointed !== null && chart?.item(pointed)?.bounds) || null;
    if (bar === framed || (bar && framed && isSameArea(bar, framed))) return;
    framed = bar;
    chart?.mark({ hovered: bar });
  };
  const point = (item: string | null) => {
    if (item === pointed) return;
    milepost.hovered = pointed = item;
    frame();
  };

  scroller.addEventListener("pointerover", ({ target }) => point(itemAt(target)), { signal });
  scroller.addEventListener("pointerleave", () => point(null), { signal });
  onWheelRest(
    scroller,
    () => chart?.painted() ?? Promise.resolve(),
    ({ clientX, clientY }) => point(itemAt(document.elementFromPoint(clientX, clientY))),
    signal,
  );
  const stopFollowing = chart?.follow(frame);
  return () => {
    point(null);
    stopFollowing?.();
    stopped.abort();
  };
}

/** The item whose row something is in; null in the row of a lane. */
function itemAt(target: EventTarget | null): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-line]") : null;
  const key = row?.dataset["line"];
  return key === undefined || key.startsWith("lane:") ? null : key;
}

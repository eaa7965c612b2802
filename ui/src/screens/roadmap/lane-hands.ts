/**
 * What hands do with the names of lanes, wherever they stand: drag them up and down, and move them by Alt and the
 * arrows. Which element stands for which lane is told from outside.
 */
import { actionNamed, perform } from "../../actions";
import { type Movable, movable, placeLane } from "../../actions/lane-order";
import type { LaneKey } from "../../bindings/LaneKey";
import { EdgeScroll, type Scrolled } from "../../gestures/edge-scroll";
import { SLOP } from "../../gestures/gesture";
import type { Milepost } from "../../milepost.svelte";
import type { Side } from "../../state/lane-order";

/** Where a lane is in the window. */
export interface LanePlace {
  lane: LaneKey;
  top: number;
  bottom: number;
}

export interface LaneGround {
  /** The lane whose name an element is, or is in. */
  laneOf(element: HTMLElement): LaneKey | undefined;
  /** The lane at a height of the window. */
  laneAt(clientY: number): LanePlace | undefined;
  /** What scrolls while a name is dragged to the lanes above and below. */
  surface: Scrolled;
}

interface Drag {
  lane: Movable;
  from: { x: number; y: number };
  /** Where the pointer was last. */
  at: { clientX: number; clientY: number };
  mark: HTMLElement | null;
  goal: { side: Side; beside: Movable } | null;
}

/** Follows the names of lanes inside of an element. */
export function followLanes(milepost: Milepost, root: HTMLElement, ground: LaneGround): () => void {
  const stopped = new AbortController();
  let drag: Drag | null = null;
  const scroll = new EdgeScroll(ground.surface, () => drag && show(drag));

  const end = () => {
    scroll.stop();
    drag?.mark?.remove();
    drag = null;
  };

  const down = (event: PointerEvent) => {
    const lane = movable(ground.laneOf(event.target as HTMLElement));
    if (event.button !== 0 || !lane) return;
    const { clientX, clientY } = event;
    drag = { lane, from: { x: clientX, y: clientY }, at: { clientX, clientY }, mark: null, goal: null };
  };

  const move = (event: PointerEvent) => {
    if (!drag) return;
    // A press whose end nobody has heard of is over.
    if (event.buttons === 0) return end();
    const { x, y } = drag.from;
    if (!drag.mark && Math.hypot(event.clientX - x, event.clientY - y) < SLOP) return;
    if (!drag.mark) {
      root.setPointerCapture(event.pointerId);
      drag.mark = document.body.appendChild(markOver(root));
      scroll.begin("lanes");
      scroll.follow(drag.at);
    }
    drag.at = { clientX: event.clientX, clientY: event.clientY };
    show(drag);
    scroll.follow(drag.at);
  };

  /** Marks where the lane would come to stand. */
  const show = (shown: Drag) => {
    const { at, mark } = shown;
    const place = ground.laneAt(at.clientY);
    const beside = movable(place?.lane);
    const side = place && at.clientY < (place.top + place.bottom) / 2 ? "before" : "after";
    shown.goal = beside && { side, beside };
    if (!mark) return;
    mark.hidden = !shown.goal;
    if (place) mark.style.top = `${side === "before" ? place.top : place.bottom}px`;
  };

  const up = () => {
    if (!drag?.mark) return end();
    const { lane, goal } = drag;
    end();
    // The press that ends a drag is not one on the name.
    const swallow = (event: MouseEvent) => event.stopPropagation();
    window.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
    if (goal) void milepost.attempt(() => placeLane(milepost, lane, goal.side, goal.beside));
  };

  const pressed = (event: KeyboardEvent) => {
    const direction = { ArrowUp: "up", ArrowDown: "down" }[event.key];
    const lane = ground.laneOf(event.target as HTMLElement);
    if (!direction || !event.altKey || !movable(lane)) return;
    event.preventDefault();
    event.stopPropagation();
    milepost.selection.lane = lane ?? null;
    perform(milepost, actionNamed(`move-lane-${direction}`), event.repeat);
  };

  const escaped = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !drag?.mark) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    end();
  };

  const focused = (event: FocusEvent) => {
    const lane = ground.laneOf(event.target as HTMLElement);
    if (lane) milepost.selection.lane = lane;
  };

  const { signal } = stopped;
  root.addEventListener("pointerdown", down, { signal });
  root.addEventListener("pointermove", move, { signal });
  root.addEventListener("pointerup", up, { signal });
  root.addEventListener("pointercancel", end, { signal });
  root.addEventListener("keydown", pressed, { signal });
  root.addEventListener("focusin", focused, { signal });
  window.addEventListener("keydown", escaped, { signal, capture: true });
  return () => {
    end();
    stopped.abort();
  };
}

/** A line across the names. */
function markOver(root: HTMLElement): HTMLElement {
  const { left, width } = root.getBoundingClientRect();
  const mark = document.createElement("div");
  mark.className = "lane-mark";
  mark.style.left = `${left}px`;
  mark.style.width = `${width}px`;
  return mark;
}

/**
 * Turns pointer events on the timeline into gestures. Between gestures it shows what the pointer could take hold of.
 */
import type { Area } from "../chart/geometry";
import { contains, grown } from "../chart/geometry";
import { linkDot } from "../chart/overlay";
import { DrawBar } from "./draw-bar";
import { type Gesture, type Hand, SLOP, type Surroundings } from "./gesture";
import { LinkBars } from "./link-bars";
import { MoveBar } from "./move-bar";
import { Pan } from "./pan";
import { ResizeBar } from "./resize-bar";

/** How far from an end of a bar its edge can be held, in points. */
const EDGE = 6;

/** What a press would take hold of. */
type Hold =
  | { what: "bar" | "start" | "end" | "dot"; item: string; bar: Area }
  | { what: "milestone"; id: string }
  | { what: "ground" };

export interface HandsHooks {
  clicked(item: string, add: boolean): void;
  clickedMilestone(id: string): void;
  clickedGround(): void;
  hovered(item: string | null, hand: Hand): void;
  doubleClicked(item: string): void;
}

export class Hands {
  private gesture: Gesture | null = null;
  private pressed: { hand: Hand; hold: Hold; add: boolean } | null = null;
  private hovered: { item: string; bar: Area } | null = null;
  private spaceHeld = false;
  private readonly stopped = new AbortController();

  constructor(
    readonly around: Surroundings,
    private readonly hooks: HandsHooks,
  ) {
    const { body } = around.chart;
    const { signal } = this.stopped;
    body.addEventListener("pointerdown", (event) => this.down(event), { signal });
    body.addEventListener("pointermove", (event) => this.moved(event), { signal });
    body.addEventListener("pointerup", (event) => this.up(event), { signal });
    body.addEventListener("pointercancel", () => this.cancel(), { signal });
    body.addEventListener("pointerleave", () => this.hover(null), { signal });
    body.addEventListener("dblclick", (event) => this.doubled(event), { signal });
    window.addEventListener("keydown", (event) => this.key(event, true), { signal, capture: true });
    window.addEventListener("keyup", (event) => this.key(event, false), { signal, capture: true });
  }

  destroy(): void {
    this.cancel();
    this.stopped.abort();
  }

  get busy(): boolean {
    return this.gesture !== null;
  }

  /** Starts a gesture that begins outside of the timeline, such as a drag from the tray. */
  take(gesture: Gesture): void {
    this.cancel();
    this.gesture = gesture;
  }

  /** The pointer's place for a gesture that began elsewhere. */
  hand(event: PointerEvent): Hand {
    const { clientX, clientY, shiftKey: shift } = event;
    return { at: this.around.chart.pointAt(event), clientX, clientY, shift };
  }

  cancel(): void {
    this.gesture?.cancel();
    this.gesture = null;
    this.pressed = null;
    this.around.chart.body.style.cursor = "";
  }

  private down(event: PointerEvent): void {
    if (this.gesture) return;
    const hand = this.hand(event);
    this.around.chart.body.setPointerCapture(event.pointerId);
    if (event.button === 1 || (event.button === 0 && this.spaceHeld)) {
      event.preventDefault();
      this.begin(new Pan(this.around, hand));
    } else if (event.button === 0) {
      this.pressed = { hand, hold: this.holdAt(hand), add: event.shiftKey || event.ctrlKey || event.metaKey };
    }
  }

  private moved(event: PointerEvent): void {
    const hand = this.hand(event);
    if (this.gesture) {
      this.gesture.move(hand);
      return;
    }
    if (!this.pressed) {
      this.hover(hand);
      return;
    }
    const { hand: start } = this.pressed;
    if (Math.hypot(hand.clientX - start.clientX, hand.clientY - start.clientY) < SLOP) return;
    const gesture = this.gestureFor(this.pressed.hold, start);
    if (gesture) {
      this.begin(gesture);
      gesture.move(hand);
    }
  }

  private up(event: PointerEvent): void {
    const { gesture, pressed } = this;
    this.gesture = null;
    this.pressed = null;
    this.around.chart.body.style.cursor = "";
    if (gesture) gesture.drop(this.hand(event));
    else if (pressed) this.click(pressed.hold, pressed.add);
  }

  private begin(gesture: Gesture): void {
    this.hover(null);
    this.gesture = gesture;
    this.around.chart.body.style.cursor = gesture.cursor;
  }

  private gestureFor(hold: Hold, start: Hand): Gesture | null {
    const { around } = this;
    switch (hold.what) {
      case "start":
      case "end":
        return new ResizeBar(around, hold.item, this.takeHold(hold.item), hold.what, start);
      case "dot":
        return new LinkBars(around, hold.item, hold.bar);
      case "bar":
        return new MoveBar(around, hold.item, this.takeHold(hold.item), start);
      case "ground": {
        const lane = around.chart.laneAt(start.at.y)?.lane;
        return lane?.by === "items" ? new DrawBar(around, lane, start) : null;
      }
      case "milestone":
        return null;
    }
  }

  /** The items that go with one that is dragged: all that are selected if it is one of them, else it alone. */
  private takeHold(item: string): string[] {
    const selected = this.around.selected();
    if (selected.has(item)) return [...selected];
    this.around.select([item]);
    return [item];
  }

  private click(hold: Hold, add: boolean): void {
    if (hold.what === "ground") this.hooks.clickedGround();
    else if (hold.what === "milestone") this.hooks.clickedMilestone(hold.id);
    else this.hooks.clicked(hold.item, add);
  }

  private doubled(event: MouseEvent): void {
    const target = this.around.chart.at(this.around.chart.pointAt(event))?.target;
    if (target?.entity === "item") this.hooks.doubleClicked(target.id);
  }

  private holdAt({ at }: Hand): Hold {
    const { chart } = this.around;
    if (this.hovered && contains(grown(dotArea(this.hovered.bar), 2), at)) {
      return { what: "dot", ...this.hovered };
    }
    const found = chart.at(at);
    if (found?.target.entity === "milestone") return { what: "milestone", id: found.target.id };
    if (found?.target.entity !== "item") return { what: "ground" };
    const { bounds: bar } = found;
    const item = found.target.id;
    // A narrow bar keeps a middle to be held by.
    const edge = Math.min(EDGE, bar.width / 4);
    if (chart.laneAt(at.y)?.lane.by !== "items") return { what: "bar", item, bar };
    if (at.x <= bar.x + edge) return { what: "start", item, bar };
    if (at.x >= bar.x + bar.width - edge) return { what: "end", item, bar };
    return { what: "bar", item, bar };
  }

  private hover(hand: Hand | null): void {
    const { chart } = this.around;
    const hold = hand && this.holdAt(hand);
    const onItem = hold && "item" in hold ? hold : null;
    const changed = onItem?.item !== this.hovered?.item;
    this.hovered = onItem && { item: onItem.item, bar: onItem.bar };
    chart.body.style.cursor = hold ? cursorFor(hold) : "";
    if (changed) chart.mark({ hovered: this.hovered?.bar ?? null });
    if (hand) this.hooks.hovered(onItem?.what === "dot" ? null : (onItem?.item ?? null), hand);
    else if (changed) this.hooks.hovered(null, { at: { x: 0, y: 0 }, clientX: 0, clientY: 0, shift: false });
  }

  private key(event: KeyboardEvent, pressed: boolean): void {
    if (event.key === " " && !isTyping(event.target)) this.spaceHeld = pressed;
    if (pressed && event.key === "Escape" && (this.gesture || this.pressed)) {
      event.stopImmediatePropagation();
      event.preventDefault();
      this.cancel();
    }
  }
}

const dotArea = (bar: Area): Area => {
  const dot = linkDot(bar);
  return { x: bar.x + bar.width - 1, y: dot.y - 6, width: dot.x - bar.x - bar.width + 7, height: 12 };
};

function cursorFor(hold: Hold): string {
  switch (hold.what) {
    case "bar":
      return "grab";
    case "start":
    case "end":
      return "ew-resize";
    case "dot":
      return "crosshair";
    case "milestone":
      return "pointer";
    case "ground":
      return "";
  }
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/**
 * Turns pointer events on the timeline into gestures. Between gestures it shows what the pointer could take hold of.
 */
import { isMac } from "../actions/keys";
import { EdgeScroll } from "./edge-scroll";
import { gestureFor, wouldChange } from "./gesture-for";
import { type Gesture, type Hand, SLOP, type Surroundings } from "./gesture";
import { type Hold, type Hovered, cursorFor, holdAt } from "./holds";
import { Pan } from "./pan";

export interface HandsHooks {
  /** `key` is the place of the bar that was clicked. */
  clicked(item: string, add: boolean, key: string): void;
  clickedMilestone(id: string): void;
  clickedNeed(id: string, key: string): void;
  clickedCost(id: string, key: string): void;
  clickedGround(): void;
  /** The item under the pointer, and the name of what is there. */
  hovered(item: string | null, name: string | null, at: { clientX: number; clientY: number }): void;
  doubleClicked(item: string): void;
  doubleClickedNeed(id: string): void;
  doubleClickedCost(id: string): void;
}

export class Hands {
  private gesture: Gesture | null = null;
  private pressed: { hand: Hand; hold: Hold } | null = null;
  private hovered: Hovered | null = null;
  private spaceHeld = false;
  /** Whether anything has been dragged since the space bar was pressed. */
  private hasPanned = false;
  private readonly scroll: EdgeScroll;
  /** The hand as it was last in a gesture. Its place on the surface changes when that scrolls under it. */
  private last: Hand | null = null;
  private readonly stopped = new AbortController();

  constructor(
    readonly around: Surroundings,
    private readonly hooks: HandsHooks,
  ) {
    const { body } = around.chart;
    this.scroll = new EdgeScroll(around.chart, () => this.again());
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

  /** Whether something is under the pointer that is pressed. */
  get busy(): boolean {
    return this.gesture !== null || this.pressed !== null;
  }

  /** Whether the space bar, which is held or is just let go, has served to pan. */
  get panned(): boolean {
    return this.hasPanned;
  }

  /** Starts a gesture that begins outside of the timeline, such as a drag from the tray. */
  take(gesture: Gesture): void {
    this.cancel();
    this.begin(gesture);
  }

  /** The pointer's place for a gesture that began elsewhere. */
  hand(event: PointerEvent): Hand {
    const { clientX, clientY, shiftKey: shift, altKey: alt } = event;
    const mod = event.ctrlKey || event.metaKey;
    return { ...this.place(event), clientX, clientY, shift, alt, mod };
  }

  cancel(): void {
    this.release()?.cancel();
  }

  private place(event: { clientX: number; clientY: number }): Pick<Hand, "at" | "scale"> {
    const { chart } = this.around;
    return { at: chart.pointAt(event), scale: chart.shownScale };
  }

  private down(event: PointerEvent): void {
    if (this.gesture) return;
    const hand = this.hand(event);
    // The right button, and a click with Ctrl on macOS, opens a menu.
    if (event.button > 1 || (event.button === 0 && event.ctrlKey && isMac())) return;
    this.around.chart.body.setPointerCapture(event.pointerId);
    if (event.button === 1 || (event.button === 0 && this.spaceHeld)) {
      event.preventDefault();
      this.hasPanned = true;
      this.begin(new Pan(this.around, hand));
    } else if (event.button === 0) {
      this.pressed = { hand, hold: this.holdAt(hand) };
    }
  }

  private moved(event: PointerEvent): void {
    const hand = this.hand(event);
    if (this.gesture) {
      this.follow(hand);
      return;
    }
    if (!this.pressed) {
      this.hover(hand);
      return;
    }
    const { hand: start } = this.pressed;
    if (Math.hypot(hand.clientX - start.clientX, hand.clientY - start.clientY) < SLOP) return;
    if (this.around.readOnly && wouldChange(this.around, this.pressed.hold, start)) {
      this.pressed = null;
      this.around.tellReadOnly();
      return;
    }
    const gesture = gestureFor(this.around, this.pressed.hold, start);
    if (gesture) {
      this.begin(gesture);
      this.scroll.follow(start);
      this.follow(hand);
    }
  }

  private follow(hand: Hand): void {
    this.last = hand;
    this.gesture?.move(hand);
    this.scroll.follow(hand);
  }

  /** The pointer is where it was, but not on the surface, or other keys are held. */
  private again(held: Partial<Hand> = {}): void {
    if (!this.last) return;
    this.last = { ...this.last, ...held, ...this.place(this.last) };
    this.gesture?.move(this.last);
  }

  /** The gesture is over. */
  private release(): Gesture | null {
    const { gesture } = this;
    this.scroll.stop();
    this.gesture = null;
    this.pressed = null;
    this.last = null;
    this.around.chart.body.style.cursor = "";
    return gesture;
  }

  private up(event: PointerEvent): void {
    const { pressed } = this;
    const gesture = this.release();
    if (gesture) gesture.drop(this.hand(event));
    else if (pressed) this.click(pressed.hold, pressed.hand.shift || pressed.hand.mod);
  }

  private begin(gesture: Gesture): void {
    this.hover(null);
    this.gesture = gesture;
    this.scroll.begin(gesture.scrolls ?? null);
    this.around.chart.body.style.cursor = gesture.cursor;
  }

  private click(hold: Hold, add: boolean): void {
    // A press that was to add and missed takes nothing away.
    if (hold.what === "ground") {
      if (!add) this.hooks.clickedGround();
    } else if (hold.what === "milestone") this.hooks.clickedMilestone(hold.id);
    else if (hold.what === "need") this.hooks.clickedNeed(hold.id, hold.key);
    else if (hold.what === "cost") this.hooks.clickedCost(hold.id, hold.key);
    else this.hooks.clicked(hold.item, add, hold.key);
  }

  private doubled(event: MouseEvent): void {
    const target = this.around.chart.at(this.around.chart.pointAt(event))?.target;
    if (target?.entity === "item") this.hooks.doubleClicked(target.id);
    else if (target?.entity === "need") this.hooks.doubleClickedNeed(target.id);
    else if (target?.entity === "cost") this.hooks.doubleClickedCost(target.id);
  }

  private hover(hand: Hand | null): void {
    const { chart, onFeatures, readOnly } = this.around;
    const hold = hand && this.holdAt(hand);
    const onItem = hold && "item" in hold ? hold : null;
    const changed = onItem?.key !== this.hovered?.key;
    this.hovered = onItem && { item: onItem.item, bar: onItem.bar, key: onItem.key };
    chart.body.style.cursor = hold ? cursorFor(hold, readOnly) : "";
    if (changed) {
      const others = onItem ? chart.itemsOf(onItem.item).filter(({ key }) => key !== onItem.key) : [];
      const twins = others.map(({ bounds }) => bounds);
      // What cannot be dragged shows no handles.
      chart.mark({ hovered: readOnly ? null : (this.hovered?.bar ?? null), twins, links: onFeatures });
    }
    const named = onItem?.what === "dot" ? null : (onItem?.item ?? null);
    const found = hand && hold?.what !== "dot" && hold?.what !== "milestone" ? chart.at(hand.at) : undefined;
    const name = found && found.target.entity !== "milestone" ? found.name : null;
    if (hand || changed) this.hooks.hovered(named, name, hand ?? { clientX: 0, clientY: 0 });
  }

  private holdAt({ at }: Hand): Hold {
    const { chart, onFeatures, readOnly } = this.around;
    return holdAt(chart, onFeatures && !readOnly ? this.hovered : null, at);
  }

  private key(event: KeyboardEvent, pressed: boolean): void {
    if (event.key === " " && !isTyping(event.target)) {
      if (pressed && !this.spaceHeld) this.hasPanned = false;
      this.spaceHeld = pressed;
    }
    if (this.gesture && (event.key === "Alt" || event.key === "Shift")) {
      // Alt alone opens the window's menu on some systems.
      event.preventDefault();
      this.again(event.key === "Alt" ? { alt: pressed } : { shift: pressed });
    }
    if (pressed && event.key === "Escape" && (this.gesture || this.pressed)) {
      event.stopImmediatePropagation();
      event.preventDefault();
      this.cancel();
    } else if (this.busy) {
      // What is under the hand would change, or where it is.
      event.stopImmediatePropagation();
      event.preventDefault();
    }
  }
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

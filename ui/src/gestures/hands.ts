/**
 * Turns pointer events on the timeline into gestures. Between gestures it shows what the pointer could take hold of.
 */
import { isMac } from "../actions/keys";
import { pointedLine } from "../chart/chain-marks";
import { type Area, type Point, isSameArea } from "../chart/geometry";
import { EdgeScroll } from "./edge-scroll";
import { gestureFor, wouldChange } from "./gesture-for";
import { type Gesture, type Hand, SLOP, type Surroundings } from "./gesture";
import { type Hold, type Hovered, cursorFor, dotOf, holdAt } from "./holds";
import { Pan } from "./pan";
import { onWheelRest } from "./wheel-rest";

export interface HandsHooks {
  /** `key` is the place of the bar that was clicked. */
  clicked(item: string, add: boolean, key: string): void;
  clickedMilestone(id: string): void;
  clickedNeed(id: string, key: string): void;
  clickedCost(id: string, key: string): void;
  clickedLine(dependency: string): void;
  clickedGround(): void;
  /** The item under the pointer, and the name of what is there, or the dependency whose line it is. */
  hovered(
    item: string | null,
    name: string | { dependency: string } | null,
    at: { clientX: number; clientY: number },
  ): void;
  doubleClicked(item: string): void;
  doubleClickedNeed(id: string): void;
  doubleClickedCost(id: string): void;
}

export class Hands {
  private gesture: Gesture | null = null;
  /** What was dropped, and still shows that. */
  private dropped: Gesture | null = null;
  private pressed: { hand: Hand; hold: Hold } | null = null;
  /** The finger, or the mouse, that has pressed; null where a gesture began elsewhere. */
  private pointer: number | null = null;
  private hovered: Hovered | null = null;
  /** The dependency line under the pointer, by its key. */
  private line: string | null = null;
  /** What is under the pointer, and where that was when it came there. */
  private pointed: { at: Point; key: string; bounds: Area; x: number; y: number; scale: number } | null =
    null;
  private spaceHeld = false;
  /** Whether anything has been dragged since the space bar was pressed. */
  private hasPanned = false;
  private readonly scroll: EdgeScroll;
  /** What of the surface was in sight when the gesture began. */
  private start = { x: 0, y: 0, scale: 0 };
  /** The hand as it was last in a gesture. Its place on the surface changes when that scrolls under it. */
  private last: Hand | null = null;
  /** What of the surface was in sight then. */
  private sight: { x: number; y: number; scale: number } | null = null;
  private readonly stopped = new AbortController();

  constructor(
    readonly around: Surroundings,
    private readonly hooks: HandsHooks,
  ) {
    const { body } = around.chart;
    this.scroll = new EdgeScroll(around.chart, () => this.again());
    const { signal } = this.stopped;
    signal.addEventListener(
      "abort",
      around.chart.follow(() => this.lookAgain()),
    );
    body.addEventListener("pointerdown", (event) => this.down(event), { signal });
    body.addEventListener("pointermove", (event) => this.moved(event), { signal });
    body.addEventListener("pointerup", (event) => this.up(event), { signal });
    body.addEventListener("pointercancel", (event) => this.isOther(event) || this.cancel(), { signal });
    body.addEventListener("pointerleave", () => this.hover(null), { signal });
    body.addEventListener("dblclick", (event) => this.doubled(event), { signal });
    onWheelRest(
      body,
      () => around.chart.painted(),
      (turn) => this.busy || this.hover(this.hand(turn)),
      signal,
    );
    window.addEventListener("keydown", (event) => this.key(event, true), { signal, capture: true });
    window.addEventListener("keyup", (event) => this.key(event, false), { signal, capture: true });
    // Where the key is let go then, nobody here hears of.
    window.addEventListener("blur", () => (this.spaceHeld = false), { signal });
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
  hand(event: MouseEvent): Hand {
    const { clientX, clientY, shiftKey: shift, altKey: alt } = event;
    const mod = event.ctrlKey || event.metaKey;
    return { ...this.place(event), clientX, clientY, shift, alt, mod };
  }

  /** What was under way comes to nothing, and the surface goes back to where it has been scrolled from by that. */
  cancel(): void {
    const gesture = this.release();
    if (gesture?.scrolls) this.goBack();
    gesture?.cancel();
  }

  private goBack(): void {
    const { chart } = this.around;
    const { visible, shownScale } = chart;
    const { x, y, scale } = this.start;
    if (scale === shownScale && (visible.x !== x || visible.y !== y)) chart.scrollTo(x, y);
  }

  private place(event: { clientX: number; clientY: number }): Pick<Hand, "at" | "scale"> {
    const { chart } = this.around;
    return { at: chart.pointAt(event), scale: chart.shownScale };
  }

  /** Whether it is not the pointer that something is under way with. */
  private isOther({ pointerId }: PointerEvent): boolean {
    return this.busy && this.pointer !== null && this.pointer !== pointerId;
  }

  private down(event: PointerEvent): void {
    if (this.gesture || this.isOther(event)) return;
    const hand = this.hand(event);
    // The right button, and a click with Ctrl on macOS, opens a menu.
    if (event.button > 1 || (event.button === 0 && event.ctrlKey && isMac())) return;
    this.around.chart.body.setPointerCapture(event.pointerId);
    this.pointer = event.pointerId;
    if (event.button === 1 || (event.button === 0 && this.spaceHeld)) {
      event.preventDefault();
      this.hasPanned = true;
      this.begin(new Pan(this.around, hand));
    } else if (event.button === 0) {
      this.pressed = { hand, hold: this.holdAt(hand) };
    }
  }

  private moved(event: PointerEvent): void {
    if (this.isOther(event)) return;
    // A press whose end nobody has heard of is over.
    if (event.buttons === 0 && this.busy) this.cancel();
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
    this.keep(hand);
    this.gesture?.move(hand);
    if (!this.gesture?.restsAt?.(hand)) return this.scroll.follow(hand);
    this.scroll.rest();
    // The way there leads over the edge that scrolls.
    this.goBack();
  }

  /** The pointer is where it was, but not on the surface, or other keys are held. */
  private again(held: Partial<Hand> = {}): void {
    if (!this.last) return;
    this.gesture?.move(this.keep({ ...this.last, ...held, ...this.place(this.last) }));
  }

  private keep(hand: Hand): Hand {
    const { visible, shownScale: scale } = this.around.chart;
    this.sight = { x: visible.x, y: visible.y, scale };
    return (this.last = hand);
  }

  /** The gesture is over. */
  private release(): Gesture | null {
    const { gesture } = this;
    this.scroll.stop();
    this.gesture = null;
    this.pressed = null;
    this.pointer = null;
    this.last = null;
    this.around.chart.body.style.cursor = "";
    return gesture;
  }

  private up(event: PointerEvent): void {
    if (this.isOther(event)) return;
    const { pressed } = this;
    const gesture = this.release();
    if (gesture) this.drop(gesture, this.hand(event));
    else if (pressed) this.click(pressed.hold, pressed.hand.shift || pressed.hand.mod);
  }

  /** What is shown stays until the chart shows it, so that nothing jumps back for a moment. */
  private drop(gesture: Gesture, hand: Hand): void {
    const done = gesture.drop(hand);
    if (!done) return;
    this.dropped = gesture;
    const isPainted = done.then(() => this.around.chart.painted());
    void isPainted.finally(() => this.dropped === gesture && this.letGo());
  }

  private letGo(): void {
    this.dropped?.cancel();
    this.dropped = null;
  }

  private begin(gesture: Gesture): void {
    this.letGo();
    this.hover(null);
    this.gesture = gesture;
    const { visible, shownScale: scale } = this.around.chart;
    this.start = { x: visible.x, y: visible.y, scale };
    this.scroll.begin(gesture.scrolls ?? null, gesture.goesOn);
    this.around.chart.body.style.cursor = gesture.cursor;
  }

  private click(hold: Hold, add: boolean): void {
    // A press that was to add and missed takes nothing away.
    if (hold.what === "ground") {
      if (!add) this.hooks.clickedGround();
    } else if (hold.what === "milestone") this.hooks.clickedMilestone(hold.id);
    else if (hold.what === "need") this.hooks.clickedNeed(hold.id, hold.key);
    else if (hold.what === "cost") this.hooks.clickedCost(hold.id, hold.key);
    else if (hold.what === "line") {
      if (!add) this.hooks.clickedLine(hold.line.id);
    } else this.hooks.clicked(hold.item, add, hold.key);
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
      const shown = readOnly ? null : this.hovered;
      const ends = shown && onFeatures ? (["start", "end"] as const) : [];
      chart.mark({ hovered: shown?.bar ?? null, dots: ends.map((end) => dotOf(chart, shown!, end)), twins });
    }
    const line = hold?.what === "line" ? hold.line : null;
    const onLine = line?.key ?? null;
    if (onLine !== this.line) chart.mark({ pointed: line?.nodes.map(pointedLine) ?? [] });
    this.line = onLine;
    const named = onItem?.what === "dot" ? null : (onItem?.item ?? null);
    const found = hand && hold?.what !== "dot" ? chart.at(hand.at) : undefined;
    const name = found ? found.name : null;
    const left = this.pointed !== null;
    const on = onItem ? { key: onItem.key, bounds: onItem.bar } : (line ?? found);
    const { x, y } = chart.visible;
    this.pointed =
      hand && on ? { at: hand.at, key: on.key, bounds: on.bounds, x, y, scale: chart.shownScale } : null;
    if (!hand && !changed && !left) return;
    const said = line ? { dependency: line.id } : name;
    this.hooks.hovered(named, said, hand ?? { clientX: 0, clientY: 0 });
  }

  /** The timeline shows something else: what was under a pointer that rests is not there any more, if it has moved itself. */
  private lookAgain(): void {
    const { pointed, sight } = this;
    if (this.gesture && sight && !this.isSeen(sight)) this.again();
    if (!pointed || this.busy) return;
    if (!this.isSeen(pointed) || !this.stands(pointed)) this.hover(null);
  }

  /** Whether what was pointed at is still where it was on the surface. */
  private stands({ at, key, bounds }: NonNullable<Hands["pointed"]>): boolean {
    const { chart } = this.around;
    const is = (each: { key: string; bounds: Area }) => each.key === key && isSameArea(each.bounds, bounds);
    if (this.line === null) return chart.reachable().some(is);
    const line = chart.lineAt(at);
    return line !== undefined && is(line);
  }

  /** Whether the surface is where it was. */
  private isSeen({ x, y, scale }: { x: number; y: number; scale: number }): boolean {
    const { visible, shownScale } = this.around.chart;
    return shownScale === scale && visible.x === x && visible.y === y;
  }

  private holdAt({ at }: Hand): Hold {
    const { chart, onFeatures, readOnly } = this.around;
    return holdAt(chart, onFeatures && !readOnly ? this.hovered : null, at);
  }

  private key(event: KeyboardEvent, pressed: boolean): void {
    if (event.key === " ") {
      // What it was pressed on may have given the focus to a text meanwhile, where it is let go.
      if (!pressed) this.spaceHeld = false;
      else if (!isTyping(event.target)) {
        if (!this.spaceHeld) this.hasPanned = false;
        this.spaceHeld = true;
      }
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

/** Whether plain keys are for what has the focus: for a text, a list, a box or a slider. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

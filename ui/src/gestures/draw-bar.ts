/** Dragging on empty ground: draws a new feature from the first day to the last. */
import type { Edge } from "../bindings/Edge";
import type { LaneKey } from "../bindings/LaneKey";
import type { Area } from "../chart/geometry";
import { isoOf, writtenSpan } from "../state/days";
import { newId } from "../state/ids";
import { dayAt, daysAlong } from "./dates";
import type { Gesture, Hand, Surroundings } from "./gesture";
import { fieldsOf } from "./lanes";
import { type Snap, snapOf } from "./snap";

const BAR_HEIGHT = 24;

export class DrawBar implements Gesture {
  readonly cursor = "crosshair";
  readonly scrolls = "sideways";
  /** Where it was pressed, in days. */
  private readonly pressed: number;
  /** What the edge under the hand has snapped to. */
  private snap: Snap | null = null;
  private readonly top: number;

  constructor(
    private readonly around: Surroundings,
    private readonly lane: LaneKey,
    private readonly start: Hand,
  ) {
    this.pressed = daysAlong(start);
    this.top = start.at.y - BAR_HEIGHT / 2;
  }

  move(hand: Hand): void {
    const [first, last] = this.days(hand);
    const { scale } = hand;
    const drawn: Area = {
      x: first * scale,
      y: this.top,
      width: (last - first + 1) * scale,
      height: BAR_HEIGHT,
    };
    this.around.chart.mark({ drawn, guide: this.snap && this.snap.at * scale });
    const text = `New feature · ${writtenSpan(isoOf(first), isoOf(last))}`;
    this.around.tip({ x: hand.clientX, y: hand.clientY, text, danger: false });
  }

  drop(hand: Hand): void {
    const [first, last] = this.days(hand);
    const id = newId();
    const schedule = { kind: "dated", first: isoOf(first), last: isoOf(last) } as const;
    const item = { kind: "feature", ...fieldsOf(this.lane), id, title: "New feature", schedule } as const;
    this.around.tip(null);
    void this.around.commit({ operation: "add_item", item }).then((done) => {
      this.around.chart.mark({ drawn: null, guide: null });
      if (done) {
        this.around.select([id]);
        this.around.rename(id);
      }
    });
  }

  cancel(): void {
    this.around.chart.mark({ drawn: null, guide: null });
    this.around.tip(null);
  }

  /** The first day and the last. */
  private days(hand: Hand): [number, number] {
    const { scale, alt } = hand;
    const pressed = { ...this.start, at: { x: this.pressed * scale, y: this.start.at.y }, scale, alt };
    const forwards = pressed.at.x <= hand.at.x;
    const first = this.edgeAt("start", forwards ? pressed : hand);
    const end = this.edgeAt("end", forwards ? hand : pressed);
    this.snap = (forwards ? end : first).snap;
    return [first.at, Math.max(first.at, end.at - 1)];
  }

  /** Where the edge of the day at a hand stands, or what it snaps to. */
  private edgeAt(edge: Edge, hand: Hand): { at: number; snap: Snap | null } {
    const held = { start: [], end: [], [edge]: [0] };
    const snap = snapOf(this.around, hand, held);
    return { at: snap?.at ?? dayAt(hand.at.x, hand.scale) + (edge === "end" ? 1 : 0), snap };
  }
}

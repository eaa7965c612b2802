/** Dragging on empty ground: draws a new feature from the first day to the last. */
import type { Edge } from "../bindings/Edge";
import type { LaneKey } from "../bindings/LaneKey";
import type { Operation } from "../bindings/Operation";
import type { Area } from "../chart/geometry";
import { isoOf, writtenSpan } from "../state/days";
import { newId } from "../state/ids";
import { dayAt, daysAlong } from "./dates";
import type { Gesture, Hand, Surroundings } from "./gesture";
import { addedOn, fieldsOf } from "./lanes";
import { type Snap, snapOf } from "./snap";

const BAR_HEIGHT = 24;

export class DrawBar implements Gesture {
  readonly cursor = "crosshair";
  readonly scrolls = "sideways";
  readonly goesOn = true;
  /** Where it was pressed, in days. */
  private readonly pressed: number;
  /** What the edge under the hand has snapped to. */
  private snap: Snap | null = null;
  private readonly top: number;
  private readonly id = newId();
  private hand: Hand;
  /** Why it cannot be drawn on its lane, as far as that is known. */
  private refused: string | null = null;

  constructor(
    private readonly around: Surroundings,
    private readonly lane: LaneKey,
    private readonly start: Hand,
  ) {
    this.pressed = daysAlong(start);
    this.top = start.at.y - BAR_HEIGHT / 2;
    this.hand = start;
  }

  move(hand: Hand): void {
    this.hand = hand;
    const operation = this.operationFor(hand);
    // A lane that the rules have nothing to say to needs no answer.
    if (operation.operation === "batch")
      this.around.preview(operation, ({ refused }) => {
        this.refused = refused;
        this.show();
      });
    this.show();
  }

  drop(hand: Hand): Promise<unknown> {
    this.around.stopPreview();
    this.around.tip(null);
    return this.around.commit(this.operationFor(hand)).then((done) => {
      if (!done) return;
      this.around.select([this.id]);
      this.around.rename(this.id);
    });
  }

  cancel(): void {
    this.around.stopPreview();
    this.around.chart.mark({ drawn: null, guide: null });
    this.around.tip(null);
  }

  private operationFor(hand: Hand): Operation {
    const [first, last] = this.days(hand);
    const schedule = { kind: "dated", first: isoOf(first), last: isoOf(last) } as const;
    const fields = { kind: "feature", parent: null, theme: null, ...fieldsOf(this.lane) } as const;
    return addedOn(this.lane, { ...fields, id: this.id, title: "New feature", schedule });
  }

  /** Shows where it would stand, or why it cannot stand there. */
  private show(): void {
    const { scale, clientX: x, clientY: y } = this.hand;
    const [first, last] = this.days(this.hand);
    if (this.refused !== null) {
      this.around.chart.mark({ drawn: null, guide: null });
      this.around.tip({ x, y, text: this.refused, danger: true });
      return;
    }
    const drawn: Area = {
      x: first * scale,
      y: this.top,
      width: (last - first + 1) * scale,
      height: BAR_HEIGHT,
    };
    this.around.chart.mark({ drawn, guide: this.snap && this.snap.at * scale });
    const text = `New feature · ${writtenSpan(isoOf(first), isoOf(last))}`;
    this.around.tip({ x, y, text, danger: false });
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

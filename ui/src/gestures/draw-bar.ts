/** Dragging on empty ground: draws a new feature from the first day to the last. */
import type { LaneKey } from "../bindings/LaneKey";
import type { Area } from "../chart/geometry";
import { isoOf, writtenSpan } from "../state/days";
import { newId } from "../state/ids";
import { dayAt } from "./dates";
import type { Gesture, Hand, Surroundings } from "./gesture";
import { fieldsOf } from "./lanes";

const BAR_HEIGHT = 24;

export class DrawBar implements Gesture {
  readonly cursor = "crosshair";
  readonly scrolls = "sideways";
  private readonly from: number;
  private readonly scale: number;
  private readonly top: number;

  constructor(
    private readonly around: Surroundings,
    private readonly lane: LaneKey,
    hand: Hand,
  ) {
    this.scale = around.chart.scale;
    this.from = dayAt(hand.at.x, this.scale);
    this.top = hand.at.y - BAR_HEIGHT / 2;
  }

  move(hand: Hand): void {
    const [first, last] = this.days(hand);
    const drawn: Area = {
      x: first * this.scale,
      y: this.top,
      width: (last - first + 1) * this.scale,
      height: BAR_HEIGHT,
    };
    this.around.chart.mark({ drawn });
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
      this.around.chart.mark({ drawn: null });
      if (done) {
        this.around.select([id]);
        this.around.rename(id);
      }
    });
  }

  cancel(): void {
    this.around.chart.mark({ drawn: null });
    this.around.tip(null);
  }

  private days({ at }: Hand): [number, number] {
    const to = dayAt(at.x, this.scale);
    return this.from <= to ? [this.from, to] : [to, this.from];
  }
}

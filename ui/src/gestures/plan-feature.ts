/** Dragging a need from the tray onto the timeline: makes a feature for it, from the day where it is dropped. */
import type { Operation } from "../bindings/Operation";
import { contains } from "../chart/geometry";
import { FIRST_LENGTH, firstDates, writtenSpan } from "../state/days";
import { newId } from "../state/ids";
import type { Gesture, Hand, Surroundings } from "./gesture";
import { type Snap, droppedDay } from "./snap";

const BAR_HEIGHT = 24;

/** The feature that is made for a need. */
export function plannedFor(id: string, need: string, statement: string, day: number): Operation {
  const schedule = firstDates(day);
  const item = {
    id,
    kind: "feature",
    title: statement,
    parent: null,
    theme: null,
    schedule,
    needs: [{ need, fulfilment: "fully" }],
  } as const;
  const operations: Operation[] = [{ operation: "add_item", item: { ...item, needs: [...item.needs] } }];
  return { operation: "batch", label: "Plan feature for need", operations };
}

export class PlanFeature implements Gesture {
  readonly cursor = "grabbing";
  readonly scrolls = "both";
  readonly goesOn = true;

  constructor(
    private readonly around: Surroundings,
    private readonly need: string,
    private readonly statement: string,
  ) {}

  move(hand: Hand): void {
    const { chart } = this.around;
    const dropped = this.dayUnder(hand);
    const { clientX: x, clientY: y } = hand;
    if (dropped === null) {
      chart.mark({ drawn: null, guide: null });
      this.around.tip({ x, y, text: `${this.statement}: drop it on a day`, danger: false });
      return;
    }
    const { day, snap } = dropped;
    const width = FIRST_LENGTH * hand.scale;
    const drawn = { x: day * hand.scale, y: hand.at.y - BAR_HEIGHT / 2, width, height: BAR_HEIGHT };
    chart.mark({ drawn, guide: snap && snap.at * hand.scale });
    const { first, last } = firstDates(day);
    const days = writtenSpan(first, last);
    this.around.tip({ x, y, text: `New feature · ${days}`, danger: false });
  }

  drop(hand: Hand): Promise<unknown> | void {
    const dropped = this.dayUnder(hand);
    this.around.tip(null);
    if (dropped === null) return this.cancel();
    const { day } = dropped;
    const id = newId();
    return this.around.commit(plannedFor(id, this.need, this.statement, day)).then((done) => {
      if (done) this.around.select([id]);
    });
  }

  cancel(): void {
    this.around.chart.mark({ drawn: null, guide: null });
    this.around.tip(null);
  }

  /** The day where it would begin; null where the pointer is not on the timeline. */
  private dayUnder(hand: Hand): { day: number; snap: Snap | null } | null {
    const isInside = contains(this.around.chart.visible, hand.at);
    return isInside ? droppedDay(this.around, hand, FIRST_LENGTH) : null;
  }
}

/** Dragging a need from the tray onto the timeline: makes a feature for it, from the day where it is dropped. */
import type { Operation } from "../bindings/Operation";
import { isoOf, writtenSpan } from "../state/days";
import { newId } from "../state/ids";
import { dayAt } from "./dates";
import type { Gesture, Hand, Surroundings } from "./gesture";
import { FIRST_LENGTH } from "./lanes";

const BAR_HEIGHT = 24;

/** The feature that is made for a need. */
export function plannedFor(id: string, need: string, statement: string, day: number): Operation {
  const schedule = { kind: "dated", first: isoOf(day), last: isoOf(day + FIRST_LENGTH - 1) } as const;
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

  constructor(
    private readonly around: Surroundings,
    private readonly need: string,
    private readonly statement: string,
  ) {}

  move(hand: Hand): void {
    const { chart } = this.around;
    const day = this.dayUnder(hand);
    const { clientX: x, clientY: y } = hand;
    if (day === null) {
      chart.mark({ drawn: null });
      this.around.tip({ x, y, text: `${this.statement}: drop it on a day`, danger: false });
      return;
    }
    const width = FIRST_LENGTH * chart.scale;
    chart.mark({ drawn: { x: day * chart.scale, y: hand.at.y - BAR_HEIGHT / 2, width, height: BAR_HEIGHT } });
    const days = writtenSpan(isoOf(day), isoOf(day + FIRST_LENGTH - 1));
    this.around.tip({ x, y, text: `New feature · ${days}`, danger: false });
  }

  drop(hand: Hand): void {
    const day = this.dayUnder(hand);
    this.around.tip(null);
    if (day === null) return this.cancel();
    const id = newId();
    void this.around.commit(plannedFor(id, this.need, this.statement, day)).then((done) => {
      this.cancel();
      if (done) this.around.select([id]);
    });
  }

  cancel(): void {
    this.around.chart.mark({ drawn: null });
    this.around.tip(null);
  }

  /** The day under the pointer; null where it is not on the timeline. */
  private dayUnder({ at }: Hand): number | null {
    const { scale, visible } = this.around.chart;
    const isInside = at.x >= visible.x && at.x <= visible.x + visible.width && at.y >= visible.y;
    return isInside ? dayAt(at.x, scale) : null;
  }
}

/** Dragging an item from the tray onto the timeline: gives it dates and the lane it is dropped on. */
import type { Operation } from "../bindings/Operation";
import type { PreviewAnswer } from "../bindings/PreviewAnswer";
import { writtenSpan } from "../state/days";
import { contains } from "../chart/geometry";
import type { Gesture, Hand, Surroundings } from "./gesture";
import { FIRST_LENGTH, isDated, placedOn } from "./lanes";
import { type Snap, droppedDay } from "./snap";

export class PlaceItem implements Gesture {
  readonly cursor = "grabbing";
  readonly scrolls = "both";
  private hand: Hand | null = null;
  private snap: Snap | null = null;

  constructor(
    private readonly around: Surroundings,
    private readonly item: string,
    private readonly title: string,
  ) {}

  move(hand: Hand): void {
    this.hand = hand;
    const operation = this.operationFor(hand);
    if (operation) {
      this.around.preview(operation, (answer) => this.show(answer));
    } else {
      this.around.stopPreview();
      this.around.chart.mark({ preview: [], strip: null, heads: [], guide: null });
      this.around.tip({
        x: hand.clientX,
        y: hand.clientY,
        text: `${this.title}: drop it on a lane`,
        danger: false,
      });
    }
  }

  drop(hand: Hand): void {
    const operation = this.operationFor(hand);
    this.around.stopPreview();
    this.around.tip(null);
    if (!operation) {
      this.cancel();
      return;
    }
    void this.around.commit(operation).then((done) => {
      this.cancel();
      if (done) this.around.select([this.item]);
    });
  }

  cancel(): void {
    this.around.stopPreview();
    this.around.chart.mark({ preview: [], strip: null, heads: [], guide: null });
    this.around.tip(null);
  }

  private operationFor(hand: Hand): Operation | null {
    const { chart } = this.around;
    const { visible } = chart;
    const lane = contains(visible, hand.at) ? chart.laneAt(hand.at.y)?.lane : undefined;
    const { day, snap } = droppedDay(this.around, hand, FIRST_LENGTH);
    this.snap = isDated(lane) ? snap : null;
    return lane ? placedOn(lane, [this.item], day) : null;
  }

  private show({ preview, refused, money }: PreviewAnswer): void {
    if (!this.hand) return;
    const schedule = preview?.items[0]?.schedule;
    const dates = schedule?.kind === "dated" ? writtenSpan(schedule.first, schedule.last) : "";
    const [nodes, heads] = [preview?.nodes ?? [], preview?.heads ?? []];
    const { chart } = this.around;
    const guide = this.snap && preview ? this.snap.at * chart.shownScale : null;
    chart.mark({ preview: nodes, heads, strip: money ?? null, guide });
    const text = refused ?? dates;
    const tip = { x: this.hand.clientX, y: this.hand.clientY, text, danger: refused !== null };
    this.around.tip(text ? tip : null);
  }
}

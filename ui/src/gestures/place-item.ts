/** Dragging an item from the tray onto the timeline: gives it dates and the lane it is dropped on. */
import type { Operation } from "../bindings/Operation";
import type { PreviewAnswer } from "../bindings/PreviewAnswer";
import { contains } from "../chart/geometry";
import type { Gesture, Hand, Surroundings } from "./gesture";
import { FIRST_LENGTH } from "../state/days";
import { isDated, placedOn } from "./lanes";
import { placeOf } from "./shown";
import { type Snap, droppedDay } from "./snap";

export class PlaceItem implements Gesture {
  readonly cursor = "grabbing";
  readonly scrolls = "both";
  readonly goesOn = true;
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

  drop(hand: Hand): Promise<unknown> | void {
    const operation = this.operationFor(hand);
    this.around.stopPreview();
    this.around.tip(null);
    if (!operation) return this.cancel();
    return this.around.commit(operation).then((done) => {
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
    const [nodes, heads] = [preview?.nodes ?? [], preview?.heads ?? []];
    const { chart } = this.around;
    const guide = this.snap && preview ? this.snap.at * chart.shownScale : null;
    chart.mark({ preview: nodes, heads, strip: money ?? null, guide });
    const text = refused ?? placeOf(preview?.items[0]);
    const { clientX: x, clientY: y } = this.hand;
    this.around.tip(text === null ? null : { x, y, text, danger: refused !== null });
  }
}

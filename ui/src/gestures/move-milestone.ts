/** Dragging a milestone sideways: its day follows the pointer. */
import type { Node as SceneNode } from "../bindings/Node";
import type { Operation } from "../bindings/Operation";
import { boundsOf } from "../chart/picture";
import { isoOf, written } from "../state/days";
import { dayOfDiamond, daysFor } from "./dates";
import type { Gesture, Hand, Surroundings } from "./gesture";
import { nothingHeld } from "./shown";

export class MoveMilestone implements Gesture {
  readonly cursor = "grabbing";
  readonly scrolls = "sideways";
  private readonly start: { x: number; scale: number; day: number };
  /** The diamond with its name and its line, as they are painted where it stands. */
  private readonly nodes: readonly SceneNode[];

  constructor(
    private readonly around: Surroundings,
    private readonly milestone: string,
    hand: Hand,
  ) {
    const { chart } = around;
    const bounds = chart.milestone(milestone)?.bounds;
    const day = bounds ? dayOfDiamond(bounds, chart.scale) : 0;
    this.start = { x: hand.at.x, scale: chart.scale, day };
    this.nodes = chart.nodesOf(`milestone:${milestone}`);
    around.selectMilestone(milestone);
  }

  move(hand: Hand): void {
    const { chart } = this.around;
    const days = this.days(hand);
    const offset: [number, number] = [days * this.start.scale, 0];
    const moved: SceneNode = { key: "moved", shape: { group: { offset, nodes: [...this.nodes] } } };
    const lifted = days === 0 ? [] : this.nodes.map(({ shape }) => boundsOf(shape));
    chart.mark({ preview: days === 0 ? [] : [moved], lifted });
    const { clientX: x, clientY: y } = hand;
    this.around.tip({ x, y, text: written(isoOf(this.start.day + days)), danger: false });
  }

  drop(hand: Hand): void {
    const days = this.days(hand);
    this.around.tip(null);
    if (days === 0) this.clear();
    else void this.around.commit(this.operation(days)).finally(() => this.clear());
  }

  cancel(): void {
    this.clear();
  }

  private days(hand: Hand): number {
    return daysFor(hand.at.x - this.start.x, this.start.scale, hand.shift);
  }

  private operation(days: number): Operation {
    const edit = { field: "day", value: isoOf(this.start.day + days) } as const;
    return { operation: "edit_milestone", id: this.milestone, edit };
  }

  private clear(): void {
    this.around.chart.mark(nothingHeld);
    this.around.tip(null);
  }
}

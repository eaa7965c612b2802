/** Dragging a milestone sideways: its day follows the pointer. */
import type { Node as SceneNode } from "../bindings/Node";
import type { Operation } from "../bindings/Operation";
import { type Area, hull } from "../chart/geometry";
import type { Placed } from "../chart/part";
import { isoOf, written } from "../state/days";
import { dayOfDiamond } from "./dates";
import { DragDays } from "./drag-days";
import type { Gesture, Hand, Surroundings } from "./gesture";
import { nothingHeld } from "./shown";
import { edgesOfDays } from "./snap";

export class MoveMilestone implements Gesture {
  readonly cursor = "grabbing";
  readonly scrolls = "sideways";
  readonly goesOn = true;
  /** The day that it is taken from. */
  private readonly day: number;
  /** Where its noon is in its parts, in points. */
  private readonly noon: number;
  private readonly drag: DragDays;
  /** The diamond with its name and its line, as they are painted where it stands. */
  private readonly parts: readonly Placed[];

  constructor(
    private readonly around: Surroundings,
    private readonly milestone: string,
    diamond: Area,
    hand: Hand,
  ) {
    const { chart } = around;
    this.day = dayOfDiamond(diamond, hand.scale);
    this.noon = (this.day + 0.5) * chart.shownScale;
    this.drag = new DragDays(around, new Set([milestone]), hand, edgesOfDays(this.day, 1));
    this.parts = chart.partsOf(`milestone:${milestone}`);
    around.selectMilestone(milestone);
  }

  move(hand: Hand): void {
    const { chart } = this.around;
    const days = this.drag.days(hand);
    const { snap } = this.drag;
    const guide = snap && snap.at * hand.scale;
    if (days === 0) chart.mark(nothingHeld);
    else chart.mark({ preview: [this.movedBy(days, hand.scale)], lifted: this.lifted(), guide });
    const { clientX: x, clientY: y } = hand;
    this.around.tip({ x, y, text: written(isoOf(this.day + days)), danger: false });
  }

  drop(hand: Hand): Promise<unknown> | void {
    const days = this.drag.days(hand);
    this.around.tip(null);
    if (days !== 0) return this.around.commit(this.operation(days));
    this.clear();
  }

  cancel(): void {
    this.clear();
  }

  private movedBy(days: number, scale: number): SceneNode {
    const nodes = this.parts.flatMap(({ node, bounds: { x, y, width, height } }): SceneNode[] => {
      if (!("text" in node.shape)) return [node];
      // The name stays readable over that of another milestone, and over where it was taken from.
      return [
        { key: "clearing", shape: { rect: { rect: [x, y, width, height], radius: 0, fill: "surface" } } },
        node,
      ];
    });
    const offset: [number, number] = [(this.day + days + 0.5) * scale - this.noon, 0];
    return { key: "moved", shape: { group: { offset, nodes } } };
  }

  /** All but the line, which lies under bars that a veil would cover. */
  private lifted(): Area[] {
    const line = `milestone:${this.milestone}/line`;
    const parts = this.around.chart.partsOf(`milestone:${this.milestone}`);
    const lifted = hull(parts.flatMap(({ node, bounds }) => (node.key === line ? [] : [bounds])));
    return lifted ? [lifted] : [];
  }

  private operation(days: number): Operation {
    const edit = { field: "day", value: isoOf(this.day + days) } as const;
    return { operation: "edit_milestone", id: this.milestone, edit };
  }

  private clear(): void {
    this.around.chart.mark(nothingHeld);
    this.around.tip(null);
  }
}

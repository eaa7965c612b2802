/** Dragging from a dot of a bar to a half of another: makes a dependency between the two ends. */
import type { DependencyKind } from "../bindings/DependencyKind";
import type { Edge } from "../bindings/Edge";
import type { Operation } from "../bindings/Operation";
import type { Point } from "../chart/geometry";
import { DEPENDENCY_WORDS } from "../state/dependency-words";
import { newId } from "../state/ids";
import type { Gesture, Hand, Surroundings } from "./gesture";

const KINDS: Record<Edge, Record<Edge, DependencyKind>> = {
  end: { start: "finish_to_start", end: "finish_to_finish" },
  start: { start: "start_to_start", end: "start_to_finish" },
};

/** The end of a bar that would be tied. */
interface Tied {
  item: string;
  kind: DependencyKind;
  at: Point;
}

export class LinkBars implements Gesture {
  readonly cursor = "crosshair";
  readonly scrolls = "both";
  private readonly dependency = newId();
  private over: Tied | null = null;
  private refused: string | null = null;
  private hand: Hand | null = null;

  constructor(
    private readonly around: Surroundings,
    private readonly predecessor: string,
    private readonly dot: Point,
    private readonly from: Edge,
  ) {}

  move(hand: Hand): void {
    this.hand = hand;
    const before = this.over;
    this.over = this.tiedAt(hand.at);
    if (this.over?.item !== before?.item || this.over?.kind !== before?.kind) {
      this.refused = null;
      if (this.over) this.ask(this.over);
      else this.around.stopPreview();
    }
    this.show(hand);
  }

  drop(): void {
    const { over } = this;
    this.cancel();
    // What the rules refuse is refused here as well, and is told by that: the words beside the pointer are gone.
    if (over) void this.around.commit(this.operation(over)).then((done) => done && this.around.linked());
  }

  cancel(): void {
    this.around.stopPreview();
    this.around.tip(null);
    this.around.chart.mark({ wire: null, hovered: null });
  }

  /** The half of a bar that the pointer is on says which end of it is tied. */
  private tiedAt(point: Point): Tied | null {
    const found = this.around.chart.at(point);
    if (found?.target.entity !== "item" || found.target.id === this.predecessor) return null;
    const { x, y, width, height } = found.bounds;
    const to: Edge = point.x < x + width / 2 ? "start" : "end";
    const at = { x: to === "start" ? x : x + width, y: y + height / 2 };
    return { item: found.target.id, kind: KINDS[this.from][to], at };
  }

  /** A circle is refused while the pointer is still over the bar, with the reason. */
  private ask(over: Tied): void {
    this.around.preview(this.operation(over), ({ refused }) => {
      this.refused = refused;
      if (this.hand) this.show(this.hand);
    });
  }

  private show({ at, clientX: x, clientY: y }: Hand): void {
    const { over, refused, dot: from } = this;
    const { chart } = this.around;
    const danger = refused !== null;
    const hovered = over ? (chart.item(over.item)?.bounds ?? null) : null;
    chart.mark({ wire: { from, to: over?.at ?? at, tied: over !== null, refused: danger }, hovered });
    this.around.tip(over && { x, y, text: refused ?? DEPENDENCY_WORDS[over.kind], danger });
  }

  private operation({ item: successor, kind }: Tied): Operation {
    const { dependency: id, predecessor } = this;
    return { operation: "link", dependency: { id, predecessor, successor, kind, lag_days: 0 } };
  }
}

/** A timeline made of paper, for tests of gestures: two lanes of 100 points, ten points a day, bars by hand. */
import type { LaneKey } from "../bindings/LaneKey";
import type { OverCap } from "../bindings/OverCap";
import type { Operation } from "../bindings/Operation";
import type { PreviewAnswer } from "../bindings/PreviewAnswer";
import type { Stays } from "../bindings/Stays";
import type { Chart } from "../chart/chart";
import { type Area, type Point, contains } from "../chart/geometry";
import type { Marks } from "../chart/overlay";
import type { Hand, Surroundings, Tip } from "./gesture";
import type { HandsHooks } from "./hands";

export const SCALE = 10;

/** Nobody is told anything. */
export const noHooks: HandsHooks = {
  clicked() {},
  clickedNeed() {},
  clickedCost() {},
  clickedMilestone() {},
  clickedLine() {},
  clickedGround() {},
  hovered() {},
  doubleClicked() {},
  doubleClickedNeed() {},
  doubleClickedCost() {},
};

export class FakeSurroundings implements Surroundings {
  readonly committed: Operation[] = [];
  readonly previewed: Operation[] = [];
  readonly tips: (Tip | null)[] = [];
  readonly renamed: string[] = [];
  /** What was to be said after what was done. */
  readonly more: (string | null)[] = [];
  /** Which of the selected items cannot be moved with the others. */
  staying: Stays | null = { undated: [], spanning: [] };
  marks: Partial<Marks> = {};
  /** Tells whoever follows the chart that it shows something else. */
  painted = () => {};
  chosen: string[] = [];
  chosenMilestone: string | null = null;
  /** What the chart was told to show as selected. */
  shownAsSelected: string[] = [];
  /** What the rules would answer. */
  answer: PreviewAnswer = { preview: { nodes: [], items: [], troubled: [] }, refused: null };
  /** Whether the rules take what is committed. */
  takes = true;
  today = -1000;
  onFeatures = true;
  readOnly = false;
  /** How often a dependency was said to have been drawn. */
  timesLinked = 0;
  /** How often it was said that the plan can only be read. */
  told = 0;
  overCap: OverCap[] = [];
  /** Where the tray is, in the window. */
  tray: Area | null = null;
  private readonly bars = new Map<string, Area>();
  private readonly milestones = new Map<string, Area>();
  private readonly links = new Map<string, Area>();

  readonly chart = {
    body: Object.assign(document.createElement("div"), { setPointerCapture() {} }),
    pointAt: ({ clientX, clientY }: { clientX: number; clientY: number }) => ({
      x: clientX + this.chart.visible.x,
      y: clientY + this.chart.visible.y,
    }),
    shownScale: SCALE,
    visible: { x: 0, y: 0, width: 1000, height: 300 },
    extent: { left: -1000, right: 5000, height: 300 },
    onScreen: (area: Area) => ({
      ...area,
      x: area.x - this.chart.visible.x,
      y: area.y - this.chart.visible.y,
    }),
    painted: () => Promise.resolve(),
    goOn: (dx: number) => this.chart.scrollBy(dx, 0),
    scrollBy: (dx: number, dy: number) => {
      this.chart.visible.x += dx;
      this.chart.visible.y += dy;
    },
    scrollTo: (x: number, y: number) => void Object.assign(this.chart.visible, { x, y }),
    laneAt: (y: number): { lane: LaneKey; bounds: Area } | undefined => {
      const lanes: LaneKey[] = [
        { by: "items", values: [{ field: "theme", value: "one" }] },
        { by: "items", values: [{ field: "theme", value: "two" }] },
        { by: "horizon", horizon: "later" },
      ];
      const lane = lanes[Math.floor(y / 100)];
      return lane && { lane, bounds: { x: 0, y: 0, width: 1000, height: 100 } };
    },
    item: (id: string) => {
      const bounds = this.bars.get(id);
      return bounds && { key: `bar:${id}`, target: { entity: "item", id }, name: id, bounds };
    },
    itemsOf: (id: string) => this.chart.items().filter(({ key }) => key === `bar:${id}`),
    partsOf: (key: string) => {
      const line = this.links.get(key);
      if (line)
        return [
          {
            node: { key, shape: { path: { steps: [], stroke: { colour: "ink-3", width: 1 } } } },
            bounds: line,
          },
        ];
      const bounds =
        this.bars.get(key.replace("bar:", "")) ?? this.milestones.get(key.replace("milestone:", ""));
      return bounds
        ? [{ node: { key, shape: { rect: { rect: Object.values(bounds), radius: 0 } } }, bounds }]
        : [];
    },
    lineAt: (point: Point) => {
      const found = [...this.links].find(([, area]) => contains(area, point));
      if (!found) return undefined;
      const [key, bounds] = found;
      const nodes = this.chart.partsOf(key).map(({ node }) => node);
      return { id: key.replace("link:", ""), key, bounds, nodes };
    },
    paintedIn: (area: Area) => [
      { area, nodes: [...this.bars.keys()].flatMap((key) => this.chart.partsOf(key)) },
    ],
    at: (point: Point) => this.chart.reachable().findLast(({ bounds }) => contains(bounds, point)),
    items: () =>
      [...this.bars].map(([id, bounds]) => ({
        key: `bar:${id}`,
        target: { entity: "item", id },
        name: id,
        bounds,
      })),
    reachable: () => [
      ...[...this.milestones].map(([id, bounds]) => ({
        key: `milestone:${id}`,
        target: { entity: "milestone", id },
        name: id,
        bounds,
      })),
      ...this.chart.items(),
    ],
    select: (items: ReadonlySet<string>) => {
      this.shownAsSelected = [...items];
    },
    follow: (follower: () => void) => {
      this.painted = follower;
      return () => {};
    },
    mark: (marks: Partial<Marks>) => {
      this.marks = { ...this.marks, ...marks };
    },
  } as unknown as Chart;

  /** Pointers of which a button is held. */
  private readonly pressing = new Set<number>();

  /** The pointer does something at a point of the window. */
  point(type: string, clientX: number, clientY: number, held: PointerEventInit = {}): void {
    const { pointerId = 1 } = held;
    if (type === "pointerdown") this.pressing.add(pointerId);
    else if (type !== "pointermove") this.pressing.delete(pointerId);
    const buttons = Number(this.pressing.has(pointerId));
    const event = { clientX, clientY, pointerId, buttons, bubbles: true, ...held };
    this.chart.body.dispatchEvent(new PointerEvent(type, event));
  }

  bar(id: string, x: number, y: number, width = 100): Area {
    const bar = { x, y, width, height: 24 };
    this.bars.set(id, bar);
    return bar;
  }

  /** A dependency line 100 points wide. */
  link(id: string, x: number, y: number): void {
    this.links.set(`link:${id}`, { x, y, width: 100, height: 20 });
  }

  /** A diamond in the row above the lanes, on the day that begins at `x`. */
  milestone(id: string, x: number): Area {
    const diamond = { x: x + SCALE / 2 - 7, y: 0, width: 14, height: 14 };
    this.milestones.set(id, diamond);
    return diamond;
  }

  /** The bar is no longer near what is in sight. */
  forget(id: string): void {
    this.bars.delete(id);
  }

  preview(operation: Operation, shown: (answer: PreviewAnswer) => void): void {
    this.previewed.push(operation);
    shown(this.answer);
  }

  stopPreview(): void {}

  commit(operation: Operation, more: string | null = null): Promise<boolean> {
    this.committed.push(operation);
    this.more.push(more);
    return Promise.resolve(this.takes);
  }

  overTray({ clientX: x, clientY: y }: Hand): boolean {
    return this.tray !== null && contains(this.tray, { x, y });
  }

  tellReadOnly(): void {
    this.told += 1;
  }

  linked(): void {
    this.timesLinked += 1;
  }

  tip(tip: Tip | null): void {
    this.tips.push(tip);
  }

  select(items: string[]): void {
    this.chosen = items;
  }

  selectMilestone(id: string): void {
    this.chosenMilestone = id;
  }

  selected(): ReadonlySet<string> {
    return new Set(this.chosen);
  }

  stays(): Stays | null {
    return this.staying;
  }

  rename(item: string): void {
    this.renamed.push(item);
  }
}

export const hand = (x: number, y: number, held: Partial<Hand> = {}): Hand => ({
  at: { x, y },
  scale: SCALE,
  clientX: x,
  clientY: y,
  shift: false,
  alt: false,
  mod: false,
  ...held,
});

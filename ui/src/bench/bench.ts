/**
 * What harnesses call to measure the timeline: it shows plans and places, and says where things are. It measures
 * nothing itself but when data came and was painted, as marks of the page's own timeline of performance.
 */
import { flushSync } from "svelte";

import type { PlanState } from "../bindings/PlanState";
import { type Finding, rememberBacking } from "../chart/backing";
import { findBacking } from "../chart/backing-trial";
import type { Chart } from "../chart/chart";
import { type Area, type Point, intersects } from "../chart/geometry";
import type { Milepost } from "../milepost.svelte";
import { refusalOf } from "../ports/backend";
import { forgetKept } from "../state/kept-look";
import { draggableBar } from "./draggable-bar";
import type { ListeningBackend } from "./listening-backend";

/** Points per day. */
const SCALES = { year: 1, quarter: 2, month: 6, week: 20 };

export class Bench {
  private hide: (() => unknown) | null = null;
  /** The bar that was named last. */
  private bar: string | null = null;
  /** How many features the plan has. */
  private features = 0;

  constructor(
    private readonly milepost: Milepost,
    private readonly backend: ListeningBackend,
    private readonly show: () => () => unknown,
  ) {}

  /** Shows a generated plan of that many features, as it is when it is opened. Resolves when it is painted. */
  async load(features: number): Promise<void> {
    const state = await made("generated-plan", { features });
    this.hide?.();
    this.bar = null;
    this.features = features;
    forgetKept(state.path);
    performance.mark("data");
    this.milepost.plan.show(state);
    this.hide = this.show();
    flushSync();
    this.chart.zoomTo(SCALES.month, 0);
    await this.painted();
    performance.mark("painted");
  }

  /** Scrolls so that this many points of the lanes are above what is in sight. */
  scrollTo(y: number): void {
    this.chart.scrollTo(this.chart.visible.x, y);
  }

  /** Scrolls so that this many points from the left end are before what is in sight. */
  panTo(x: number): void {
    this.chart.scrollTo(this.leftEnd + x, this.chart.visible.y);
  }

  /** Zooms about the middle. Resolves when it is painted. */
  async zoom(level: keyof typeof SCALES): Promise<void> {
    this.chart.zoomTo(SCALES[level]);
    await this.painted();
  }

  /** Where in the window a bar can be taken hold of that has 300 px of room to its right. */
  firstBarCenter(): Point {
    const { chart } = this;
    const found = draggableBar(chart.items(), chart.visible, (point) => chart.at(point));
    if (!found) throw new Error("No bar in sight has 300 px of room to its right.");
    this.bar = found.id;
    return chart.onScreen({ ...found.center, width: 0, height: 0 });
  }

  /**
   * Shows the plan anew with that many more features, which wait for a bar and are pushed by it. Answers where in the
   * window that bar can be taken hold of, with 300 px of room to its right.
   */
  async barWithSuccessors(successors: number): Promise<Point> {
    await this.load(this.features);
    this.firstBarCenter();
    const { chart, milepost, features, bar: item } = this;
    const state = await made("waiting-features", { features, item, successors });
    const { scale, visible } = chart;
    forgetKept(state.path);
    milepost.plan.show(state);
    chart.zoomTo(scale);
    chart.scrollTo(visible.x, 0);
    await this.painted();
    // Those that wait for it may take rows above it.
    const { x, height } = chart.visible;
    while (!chart.item(item!) && chart.visible.y + height < chart.extent!.height) {
      chart.scrollTo(x, chart.visible.y + height / 2);
      await this.painted();
    }
    const bounds = chart.item(item!)?.bounds;
    if (!bounds) throw new Error("The bar that others wait for is nowhere.");
    chart.scrollTo(x, bounds.y - height / 2);
    await this.painted();
    const center = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
    return chart.onScreen({ ...center, width: 0, height: 0 });
  }

  /** Where that bar stands, or would stand if the pointer let go of it. */
  barState(): string {
    const preview = this.milepost.hands?.busy ? this.backend.preview : null;
    const moving = preview?.items.find(({ id }) => id === this.bar)?.rects[0];
    return JSON.stringify(moving ?? tuple(this.bar === null ? undefined : this.chart.item(this.bar)?.bounds));
  }

  /** How many previews gestures have asked for, and how many of them have come; at most one is under way. */
  previews(): { asked: number; answered: number } {
    return { ...this.backend.previews };
  }

  /** Finds out at once what the app finds out while its user rests: which backing draws faster here. Uses it. */
  async chooseDrawing(): Promise<Finding> {
    const { chart } = this;
    const size = chart.canvasSize;
    const finding = await findBacking(size, { now: () => performance.now(), idle: nextTask });
    rememberBacking(size, finding.better);
    chart.useBacking(finding.better);
    return finding;
  }

  /** Elements in the document, and bars in sight. */
  bars(): { nodes: number; visible: number } {
    const { chart } = this;
    const inSight = chart.items().filter(({ bounds }) => intersects(bounds, chart.visible));
    return { nodes: document.querySelectorAll("*").length, visible: inSight.length };
  }

  /** The furthest that `panTo` and `scrollTo` can go. */
  extent(): { maxX: number; maxY: number } {
    const { extent, visible } = this.chart;
    if (!extent) throw new Error("Nothing is shown yet.");
    return {
      maxX: Math.max(0, extent.right - extent.left - visible.width),
      maxY: Math.max(0, extent.height - visible.height),
    };
  }

  /** Whether all that is in sight is painted. */
  complete(): boolean {
    return this.chart.complete;
  }

  private get chart(): Chart {
    if (!this.milepost.chart) throw new Error("Nothing is shown yet: load a plan first.");
    return this.milepost.chart;
  }

  private get leftEnd(): number {
    return this.chart.extent?.left ?? 0;
  }

  /** Waits for the chart to be whole, and until a frame has taken it to the display. */
  private async painted(): Promise<void> {
    await Promise.race([this.chart.painted(), this.backend.failed]);
    await new Promise(requestAnimationFrame);
    // The frame is made between its callbacks and the next task.
    await nextTask();
  }
}

/** By a message, since timers wait for some milliseconds. */
function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  port2.postMessage(null);
  return new Promise((resolve) => (port1.onmessage = () => resolve()));
}

const tuple = (area: Area | undefined) => (area ? [area.x, area.y, area.width, area.height] : null);

/** Asks the bridge, since the app has no way to make a plan up. */
async function made(what: "generated-plan" | "waiting-features", wish: object): Promise<PlanState> {
  const response = await fetch(`/${what}`, { method: "POST", body: JSON.stringify(wish) });
  const answer: unknown = await response.json();
  if (!response.ok) throw refusalOf(answer);
  return answer as PlanState;
}

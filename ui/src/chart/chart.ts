/**
 * The timeline on screen: paints the picture of what is in sight, scrolls and zooms it, and says what is where.
 *
 * Knows scenes and pixels; knows nothing of operations, gestures or the plan. It owns its elements inside a host.
 */
// Reason for length: what is shown, what is wanted and what waits for it change together.
import type { BudgetLineId } from "../bindings/BudgetLineId";
import type { Chain } from "../bindings/Chain";
import type { Extent } from "../bindings/Extent";
import type { LaneKey } from "../bindings/LaneKey";
import type { Span } from "../bindings/Span";
import { EARLIEST, LATEST } from "../state/days";
import type { Backing, CanvasSize } from "./backing";
import { ChainMarks } from "./chain-marks";
import { onFontsLoaded } from "./fonts";
import { type Area, type Point, clamp, revealed } from "./geometry";
import { LaneNames } from "./lane-names";
import { Layers } from "./layers";
import type { Line } from "./lines";
import { Mirror, type Selected, type Thing } from "./mirror";
import { type Marks, noMarks } from "./overlay";
import { readPalette } from "./palette";
import { Part, type Placed } from "./part";
import { type Patch, Picture, type Reachable } from "./picture";
import { shownFrame } from "./shown-frame";
import { type Loaded, SceneLoader, type SceneSource } from "./scene-loader";
import { AXIS_HEIGHT, BELOW, LINE, NAMES_WIDTH, SCROLL_BAR } from "./sizes";
import { Strip } from "./strip";

export interface ChartHooks {
  onFailed(thrown: unknown): void;
  /** Something that others show has changed: place, scale or size. */
  onMoved(): void;
  /** The canvases have another size, or another number of pixels to the point. */
  onResized?(): void;
  /** The focus has come to a bar or a milestone, by Tab for one. */
  onFocused(thing: Thing): void;
  /** The name of a lane was pressed. */
  onLane(lane: LaneKey): void;
  isCollapsed(lane: LaneKey): boolean;
  /** The name of what the pointer is on below the lanes; null for nothing. */
  onNamed(name: string | null, at: { clientX: number; clientY: number }): void;
  /** A period below the lanes was pressed, or a mark in it, which is about one budget line. */
  onPeriod(period: Span, line: BudgetLineId | null): void;
}

/** Least points per day. */
const LEAST_SCALE = 0.06;
/** Points per day that the layout takes at most. */
const GREATEST_SCALE = 1_200;
/** Days that fill a chart, however wide it is, that is zoomed in as far as it goes. */
const FEWEST_DAYS = 7;
/** Points left free before the first day of a span that is shown whole, and beside its last bars for their names. */
export const AROUND_DAYS = [40, 170] as const;
/** Milliseconds of rest after which the mirror follows a scroll. */
const MIRROR_REST = 90;

export class Chart {
  readonly body: HTMLElement;
  /** Points at the right of the body that something lies over, where nothing is brought into sight. */
  covered = 0;
  readonly mirror: Mirror;
  readonly laneNames: LaneNames;
  private readonly strip: Strip;
  private readonly layers: Layers;
  private readonly loader: SceneLoader;
  private readonly observer: ResizeObserver;
  private readonly destroyed = new AbortController();
  private picture: Picture | null = null;
  private marks: Marks = noMarks;
  private selected: Selected = { items: new Set(), milestone: null, need: null };
  private readonly chain = new ChainMarks();
  /** Where and how large the surface is shown. */
  private shown = { scale: 2.5, left: 0, top: 0 };
  /** What is shown as soon as its picture is there. */
  private wanted = { scale: 2.5, left: 0, top: 0 };
  private size = { width: 0, height: 0 };
  /** Whether it was gone somewhere of which it is not known yet whether the surface reaches there. */
  private isBeyond = true;
  /** The days that have been asked for by name, which may be beyond all that there is. */
  private gone: { first: number; last: number } | null = null;
  /** Width of the column of lane names, in points: none where a table stands beside the chart instead. */
  private namesWidth = NAMES_WIDTH;
  /** Height of the strip below the lanes, in points; 0 while there is none. */
  private stripHeight = 0;
  private readonly followers = new Set<() => void>();
  private magnified = 1;
  private frame = 0;
  private rest = 0;
  /** Who waits for everything in sight to be painted. */
  private awaiting: (() => void)[] = [];

  constructor(
    private readonly host: HTMLElement,
    private readonly source: SceneSource,
    private readonly hooks: ChartHooks,
    backing: Backing = "processor",
  ) {
    const axis = element(host, "chart-axis");
    const names = element(host, "chart-names");
    const lanes = element(host, "chart-lanes");
    this.laneNames = new LaneNames(lanes, (lane) => hooks.onLane(lane));
    this.body = element(host, "chart-body");
    this.strip = new Strip(host, () => this.shown.left, {
      onNamed: hooks.onNamed,
      onPeriod: hooks.onPeriod,
      reveal: ({ x, width }) =>
        this.scrollTo(revealed(this.wanted.left, this.size.width, x, width), this.wanted.top),
    });
    const { root: strip, names: stripNames } = this.strip;
    const mirrored = element(this.body, "chart-mirror");
    this.mirror = new Mirror(mirrored, (thing) => this.hooks.onFocused(thing));
    for (const holder of [lanes, mirrored])
      for (const moved of ["focusin", "focusout"]) holder.addEventListener(moved, () => this.draw());
    this.layers = new Layers(
      host,
      { axis, names, body: this.body, strip, stripNames },
      readPalette(),
      backing,
    );
    const failed = (thrown: unknown) => {
      hooks.onFailed(thrown);
      this.letGo();
    };
    this.loader = new SceneLoader(source, (loaded) => this.accept(loaded), failed, shownFrame);
    this.observer = new ResizeObserver(() => this.fit());
    this.observer.observe(host);
    this.followRatio();
    onFontsLoaded(() => this.recolour(), this.destroyed.signal);
  }

  destroy(): void {
    this.observer.disconnect();
    this.destroyed.abort();
    this.loader.stop();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.rest);
    this.layers.destroy();
    this.host.replaceChildren();
    this.letGo();
  }

  get scale(): number {
    return this.wanted.scale;
  }

  /** Points per day of what is shown, which a zoom that is still to come has not changed. */
  get shownScale(): number {
    return this.shown.scale;
  }

  /** The part of the surface in sight. */
  get visible(): Area {
    return { x: this.shown.left, y: this.shown.top, ...this.size };
  }

  /**
   * The days that are wanted in sight, as numbers with their fractions: from one to before the other; and from which height
   * of the lanes on.
   */
  get sight(): { from: number; to: number; top: number } {
    const { left, top, scale } = this.wanted;
    return { from: left / scale, to: (left + this.size.width) / scale, top };
  }

  /**
   * The whole surface, as far as has been gone on it, and the sizes of the frozen parts; null before the first picture. What
   * is in sight is a part of it, even if what stood there has gone elsewhere: nothing moves under the hand by that.
   */
  get extent() {
    const { left } = this.shown;
    return this.surface && reaching(this.surface, left, left + this.size.width);
  }

  /** The same, whatever is in sight. */
  private get surface(): Extent | null {
    if (!this.picture) return null;
    const { extent } = this.picture;
    const [days, { width }] = [this.gone, this.size];
    if (!days) return extent;
    const { scale } = this.shown;
    return reaching(extent, days.first * scale - width, days.last * scale + width);
  }

  /** Calls back whenever the chart shows another part, or at another scale or size. */
  follow(follower: () => void): () => void {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }

  setNamesWidth(width: number): void {
    if (width === this.namesWidth) return;
    this.namesWidth = width;
    this.fit();
  }

  /**
   * The plan or the view has changed: what is in sight is fetched anew. After an edit of the plan it stays in sight,
   * wherever the surface ends by then; another plan or another way to look at it may begin and end elsewhere.
   */
  refresh(isEdit = false): void {
    this.isBeyond ||= !isEdit;
    this.loader.invalidate();
    this.load();
  }

  /** Other things stand on the axis now: as soon as they are there, the focus goes on to them. */
  async renew(): Promise<void> {
    await this.painted();
    this.mirror.renew();
    this.updateMirror();
  }

  /** The theme has changed, or fonts have come. */
  recolour(): void {
    this.layers.setPalette(readPalette());
    this.draw();
  }

  /** How large the body's canvas is. */
  get canvasSize(): CanvasSize {
    return { ...this.size, ratio: pixelRatio(this.magnified) };
  }

  /** Draws by the processor or by the graphics card from now on. */
  useBacking(backing: Backing): void {
    this.layers.useBacking(backing);
    this.draw();
  }

  /** How many times more pixels a point has than `devicePixelRatio` says. */
  magnify(times: number): void {
    if (times === this.magnified) return;
    this.magnified = times;
    this.fit();
  }

  /** Whether all that is in sight is painted, from the plan and at the scale that are wanted. */
  get complete(): boolean {
    const { shown, wanted, size } = this;
    return (
      shown.scale === wanted.scale && size.width > 0 && this.loader.has({ ...shown, visible: this.visible })
    );
  }

  /**
   * Resolves in the next frame that leaves the chart complete, or when there is none to come any more: it is gone, or what
   * it lacks could not be had, which has been told.
   */
  painted(): Promise<void> {
    if (this.destroyed.signal.aborted) return Promise.resolve();
    this.draw();
    // What could not be had is asked for again.
    this.load();
    return new Promise((resolve) => this.awaiting.push(resolve));
  }

  /** Nobody waits any more for everything in sight to be painted. */
  private letGo(): void {
    for (const resolve of this.awaiting.splice(0)) resolve();
  }

  mark(marks: Partial<Marks>): void {
    this.marks = { ...this.marks, ...marks };
    if (marks.strip !== undefined) this.strip.tell(marks.strip);
    this.draw();
  }

  /** Lights up what hangs together with a bar, and one dependency of it more than the others; null lights up nothing. */
  lightUp(chain: Chain | null, dependency: string | null = null): void {
    if (this.chain.set(chain, dependency)) this.draw();
  }

  select(items: ReadonlySet<string>, milestone: string | null = null, need: string | null = null): void {
    this.selected = { items, milestone, need };
    this.mirror.select(this.selected);
    this.draw();
    this.restThenMirror();
  }

  scrollBy(dx: number, dy: number): void {
    this.scrollTo(this.wanted.left + dx, this.wanted.top + dy);
  }

  scrollTo(left: number, top: number): void {
    this.isBeyond ||= !this.isKnown && left !== this.wanted.left;
    this.wanted = { ...this.wanted, ...this.clamped(left, top, this.extent) };
    if (this.wanted.scale === this.shown.scale) {
      this.shown = { ...this.wanted };
      this.draw();
      this.restThenMirror();
    }
    this.load();
  }

  /** Zooms so that the day under `anchor` (from the body's left edge) stays where it is. */
  zoomTo(scale: number, anchor = this.size.width / 2): void {
    const to = this.allowed(scale);
    const day = (this.wanted.left + anchor) / this.wanted.scale;
    this.wanted = { ...this.wanted, scale: to, left: day * to - anchor };
    this.load();
    this.tellMoved();
  }

  /** Shows a span of days in the whole width, with room for the names beside the last bars. */
  showDays(first: number, last: number): void {
    if (this.size.width === 0) return;
    const [before, beside] = AROUND_DAYS;
    const room = Math.max(200, this.size.width - before - beside);
    const scale = this.allowed(room / Math.max(1, last - first + 1));
    this.wanted = { ...this.wanted, scale, left: first * scale - before, top: 0 };
    this.load();
    this.tellMoved();
  }

  /** The points per day nearest to those wanted; what is not on screen yet may be wide. */
  private allowed(scale: number): number {
    const { width } = this.size;
    const most = width === 0 ? GREATEST_SCALE : Math.min(width / FEWEST_DAYS, GREATEST_SCALE);
    return clamp(scale, LEAST_SCALE, most);
  }

  /** Scrolls so that a day stands a third into the width, also where nothing stands yet; to the nearest that plans take. */
  showDay(wanted: number): void {
    const day = clamp(wanted, EARLIEST, LATEST);
    this.reachTo(day);
    this.scrollTo(day * this.wanted.scale - this.size.width / 3, this.wanted.top);
  }

  /** Fills the width with the days from one up to another, as numbers, also where nothing stands yet. */
  showSpan(from: number, to: number, top: number): void {
    // What was asked for before is left for these.
    this.gone = { first: from, last: to };
    if (this.size.width > 0) this.zoomTo(this.size.width / (to - from), 0);
    this.scrollTo(from * this.wanted.scale, top);
  }

  /** Scrolls sideways, to days where nothing stands yet as well. */
  goOn(dx: number): void {
    const { from, to } = this.sight;
    const { left, top } = this.wanted;
    this.scrollTo(left + dx, top);
    if (this.wanted.left === left + dx) return;
    this.reachTo(clamp(dx > 0 ? to : from, EARLIEST, LATEST));
    this.scrollTo(left + dx, top);
  }

  /** Lets the surface reach to a day, and a whole width beyond. */
  private reachTo(day: number): void {
    this.gone = {
      first: Math.min(day, this.gone?.first ?? day),
      last: Math.max(day, this.gone?.last ?? day),
    };
  }

  /** Scrolls as little as needed to bring a bar into sight. */
  reveal(bar: Area): void {
    const { left, top } = this.wanted;
    const { height } = this.size;
    const width = Math.max(this.size.width - this.covered, this.size.width / 3);
    // What has no days has a row, but no bar.
    const toLeft = bar.width > 0 ? revealed(left, width, bar.x, bar.width) : left;
    this.scrollTo(toLeft, revealed(top, height, bar.y, bar.height));
  }

  /** Where a pointer is on the surface. */
  pointAt(event: { clientX: number; clientY: number }): Point {
    const box = this.body.getBoundingClientRect();
    return { x: event.clientX - box.left + this.shown.left, y: event.clientY - box.top + this.shown.top };
  }

  /** Where a part of the surface is in the window. */
  onScreen(area: Area): Area {
    const box = this.body.getBoundingClientRect();
    return { ...area, x: area.x - this.shown.left + box.left, y: area.y - this.shown.top + box.top };
  }

  at(point: Point): Reachable | undefined {
    return this.picture?.at(point);
  }

  /** The dependency line at a point, whatever lies over it. */
  lineAt(point: Point): Line | undefined {
    return this.picture?.lineAt(point);
  }

  item(id: string): Reachable | undefined {
    return this.picture?.item(id);
  }

  /** All places of an item that are near what is in sight. */
  itemsOf(id: string): readonly Reachable[] {
    return this.picture?.itemsOf(id) ?? [];
  }

  /** A bar, a milestone or a need that is near what is in sight, at the place that is meant if one is. */
  thing({ entity, id, at }: Thing): Reachable | undefined {
    return this.reachable().find(
      ({ target, key }) => target.entity === entity && target.id === id && (at === undefined || at === key),
    );
  }

  /** What a thing that is near what is in sight is painted with, by its key. */
  partsOf(key: string): readonly Placed[] {
    return this.picture?.partsOf(key) ?? [];
  }

  /** What is painted in an area near what is in sight, part by part. */
  paintedIn(area: Area): readonly Patch[] {
    return this.picture?.paintedIn(area) ?? [];
  }

  laneAt(y: number): { lane: LaneKey; bounds: Area } | undefined {
    return this.picture?.laneAt(y);
  }

  /** Items, milestones and needs that are near what is in sight. */
  reachable(): readonly Reachable[] {
    return this.picture?.reachable ?? [];
  }

  /** The part of the surface of which all is known that can be reached; null before the first picture. */
  get covers(): Area | null {
    return this.picture?.covers ?? null;
  }

  /** What can be reached in any part of the surface, near what is in sight or far from it. */
  async reachableIn(area: Area): Promise<readonly Reachable[]> {
    return new Picture([new Part(await this.source(this.shown.scale, area), area)]).reachable;
  }

  /** Items that are near what is in sight. */
  items(): readonly Reachable[] {
    return this.reachable().filter(({ target }) => target.entity === "item");
  }

  private load(): void {
    if (this.size.width === 0) return;
    const { scale, left, top } = this.wanted;
    this.loader.want({ scale, visible: { x: left, y: top, ...this.size } });
  }

  private accept({ picture, scale, same }: Loaded): void {
    this.picture = picture;
    if (scale !== this.wanted.scale) {
      // The zoom has gone on meanwhile: show this step where the same day stays under the middle.
      const middle = (this.wanted.left + this.size.width / 2) / this.wanted.scale;
      this.shown = { scale, top: this.wanted.top, left: middle * scale - this.size.width / 2 };
    } else {
      const { left, top } = this.wanted;
      const isZoomed = this.shown.scale !== scale;
      // Where the surface ends is known at the scale that is shown.
      this.shown = { ...this.wanted };
      const within = this.isBeyond || isZoomed ? this.surface : this.extent;
      this.wanted = { ...this.wanted, ...this.clamped(left, top, within) };
      this.shown = { ...this.wanted };
      if (this.isKnown) this.isBeyond = false;
      // Another surface may end before what was in sight, and then what is in sight has not been fetched.
      if (this.wanted.left !== left || this.wanted.top !== top) this.load();
    }
    this.layers.setPicture(picture, same);
    if (picture.extent.strip_height !== this.stripHeight) this.fitStrip(picture.extent.strip_height);
    // What replaces the whole picture is painted at once, while the frame that will show it is still to come.
    if (same) this.draw();
    else this.paint();
    this.restThenMirror();
  }

  /** Whether it is known where the surface ends: not of what has changed and is not there yet, or is out of sight. */
  private get isKnown(): boolean {
    return this.loader.isCurrent && this.size.width > 0 && this.wanted.scale === this.shown.scale;
  }

  private clamped(left: number, top: number, extent: Extent | null): { left: number; top: number } {
    const { width, height } = this.size;
    if (!extent || !this.isKnown) return { left, top: Math.max(0, top) };
    const rightmost = Math.max(extent.left, extent.right - width);
    const lowest = Math.max(0, extent.height - height + BELOW);
    return { left: clamp(left, extent.left, rightmost), top: clamp(top, 0, lowest) };
  }

  /** Takes the size that the host has by now; by itself this comes with the next frame. */
  fit(): void {
    const { width, height } = this.host.getBoundingClientRect();
    const beside = this.namesWidth + LINE + SCROLL_BAR;
    const above = AXIS_HEIGHT + this.stripHeight + SCROLL_BAR;
    this.size = { width: Math.max(0, width - beside), height: Math.max(0, height - above) };
    this.layers.resize(this.canvasSize, this.namesWidth, this.stripHeight);
    this.paint();
    this.load();
    this.tellMoved();
    this.hooks.onResized?.();
  }

  private fitStrip(height: number): void {
    this.stripHeight = height;
    this.host.style.setProperty("--strip-height", `${height}px`);
    this.fit();
  }

  private tellMoved(): void {
    // Another chart tells where it is by now, or none does.
    if (this.destroyed.signal.aborted) return;
    this.hooks.onMoved();
    for (const follower of this.followers) follower();
  }

  /** A window that is dragged to another display keeps its size in points, but not in pixels. */
  private followRatio(): void {
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    const changed = () => {
      this.fit();
      this.followRatio();
    };
    query.addEventListener("change", changed, { once: true, signal: this.destroyed.signal });
  }

  private draw(): void {
    if (this.destroyed.signal.aborted) return;
    this.frame ||= requestAnimationFrame(() => this.paint());
  }

  private paint(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const { left, top } = this.shown;
    const marks = {
      ...this.marks,
      selected: this.selectedBars(),
      picked: this.picked(),
      focused: this.ringed(),
      lit: this.chain.on(this.picture),
    };
    const ring = this.laneNames.ringAmong(() => this.namesPainted, this.visible);
    this.layers.show(marks, ring, left, top);
    this.tellMoved();
    if (this.complete) this.letGo();
  }

  private get namesPainted(): Placed[] {
    return this.picture?.names.flatMap(({ nodes }) => nodes) ?? [];
  }

  private selectedBars(): Area[] {
    if (this.marks.preview.length > 0) return this.marks.selected;
    // What is near is few, what is selected may be the whole plan.
    const { items } = this.selected;
    const near = items.size > 0 ? this.items() : [];
    return near.flatMap(({ target, bounds }) => ("id" in target && items.has(target.id) ? [bounds] : []));
  }

  /** Where something that has the focus stands in what is painted, which the mirror may be about to follow. */
  private ringed(): Area | null {
    const { ring } = this.mirror;
    return ring === null ? null : (this.reachable().find(({ key }) => key === ring)?.bounds ?? null);
  }

  private picked(): Area[] {
    const { milestone, need } = this.selected;
    if ((milestone === null && need === null) || this.marks.preview.length > 0) return [];
    const isPicked = ({ target }: Reachable) =>
      (target.entity === "milestone" && target.id === milestone) ||
      (target.entity === "need" && target.id === need);
    return this.reachable().flatMap((each) => (isPicked(each) ? [each.bounds] : []));
  }

  private restThenMirror(): void {
    clearTimeout(this.rest);
    this.rest = window.setTimeout(() => this.updateMirror(), MIRROR_REST);
  }

  /** Brings the elements to where the picture is; waits for rest, since a scroll would move them for nothing. */
  updateMirror(): void {
    clearTimeout(this.rest);
    if (!this.picture) return;
    this.mirror.update(this.picture, this.visible);
    this.laneNames.update(this.namesPainted, this.visible, (lane) => this.hooks.isCollapsed(lane));
    this.strip.update(this.picture, this.visible);
  }
}

/** A surface that reaches from one x to another as well. */
const reaching = (extent: Extent, left: number, right: number): Extent => ({
  ...extent,
  left: Math.min(extent.left, left),
  right: Math.max(extent.right, right),
});

/** Pixels to the point, `magnified` times what the web view tells. Webviews have been seen to report nonsense here. */
const pixelRatio = (magnified: number): number =>
  clamp((Math.abs(window.devicePixelRatio) || 1) * magnified, 0.5, 4);

function element(parent: HTMLElement, className: string): HTMLElement {
  const made = document.createElement("div");
  made.className = className;
  parent.append(made);
  return made;
}

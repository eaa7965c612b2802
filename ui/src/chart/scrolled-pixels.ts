/**
 * Pixels on tiles of a page that the web view scrolls.
 *
 * Tiles are where they are on the surface. Those that have gone out of sight are used again for what comes in.
 */
import { contextOf, resizeCanvas } from "./canvas";
import { type Area, type Point, bottom, holds, intersection, intersects, right } from "./geometry";
import type { Pixels, Sheet } from "./pixels";

/** How far a page goes to the right, in points. A surface may be longer, and then its tiles are put elsewhere. */
export const SPAN = 2 ** 22;
/** How much is painted at once before it is copied to the tiles, in points down. */
const DRAFT = 256;

interface Tile {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
  /** What it shows of the surface. */
  area: Area;
}

/** What tiles stand on. */
export interface Page {
  element: HTMLElement;
  /** The size of a tile in points: small, so that few pixels are kept that are out of sight. */
  tile: { width: number; height: number };
  setGround(colour: string): void;
  /** Lets canvases on it set text. */
  loadFonts(): void;
  /** Brings a point of the page to the top left corner. */
  scrollTo(x: number, y: number): void;
}

export class ScrolledPixels implements Pixels {
  readonly overlay: HTMLCanvasElement;
  private readonly tiles = new Map<string, Tile>();
  /**
   * Where a strip is painted before it is copied to the tiles. What is painted on a canvas counts as changed whether it is
   * clipped or not, and where many parts have changed the web view paints all between them.
   */
  private readonly draft: CanvasRenderingContext2D;
  private hasFonts = false;
  private ratio = 1;
  private shown: Area = { x: 0, y: 0, width: 0, height: 0 };
  /** The x of the surface at which the page begins; its top is the surface's. */
  private base = 0;
  /** Where on the surface the overlay is. */
  private anchor: Point = { x: 0, y: 0 };

  constructor(
    private readonly page: Page,
    private readonly settings: CanvasRenderingContext2DSettings,
  ) {
    this.draft = contextOf(document.createElement("canvas"), { ...settings, alpha: false });
    this.overlay = this.added();
    this.overlay.style.zIndex = "1";
  }

  resize(width: number, height: number, ratio: number): void {
    this.ratio = ratio;
    this.shown = { ...this.shown, width, height };
    for (const { canvas } of this.tiles.values()) dismiss(canvas);
    this.tiles.clear();
    resizeCanvas(this.draft.canvas, width + 2 * this.page.tile.width + 1, DRAFT + 1, ratio);
    this.putOverlay(this.shown);
  }

  setGround(colour: string): void {
    this.page.setGround(colour);
  }

  moveTo({ x, y }: Point): void {
    this.shown = { ...this.shown, x: Math.round(x), y: Math.round(y) };
    const { shown } = this;
    if (shown.x < this.base || right(shown) > this.base + SPAN) this.rebase();
    // Asked for even if it stands there: what was hidden has forgotten where.
    this.page.scrollTo(shown.x - this.base, shown.y);
  }

  get sight(): Area {
    return this.shown;
  }

  /** The tiles that are in sight. */
  get kept(): Area {
    const { width, height } = this.page.tile;
    const { x, y } = this.shown;
    const [left, top] = [Math.floor(x / width) * width, Math.floor(y / height) * height];
    return {
      x: left,
      y: top,
      width: Math.ceil(right(this.shown) / width) * width - left,
      height: Math.ceil(bottom(this.shown) / height) * height - top,
    };
  }

  paint(area: Area, on: (sheet: Sheet) => void): void {
    for (let { y } = area; y < bottom(area); y += DRAFT) {
      const part = { ...area, y, height: Math.min(DRAFT, bottom(area) - y) };
      // Where the pixels of the tiles are, so that they are copied as they are.
      const origin = { x: Math.floor(part.x), y: Math.floor(part.y) };
      on({ context: this.draft, origin, part });
      this.copy(origin, grownToPixels(part, this.ratio));
    }
  }

  private copy(origin: Point, area: Area): void {
    const { draft, ratio } = this;
    const { width: across, height: down } = this.page.tile;
    for (let row = Math.floor(area.y / down); row * down < bottom(area); row += 1) {
      for (let column = Math.floor(area.x / across); column * across < right(area); column += 1) {
        const { context, area: whole } = this.tile(column, row);
        const part = intersection(area, whole);
        if (!part) continue;
        const [width, height] = [part.width * ratio, part.height * ratio];
        const [fromX, fromY] = [(part.x - origin.x) * ratio, (part.y - origin.y) * ratio];
        const [toX, toY] = [(part.x - whole.x) * ratio, (part.y - whole.y) * ratio];
        context.drawImage(draft.canvas, fromX, fromY, width, height, toX, toY, width, height);
      }
    }
  }

  /** It scrolls along with the tiles, and is moved only if something has to be painted where it does not reach. */
  reach(area: Area): Point {
    // Only marks set text there, and there may be none for long.
    if (!this.hasFonts) this.page.loadFonts();
    this.hasFonts = true;
    const { width, height } = this.shown;
    if (!holds({ ...this.anchor, width, height }, area)) this.putOverlay(this.shown);
    return this.anchor;
  }

  remove(): void {
    for (const { canvas } of this.tiles.values()) dismiss(canvas);
    dismiss(this.overlay);
    dismiss(this.draft.canvas);
  }

  private tile(column: number, row: number): Tile {
    const key = `${column} ${row}`;
    const there = this.tiles.get(key);
    if (there) return there;
    const { width, height } = this.page.tile;
    const area = { x: column * width, y: row * height, width, height };
    const [old, spare] = [...this.tiles].find((entry) => !intersects(entry[1].area, this.shown)) ?? [];
    if (old !== undefined) this.tiles.delete(old);
    const tile = spare ?? this.made(area);
    tile.area = area;
    this.tiles.set(key, tile);
    this.put(tile.canvas, area);
    return tile;
  }

  private made(area: Area): Tile {
    const canvas = this.added();
    resizeCanvas(canvas, area.width, area.height, this.ratio);
    return { canvas, context: contextOf(canvas, { ...this.settings, alpha: false }), area };
  }

  private added(): HTMLCanvasElement {
    const { element } = this.page;
    const canvas = element.ownerDocument.createElement("canvas");
    canvas.style.position = "absolute";
    return element.appendChild(canvas);
  }

  /** Lets the page begin elsewhere on the surface, with what is in sight in its middle. */
  private rebase(): void {
    this.base = Math.round(this.shown.x - SPAN / 2);
    for (const { canvas, area } of this.tiles.values()) this.put(canvas, area);
    this.put(this.overlay, this.anchor);
  }

  private putOverlay({ x, y }: Point): void {
    this.anchor = { x, y };
    this.put(this.overlay, this.anchor);
  }

  private put({ style }: HTMLCanvasElement, { x, y }: Point): void {
    style.left = `${x - this.base}px`;
    style.top = `${y}px`;
  }
}

/** An area grown to whole device pixels. */
function grownToPixels(area: Area, ratio: number): Area {
  const x = Math.floor(area.x * ratio) / ratio;
  const y = Math.floor(area.y * ratio) / ratio;
  const width = Math.ceil(right(area) * ratio) / ratio - x;
  return { x, y, width, height: Math.ceil(bottom(area) * ratio) / ratio - y };
}

/** Takes a canvas away, and gives its pixels back without waiting for the garbage to be collected. */
function dismiss(canvas: HTMLCanvasElement): void {
  canvas.remove();
  canvas.width = canvas.height = 0;
}

/**
 * Keeps a picture of what is in sight and a margin around it. At most one request is under way; the newest wish wins.
 *
 * What is shown for the first time, such as another scale, is fetched without the margin, which is most of it, and the
 * margin after it is shown. From then on the margin is widest where it is scrolled to.
 */
import type { Scene } from "../bindings/Scene";
import { type Area, type Point, grown, holds, intersects, isSameArea, without } from "./geometry";
import { Part } from "./part";
import { Picture } from "./picture";

/** What the chart wants to show. */
export interface Wish {
  scale: number;
  visible: Area;
}

export interface Loaded extends Wish {
  picture: Picture;
  /** Whether the plan, the view and the scale are those of the picture before. */
  same: boolean;
}

export type SceneSource = (scale: number, viewport: Area) => Promise<Scene>;

/** Fetched around what is in sight where it has moved to since the last time, as a share of its size. */
const AHEAD = 0.5;
/** The same on all other sides. */
const BESIDE = 0.3;
/** A new part is fetched when less than this is left around what is in sight. */
const LEAST_MARGIN = 0.15;
/** Fetched around what is shown for the first time, in points: places on the wire are rounded. */
const EDGE = 1;

export class SceneLoader {
  private wish: Wish | null = null;
  private shown: { scale: number; picture: Picture; version: number } | null = null;
  private version = 0;
  private asking = false;
  private stopped = false;
  /** Where it was when a part was fetched last. */
  private from: Point | null = null;

  constructor(
    private readonly source: SceneSource,
    private readonly onLoaded: (loaded: Loaded) => void,
    private readonly onFailed: (thrown: unknown) => void,
    /** Resolves when what was loaded is shown. */
    private readonly shownFrame: () => Promise<void>,
  ) {}

  /** Makes the next wish fetch anew: the plan or the view has changed. */
  invalidate(): void {
    this.version += 1;
  }

  /** Asks for nothing any more, and drops what is still answered. */
  stop(): void {
    this.stopped = true;
  }

  /** Whether the newest picture is of the plan and the view as they are now. */
  get isCurrent(): boolean {
    return this.shown?.version === this.version;
  }

  want(wish: Wish): void {
    if (this.stopped) return;
    this.wish = wish;
    if (!this.asking && this.isLacking(wish)) void this.ask();
  }

  /** Whether all of what is in sight is in the newest picture. */
  has({ scale, visible }: Wish): boolean {
    const { shown } = this;
    return shown !== null && this.isCurrent && shown.scale === scale && holds(shown.picture.covers, visible);
  }

  private isLacking(wish: Wish): boolean {
    const { width, height } = wish.visible;
    return !this.has({
      ...wish,
      visible: around(wish.visible, [LEAST_MARGIN * width, LEAST_MARGIN * height], [0, 0]),
    });
  }

  private withMargin(visible: Area): Area {
    const { width, height } = visible;
    const more = AHEAD - BESIDE;
    const ahead = (from: number | undefined, to: number, size: number) =>
      Math.sign(to - (from ?? to)) * more * size;
    return around(
      visible,
      [BESIDE * width, BESIDE * height],
      [ahead(this.from?.x, visible.x, width), ahead(this.from?.y, visible.y, height)],
    );
  }

  /**
   * A picture with the margin around a wish, of which only what it lacks is fetched. Null if something else is wanted
   * meanwhile: parts of different plans do not go together.
   */
  private async extended(picture: Picture, { scale, visible }: Wish): Promise<Picture | null> {
    const { version } = this;
    const covers = this.withMargin(visible);
    const parts = picture.parts.filter(({ area }) => intersects(area, covers));
    for (const area of without(covers, picture.covers)) {
      parts.push(await this.part(scale, area));
      if (this.version !== version || this.wish?.scale !== scale) return null;
    }
    return new Picture(parts, covers);
  }

  private async part(scale: number, area: Area): Promise<Part> {
    return new Part(await this.source(scale, grown(area, EDGE)), area);
  }

  private async ask(): Promise<void> {
    this.asking = true;
    try {
      while (!this.stopped && this.wish && this.isLacking(this.wish)) await this.load(this.wish);
    } catch (thrown) {
      if (!this.stopped) this.onFailed(thrown);
    } finally {
      this.asking = false;
    }
  }

  private async load(wish: Wish): Promise<void> {
    const { version, shown } = this;
    const same = shown?.version === version && shown.scale === wish.scale;
    let picture: Picture | null;
    try {
      picture = same
        ? await this.extended(shown.picture, wish)
        : new Picture([await this.part(wish.scale, grown(wish.visible, EDGE))]);
    } catch (thrown) {
      // What is wanted since then may be had.
      if (this.version !== version || !this.wants(wish)) return;
      throw thrown;
    }
    if (!picture || this.stopped) return;
    this.shown = { scale: wish.scale, picture, version };
    this.from = wish.visible;
    this.onLoaded({ ...wish, picture, same });
    if (!same) await this.shownFrame();
  }

  private wants({ scale, visible }: Wish): boolean {
    return this.wish?.scale === scale && isSameArea(this.wish.visible, visible);
  }
}

/** An area with a margin of that width and height around it, and with more of it to where it moves. */
function around(
  area: Area,
  [dx, dy]: readonly [number, number],
  [aheadX, aheadY]: readonly [number, number],
): Area {
  return {
    x: area.x - dx + Math.min(0, aheadX),
    y: area.y - dy + Math.min(0, aheadY),
    width: area.width + 2 * dx + Math.abs(aheadX),
    height: area.height + 2 * dy + Math.abs(aheadY),
  };
}

/**
 * Keeps a picture of what is in sight and a margin around it. At most one request is under way; the newest wish wins.
 */
import type { Scene } from "../bindings/Scene";
import { type Area, holds } from "./geometry";
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

/** Fetched around what is in sight, as a share of its size. */
const MARGIN = 0.5;
/** A new part is fetched when less than this is left around what is in sight. */
const LEAST_MARGIN = 0.15;

export class SceneLoader {
  private wish: Wish | null = null;
  private shown: { scale: number; covers: Area; version: number } | null = null;
  private version = 0;
  private asking = false;

  constructor(
    private readonly source: SceneSource,
    private readonly onLoaded: (loaded: Loaded) => void,
    private readonly onFailed: (thrown: unknown) => void,
  ) {}

  /** Makes the next wish fetch anew: the plan or the view has changed. */
  invalidate(): void {
    this.version += 1;
  }

  want(wish: Wish): void {
    this.wish = wish;
    if (!this.asking && this.isLacking(wish)) void this.ask();
  }

  /** Whether all of what is in sight is in the newest picture. */
  has({ scale, visible }: Wish): boolean {
    const { shown } = this;
    return shown?.version === this.version && shown.scale === scale && holds(shown.covers, visible);
  }

  private isLacking(wish: Wish): boolean {
    return !this.has({ ...wish, visible: around(wish.visible, LEAST_MARGIN) });
  }

  private async ask(): Promise<void> {
    this.asking = true;
    try {
      while (this.wish && this.isLacking(this.wish)) {
        const { wish, version } = this;
        const scene = await this.source(wish.scale, around(wish.visible, MARGIN));
        const picture = new Picture(scene);
        const same = this.shown?.version === version && this.shown.scale === wish.scale;
        this.shown = { scale: wish.scale, covers: picture.covers, version };
        this.onLoaded({ ...wish, picture, same });
      }
    } catch (thrown) {
      this.onFailed(thrown);
    } finally {
      this.asking = false;
    }
  }
}

function around(area: Area, share: number): Area {
  const [dx, dy] = [area.width * share, area.height * share];
  return { x: area.x - dx, y: area.y - dy, width: area.width + 2 * dx, height: area.height + 2 * dy };
}

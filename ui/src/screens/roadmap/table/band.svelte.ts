/**
 * The lines of the table that are near what is in sight. At most one request is under way; the newest wish wins.
 */
import type { ItemRow } from "../../../bindings/ItemRow";
import type { Rect } from "../../../bindings/Rect";
import type { TableBand } from "../../../bindings/TableBand";
import { type Line, linesOf } from "./lines";

/** What is wanted in sight, in points from the top of all lanes. */
interface Stretch {
  top: number;
  height: number;
}

/** Fetched above and below what is in sight, as a share of its height. */
const MARGIN = 1.5;
/** More is fetched when less than this is left. */
const LEAST_MARGIN = 0.5;
/** In points: how much is fetched at once of what nobody looks at. */
const AT_ONCE = 6_000;

export class Band {
  lines = $state.raw<readonly Line[]>([]);
  /** Of all lines together. */
  height = $state(0);
  rowHeight = $state(30);
  /** Whether the first answer is there. */
  ready = $state(false);
  private covers = { top: 0, bottom: 0 };
  private wish: Stretch | null = null;
  private version = 0;
  private shown = -1;
  private asking = false;

  constructor(
    private readonly fetch: (top: number, height: number) => Promise<TableBand>,
    /** Where the bar of an item stands, or would: in the middle of its row. */
    private readonly place: (item: string) => Promise<Rect | null>,
    private readonly onFailed: (thrown: unknown) => void,
  ) {}

  /** Sees to it that the lines of a stretch come in. */
  want(stretch: Stretch): void {
    this.wish = stretch;
    if (!this.asking && stretch.height > 0 && this.isLacking(stretch, LEAST_MARGIN)) void this.ask();
  }

  /** The plan or the view has changed: what is in sight is fetched anew and stays until it is there. */
  restart(): void {
    this.version += 1;
    if (this.wish) this.want(this.wish);
  }

  /** Whether what is known is as the plan and the view have it now. */
  get isCurrent(): boolean {
    return this.shown === this.version;
  }

  /** Whether what is in the stretch is known as it is now. */
  has(stretch: Stretch): boolean {
    return !this.isLacking(stretch, 0);
  }

  /** From the top of all lanes to an item's row as it stands by now; null if it has none. */
  async topOf(item: string): Promise<number | null> {
    const place = await this.place(item);
    return place && this.topAround(place[1], place[3]);
  }

  /** The top of the row of a bar, which is as far above the bar as below. */
  topAround(barTop: number, barHeight: number): number {
    return barTop - (this.rowHeight - barHeight) / 2;
  }

  /** The rows from an item's on down, wherever that stands by now, until these are enough; none if it has none. */
  async rowsOf(item: string, areEnough: (rows: readonly ItemRow[]) => boolean): Promise<readonly ItemRow[]> {
    const top = await this.topOf(item);
    // Half a point, since the middle of a row is no whole number.
    const rows = top === null ? [] : await this.rowsFrom(top - 0.5, areEnough);
    return rows[0]?.item.id === item ? rows : [];
  }

  /** The rows of items from a height down, in their order, until these are enough or there are no more. */
  async rowsFrom(top: number, areEnough: (rows: readonly ItemRow[]) => boolean): Promise<readonly ItemRow[]> {
    const found = new Map<string, ItemRow>();
    for (let from = top; from < this.height; from += AT_ONCE) {
      const { rows } = await this.fetch(from, AT_ONCE);
      // A row that an edge cuts is in what is above it and in what is below.
      for (const row of rows) if (row.row.top >= top) found.set(row.item.id, row);
      if (areEnough([...found.values()])) break;
    }
    return [...found.values()];
  }

  private isLacking({ top, height }: Stretch, share: number): boolean {
    const { covers } = this;
    const [from, to] = [Math.max(0, top - share * height), top + (1 + share) * height];
    return !this.isCurrent || from < covers.top || Math.min(to, this.height) > covers.bottom;
  }

  private async ask(): Promise<void> {
    this.asking = true;
    try {
      while (this.wish && this.isLacking(this.wish, LEAST_MARGIN)) {
        const { wish, version } = this;
        const from = Math.max(0, wish.top - MARGIN * wish.height);
        const to = wish.top + (1 + MARGIN) * wish.height;
        const { lanes, rows, height, row_height } = await this.fetch(from, to - from);
        this.covers = { top: from, bottom: to };
        this.shown = version;
        this.lines = linesOf(lanes, rows, row_height);
        [this.height, this.rowHeight, this.ready] = [height, row_height, true];
      }
    } catch (thrown) {
      this.onFailed(thrown);
    } finally {
      this.asking = false;
    }
  }
}

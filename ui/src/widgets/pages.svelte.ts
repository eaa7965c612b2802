/**
 * A long list that is fetched page by page as it is looked at. A list that becomes another one while pages are under way is
 * fetched when these are there, so that letters which are typed quickly do not each ask for a list of their own.
 */

export interface Page<T, S = never> {
  total: number;
  items: readonly T[];
  /** What all rows of the list come to, where that is told. */
  sums?: S;
}

export class Pages<T, S = never> {
  total = $state(0);
  /** What all rows come to; null before the first answer that tells it. */
  sums = $state.raw<S | null>(null);
  /** Whether the first answer is there. */
  ready = $state(false);
  /** Whether the rows are those of the list as it is, since it was fetched anew the last time. */
  isCurrent = $state(false);
  /** Counts up with every answer. */
  answers = $state(0);
  private rows = $state.raw<ReadonlyMap<number, readonly T[]>>(new Map());
  private asked = new Set<number>();
  private sight = { first: 0, end: 1 };
  private generation = 0;
  /** Pages under way, those of the list as it was among them, and whether the list as it is waits for them. */
  private underWay = 0;
  private waits = false;
  /** Pages of the list as it is that are under way. */
  private lacking = 0;

  constructor(
    private readonly fetch: (offset: number, limit: number) => Promise<Page<T, S>>,
    private readonly onFailed: (thrown: unknown) => void,
    /** Rows of a page. */
    private readonly size = 60,
  ) {}

  /** The row at an index, if it has been fetched. */
  at(index: number): T | undefined {
    return this.rows.get(Math.floor(index / this.size))?.[index % this.size];
  }

  /** Where the row stands that `is` the one, among those that have been fetched. */
  find(is: (row: T) => boolean): number | undefined {
    for (const [page, rows] of this.rows) {
      const at = rows.findIndex(is);
      if (at >= 0) return page * this.size + at;
    }
    return undefined;
  }

  /** Whether no row is on its way, so that rows of different moments do not stand side by side. */
  isWhole(): boolean {
    return this.lacking === 0 && !this.waits;
  }

  /** Sees to it that the rows from `first` up to `end` come in. */
  want(first: number, end: number): void {
    this.sight = { first, end: Math.max(end, first + 1) };
    if (this.waits) return;
    const last = Math.floor((this.sight.end - 1) / this.size);
    for (let page = Math.floor(first / this.size); page <= last; page++) {
      if (!this.asked.has(page)) void this.ask(page);
    }
  }

  /** Asks once more for what is in sight and could not be fetched; for nothing that is there or on its way. */
  lookAgain(): void {
    this.want(this.sight.first, this.sight.end);
  }

  /** Everything may be different now: what is in sight is fetched anew and stays in sight until it is there. */
  restart(): void {
    this.generation += 1;
    this.isCurrent = false;
    this.lacking = 0;
    this.asked = new Set();
    this.waits = this.underWay > 0;
    this.lookAgain();
  }

  /** The list is another one altogether: nothing of it is known. */
  forget(): void {
    this.generation += 1;
    this.lacking = 0;
    this.waits = false;
    [this.total, this.sums, this.ready, this.isCurrent] = [0, null, false, false];
    [this.rows, this.asked, this.sight] = [new Map(), new Set(), { first: 0, end: 1 }];
  }

  private async ask(page: number): Promise<void> {
    const { generation } = this;
    this.asked.add(page);
    this.underWay += 1;
    this.lacking += 1;
    try {
      const { total, items, sums } = await this.fetch(page * this.size, this.size);
      if (generation !== this.generation) return;
      this.lacking -= 1;
      // Pages of the list as it was before must not stand among those of the list as it is.
      const current = [...this.rows].filter(([other]) => this.asked.has(other));
      this.rows = new Map([...current, [page, items]]);
      this.total = total;
      if (sums !== undefined) this.sums = sums;
      this.ready = true;
      this.isCurrent = true;
      this.answers += 1;
    } catch (thrown) {
      if (generation !== this.generation) return;
      this.lacking -= 1;
      this.asked.delete(page);
      this.onFailed(thrown);
    } finally {
      this.underWay -= 1;
      this.goOn();
    }
  }

  private goOn(): void {
    if (!this.waits || this.underWay > 0) return;
    this.waits = false;
    this.lookAgain();
  }
}

/**
 * The budget's table as the program behind the page tells it, fetched once after each change however many come at a time.
 */
import type { BudgetTable } from "../../../bindings/BudgetTable";
import type { PeriodUnit } from "../../../bindings/PeriodUnit";

export interface Told {
  unit: PeriodUnit;
  table: BudgetTable;
}

export class Sheet {
  /** The newest answer with the unit that it was asked in; null before the first. */
  told = $state.raw<Told | null>(null);
  private isStale = false;
  private running: Promise<void> | null = null;

  constructor(
    private readonly unit: () => PeriodUnit,
    private readonly ask: (unit: PeriodUnit) => Promise<BudgetTable>,
    private readonly fail: (thrown: unknown) => void,
  ) {}

  /** Something is not what it was. */
  refresh(): void {
    this.isStale = true;
    this.running ??= this.run();
  }

  /** Resolves when what is told is no older than the last change that it has heard of. */
  async settled(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    try {
      while (this.isStale) {
        this.isStale = false;
        const unit = this.unit();
        const table = await this.ask(unit);
        this.told = { unit, table };
      }
    } catch (thrown) {
      this.fail(thrown);
    } finally {
      this.running = null;
    }
  }
}

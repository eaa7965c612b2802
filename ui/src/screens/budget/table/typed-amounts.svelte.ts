/**
 * Amounts that have been typed and are on their way into the plan. Cells show them at once, so that typing goes on in
 * the next cell meanwhile; what is refused comes back with the reason.
 */
import type { PeriodUnit } from "../../../bindings/PeriodUnit";
import type { Span } from "../../../bindings/Span";
import type { Milepost } from "../../../milepost.svelte";
import type { RefusedAmount } from "../../../state/budget.svelte";
import { keep } from "../../../widgets/save";
import { keeping } from "../../../widgets/taken";
import { type Change, planning } from "./changes";
import type { Sheet } from "./sheet.svelte";

/** An amount with the text that said it, and which sort of period it is for. */
export interface Typed extends Change {
  unit: PeriodUnit;
  text: string;
}

const keyOf = (line: string, { first, last }: Span): string => `${line} ${first} ${last}`;

export class TypedAmounts {
  private underWay = $state.raw<ReadonlyMap<string, Typed>>(new Map());
  /** One after the other, so that the last one typed into a cell is the one that stays. */
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly milepost: Milepost,
    private readonly sheet: Sheet,
    /** Shows again what was typed, with the reason why it is not planned. */
    private readonly comeBack: (refused: RefusedAmount) => void,
  ) {}

  /** What a cell will show when its amount has arrived, in minor units; undefined if none is under way. */
  at(line: string, period: Span): number | undefined {
    const typed = this.underWay.get(keyOf(line, period));
    return typed && (typed.amount ?? 0);
  }

  plan(typed: Typed): void {
    this.underWay = new Map(this.underWay).set(keyOf(typed.line, typed.period), typed);
    this.last = keeping(this.last.then(() => this.send(typed)));
  }

  /** Resolves when the table shows all that has been typed so far, or what was refused has come back. */
  async settled(): Promise<void> {
    await this.last;
  }

  private async send(typed: Typed): Promise<void> {
    const operation = planning([typed]);
    const reason = operation && (await keep(this.milepost, operation));
    await this.sheet.settled();
    const key = keyOf(typed.line, typed.period);
    if (this.underWay.get(key) === typed) {
      const others = new Map(this.underWay);
      others.delete(key);
      this.underWay = others;
    }
    const { line, period, unit, text } = typed;
    if (reason !== null) this.comeBack({ line, day: period.first, unit, text, reason });
  }
}

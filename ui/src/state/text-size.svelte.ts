/** How large everything is shown; remembered on this machine. */

/** In per cent of the usual size. */
export const SIZES = [100, 110, 125, 150, 175, 200] as const;

export type TextSize = (typeof SIZES)[number];

const USUAL: TextSize = 100;
const KEY = "milepost.text-size";

export class TextSizeStore {
  percent = $state<TextSize>(read());
  /** How many times more pixels a point has than the system says, since some web views do not count the text size in. */
  magnified = $state(1);

  get canGrow(): boolean {
    return this.percent < SIZES[SIZES.length - 1]!;
  }

  get canShrink(): boolean {
    return this.percent > SIZES[0];
  }

  choose(percent: TextSize): void {
    this.percent = percent;
    localStorage.setItem(KEY, String(percent));
  }

  /** The next larger size, or the next smaller one. */
  step(direction: 1 | -1): void {
    const next = SIZES[SIZES.indexOf(this.percent) + direction];
    if (next !== undefined) this.choose(next);
  }

  usual(): void {
    this.choose(USUAL);
  }
}

function read(): TextSize {
  const kept = Number(localStorage.getItem(KEY));
  return SIZES.find((size) => size === kept) ?? USUAL;
}

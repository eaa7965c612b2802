/**
 * The flag of today on the axis among the labels that slide there. A part of it would read as another word, and so would a
 * label of which it covers a part: it goes as a whole at the left edge, and labels pass over it.
 */
import { bottom, right } from "./geometry";
import type { Placed, SlidingName } from "./part";

/** Points between the flag and a label beside it. */
const BESIDE = 4;

/** The names that slide on an axis with its flag, which is one of them. */
export function withFlag(axis: readonly Placed[], names: readonly SlidingName[]): readonly SlidingName[] {
  const flag = axis.find(({ node }) => node.key === "today/flag");
  const word = axis.find(({ node }) => node.key === "today/word");
  if (!flag || !word || !("text" in word.node.shape)) return names;
  const { text } = word.node.shape;
  const bar = flag.bounds;
  for (const name of names) {
    const { at, size } = name.run;
    if (at[1] - size < bottom(bar) && at[1] > bar.y)
      name.over = { from: bar.x - BESIDE, to: right(bar) + BESIDE };
  }
  const [at] = text.at;
  const around = { before: at - bar.x, after: right(bar) - at - text.width };
  const whole: SlidingName = { bar, run: { ...text, slides_to: at }, around, isCut: false };
  flag.slides = word.slides = whole;
  return [...names, whole];
}

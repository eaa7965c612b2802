/** How well letters typed fit a label: all of them in order, better at the starts of words and side by side. */

/** The higher the better; null if they do not fit. Fitting nothing at all is 0. */
export function fit(typed: string, label: string): number | null {
  const wanted = [...typed.toLowerCase().replace(/\s+/g, "")];
  const letters = [...label.toLowerCase()];
  // The best score of all ways to place the letters typed so far, with the last of them at each place.
  let best: (number | null)[] = letters.map(() => 0);
  for (const [index, letter] of wanted.entries()) {
    let before: number | null = index === 0 ? 0 : null;
    best = letters.map((each, at) => {
      const beside = index > 0 && at > 0 ? (best[at - 1] ?? null) : null;
      const reached = highest(before, beside === null ? null : beside + 3);
      const placed = each === letter && reached !== null ? reached + (startsWord(letters, at) ? 4 : 1) : null;
      if (index > 0) before = highest(before, best[at] ?? null);
      return placed;
    });
  }
  if (wanted.length === 0) return 0;
  const score = best.reduce(highest, null);
  // Of two that fit alike, the shorter says it more closely.
  return score === null ? null : score - letters.length / 1000;
}

const highest = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

const startsWord = (letters: readonly string[], at: number): boolean =>
  at === 0 || !/[\p{L}\p{N}]/u.test(letters[at - 1] ?? "");

/** Those of which any name fits, the best first; all in their order while nothing is typed. */
export function fitting<T>(typed: string, all: readonly T[], namesOf: (each: T) => readonly string[]): T[] {
  const scored = all.flatMap((each) => {
    const score = namesOf(each)
      .map((name) => fit(typed, name))
      .reduce(highest, null);
    return score === null ? [] : [{ each, score }];
  });
  return scored.sort((a, b) => (typed.trim() === "" ? 0 : b.score - a.score)).map(({ each }) => each);
}

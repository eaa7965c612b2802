/** What several items have in common. */

/** The value that all have; null if they differ or there is nothing. */
export function shared<T, V>(all: readonly T[], valueOf: (each: T) => V): V | null {
  const [first, ...others] = all;
  if (first === undefined) return null;
  const value = valueOf(first);
  return others.every((other) => valueOf(other) === value) ? value : null;
}

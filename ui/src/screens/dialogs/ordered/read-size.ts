/** A whole number as people write it: “1,200”, “1.200”, “1 200”; null if it is none. */
export function readSize(text: string): number | null {
  const plain = text.trim();
  // Groups of three may be kept apart by a sign; anything else after it would be a fraction.
  if (!/^\d{1,3}([., \u00a0\u202f’']?\d{3})*$/.test(plain) && !/^\d+$/.test(plain)) return null;
  return Number(plain.replace(/\D/g, ""));
}

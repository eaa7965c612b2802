/** What the export says of characters that no font has. */

/** As many characters as are worth being listed. */
const MOST = 12;

/** Which characters they are and what to do about it. */
export function aboutMissing(missing: string): string {
  const all = [...missing];
  const rest = all.length - MOST;
  const listed = all.slice(0, MOST).join(" ") + (rest > 0 ? ` and ${rest.toLocaleString()} more` : "");
  return `No font on this computer can print ${listed}. A box stands for each. Install a font that has them, such as Noto Sans or Noto Emoji, and start Milepost again.`;
}

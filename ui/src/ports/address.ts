/**
 * Which links may be opened. Plans come from anywhere, so a link is only ever an address of these schemes, never a
 * path or a program; `capabilities/main.json` allows the shell no others either.
 */

/** An address that may be opened; only `addressOf` makes one. */
export type Address = string & { readonly brand: unique symbol };

export const SCHEMES = ["http:", "https:", "mailto:"];

/** What a link may ask of a mail program. Some would also attach files that a link names. */
const MAIL_FIELDS = ["to", "cc", "bcc", "subject", "body"];

/** The address that a link's text stands for, written the one way that the system gets it; null for anything else. */
export function addressOf(text: string): Address | null {
  const url = read(text);
  if (!url || !SCHEMES.includes(url.protocol)) return null;
  const asks = [...url.searchParams.keys()].map((field) => field.toLowerCase());
  if (url.protocol === "mailto:" && !asks.every((field) => MAIL_FIELDS.includes(field))) return null;
  return url.href as Address;
}

/** `URL.parse`, which web views of older systems do not have. */
function read(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

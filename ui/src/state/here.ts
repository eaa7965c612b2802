/** The locale that numbers and days are written in. */

/** None to name is the system's. One of no language (C, POSIX) groups no digits: then it is that of the product's own words. */
export const localeOf = (system: Intl.NumberFormat): string | undefined =>
  system.format(12_345) === "12345" ? "en-GB" : undefined;

export const HERE = localeOf(new Intl.NumberFormat());

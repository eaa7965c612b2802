import { describe, expect, it } from "vitest";

import { readDay } from "./day-text";

const today = "2026-11-23";
const read = (text: string, locale = "en-GB", from: string | null = null) =>
  readDay(text, { today, locale, from });

describe("readDay", () => {
  it("reads ISO text", () => {
    expect(read("2027-02-28")).toBe("2027-02-28");
    expect(read(" 2027-2-8 ")).toBe("2027-02-08");
  });

  it("reads numbers in the order of the language, unless they can only mean another one", () => {
    expect(read("3/4/2027", "en-GB")).toBe("2027-04-03");
    expect(read("3/4/2027", "en-US")).toBe("2027-03-04");
    expect(read("28/2/2027", "en-US")).toBe("2027-02-28");
    expect(read("2/28/2027", "en-GB")).toBe("2027-02-28");
    expect(read("28.2.2027", "en-US")).toBe("2027-02-28");
    expect(read("3.4.27", "de")).toBe("2027-04-03");
    expect(read("2027/2/28", "ja")).toBe("2027-02-28");
  });

  it("reads names of months, in English and in the language", () => {
    expect(read("28 Feb 2027", "de")).toBe("2027-02-28");
    expect(read("February 28, 2027")).toBe("2027-02-28");
    expect(read("28. März 2027", "de")).toBe("2027-03-28");
    expect(read("4 Sept")).toBe("2026-09-04");
    expect(read("1st of May 2027")).toBe("2027-05-01");
  });

  it("reads days near today and distances", () => {
    expect(read("today")).toBe(today);
    expect(read("Tomorrow")).toBe("2026-11-24");
    expect(read("+7")).toBe("2026-11-30");
    expect(read("-3", "en", "2027-03-01")).toBe("2027-02-26");
  });

  it.each([
    "en-GB",
    "en-US",
    "de",
    "fr",
    "es",
    "pt-BR",
    "it",
    "nl",
    "pl",
    "cs",
    "sv",
    "ja",
    "zh-CN",
    "ko",
    "hi-IN-u-nu-deva",
    "ar-EG-u-nu-arab",
  ])("reads what is written in %s", (locale) => {
    const shown = new Intl.DateTimeFormat(locale, {
      day: "numeric",
      month: "short",
      year: "numeric",
      timeZone: "UTC",
    });
    for (const day of ["2027-02-28", "2026-12-01", "2024-02-29", "2027-05-03"]) {
      expect(read(shown.format(new Date(`${day}T00:00:00Z`)), locale)).toBe(day);
    }
  });

  it.each(["", "soon", "30/2/2027", "2027-13-01", "29 Feb 2027", "1 2 3 4", "Feb 2027 Mar", "3", "1/2/123"])(
    "takes “%s” for no day",
    (text) => expect(read(text)).toBeNull(),
  );
});

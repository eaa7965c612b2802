import { expect, test } from "vitest";

import { plainDays, plainMoney, readDays, readMoney, shortMoney, writtenMoney } from "./money";

const euro = { code: "EUR", digits: 2 };
const yen = { code: "JPY", digits: 0 };
const dinar = { code: "KWD", digits: 3 };

test("amounts are written as the locale does", () => {
  expect(writtenMoney(123_450, euro, "en")).toBe("€1,234.50");
  expect(writtenMoney(-5, yen, "en")).toBe("-¥5");
  expect(writtenMoney(1, dinar, "en")).toContain("0.001");
  expect(plainMoney(123_450, euro, "de")).toBe("1.234,50");
  expect(shortMoney(1_234_500, euro, "en")).toBe("€12.3k");
  expect(shortMoney(59_060, euro, "en")).toBe("€591");
  expect(shortMoney(-150_000_000, euro, "en")).toBe("-€1.5m");
});

test("amounts are read with either mark and any grouping", () => {
  const read = (text: string, locale = "en") => readMoney(text, euro, locale);
  for (const text of [
    "1234.5",
    "1,234.50",
    "1.234,50",
    "1 234,50",
    "1'234.50",
    "€1,234.50",
    "1.234,50 €",
    "EUR 1234,50",
  ])
    expect(read(text), text).toBe(123_450);
  for (const text of ["1,234", "1.234"]) expect(read(text), text).toBe(123_400);
  expect(read("1.234.567", "en")).toBe(123_456_700);
  for (const text of ["-5", "(5.00)", "5-", "−5"]) expect(read(text), text).toBe(-500);
  expect(read("0,5")).toBe(50);
});

test("what is no amount of the currency is none", () => {
  for (const text of ["", "twelve", "1.2.3", "12.345,678,9", "1,2345", "1e5", "5.005,1.2", "="])
    expect(readMoney(text, euro, "en"), text).toBeNull();
  expect(readMoney("5.5", yen, "en")).toBeNull();
  expect(readMoney("5.0", yen, "en")).toBe(5);
  expect(readMoney("1.234", dinar, "en"), "three decimals by its own mark").toBe(1234);
  expect(readMoney("1,234", dinar, "en"), "thousands by the other").toBe(1_234_000);
  expect(readMoney("99999999999999999", euro, "en"), "more than is exact").toBeNull();
});

test("groups do not begin with nothing", () => {
  for (const text of ["0.125", "0,125", "012,345"]) expect(readMoney(text, euro, "en"), text).toBeNull();
  expect(readMoney("0.500", euro, "en"), "which is not five hundred").toBeNull();
});

test("days are read with the decimal mark first, to a hundredth", () => {
  for (const [text, hundredths] of [
    ["2.5", 250],
    ["2,5", 250],
    ["0.120", 12],
    ["12", 1_200],
    ["1,125", 112_500],
  ] as const)
    expect(readDays(text, "en"), text).toBe(hundredths);
  for (const text of ["0.125", "1.125", "-1", "some"]) expect(readDays(text, "en"), text).toBeNull();
  expect(readDays("1.125", "de")).toBe(112_500);
  for (const locale of ["en", "de", "fr", "ar-EG", "fa"])
    for (const hundredths of [0, 12, 250, 112_500])
      expect(readDays(plainDays(hundredths, locale), locale), `${hundredths} in ${locale}`).toBe(hundredths);
});

test("short words for thousands are those of the locale", () => {
  expect(shortMoney(1_200_000, euro, "tr"), "bin, a thousand").toMatch(/12\sB$/);
  for (const locale of ["fr", "es"]) expect(shortMoney(1_200_000_000, euro, locale)).toContain("M");
  expect(shortMoney(1_200_000_000, euro, "en-GB")).toBe("€12m");
});

test("a currency that nobody knows is written as it is", () => {
  const old = { code: "€", digits: 2 };
  expect(writtenMoney(123_450, old, "en")).toBe("€1,234.50");
  expect(shortMoney(1_234_500, old, "en")).toBe("€12.3k");
  expect(writtenMoney(500, { code: "", digits: 2 }, "en")).toBe("5.00");
});

test("what is written is read", () => {
  for (const locale of ["en", "de", "fr", "de-CH", "en-IN", "ar-EG", "fa", "mr"])
    for (const amount of [0, 7, 99, 123_456_789])
      expect(readMoney(plainMoney(amount, euro, locale), euro, locale), `${amount} in ${locale}`).toBe(
        amount,
      );
});

import { expect, it } from "vitest";

import { linesOf, namedIn, pieces, statementFrom } from "./feedback-words";

it("counts pieces", () => {
  expect([pieces(1), pieces(12)]).toEqual(["1 piece of feedback", "12 pieces of feedback"]);
});

it.each([
  ["Reports arrive too late.", "Reports arrive too late"],
  ["Reports arrive too late. We stand there without figures.", "Reports arrive too late"],
  ["Can I export this?  Today I copy it by hand.", "Can I export this?"],
  ["First line\nsecond line", "First line"],
  ["Version 2.1 is slower than version 2.0", "Version 2.1 is slower than version 2.0"],
  ["No. Never again. It was slow", "No. Never again"],
])("makes a statement of “%s”", (text, statement) => {
  expect(statementFrom(text)).toBe(statement);
});

it("keeps a statement to a line", () => {
  const long = statementFrom(`We want ${"very ".repeat(60)}much`);
  expect(long).toMatch(/^We want very .* very…$/);
  expect(long.length).toBeLessThanOrEqual(141);
});

it("takes lines that say something, without the signs of a list", () => {
  expect(linesOf("- One\r\n\r\n • Two\n   \n-5 degrees\nThree  ")).toEqual([
    "One",
    "Two",
    "-5 degrees",
    "Three",
  ]);
});

it("finds the customer that is named in a text", () => {
  const customers = [{ name: "Retail" }, { name: "Retail operations" }, { name: "Finance" }];
  const named = (text: string) => {
    const found = namedIn(text, customers);
    return [found.text, found.customer?.name ?? null];
  };
  expect(named("@retail operations: reports are late")).toEqual(["reports are late", "Retail operations"]);
  expect(named("Reports are late @Retail")).toEqual(["Reports are late", "Retail"]);
  expect(named("Reports @Finance are late")).toEqual(["Reports are late", "Finance"]);
  expect(named("Mail ada@retailers.example")).toEqual(["Mail ada@retailers.example", null]);
});

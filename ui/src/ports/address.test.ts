import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

import { SCHEMES, addressOf } from "./address";

it("takes addresses of the web and of mail, written one way", () => {
  expect(addressOf("https://tracker.example/browse/RPT-12?a=b#c")).toBe(
    "https://tracker.example/browse/RPT-12?a=b#c",
  );
  expect(addressOf(" HTTP://Tracker.example ")).toBe("http://tracker.example/");
  expect(addressOf('https://tracker.example/a b"c')).toBe("https://tracker.example/a%20b%22c");
  expect(addressOf("mailto:mira@example.com?subject=Plan")).toBe("mailto:mira@example.com?subject=Plan");
});

it.each([
  "",
  "RPT-12",
  "www.example.com",
  "tracker.example:8080",
  "/etc/passwd",
  "C:\\Windows\\System32\\calc.exe",
  "\\\\server\\share\\tool.exe",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "data:text/html,hello",
  "tel:+4912345",
  "ms-msdt:/id",
  "smb://server/share",
  "https:",
  "-https://tracker.example",
  "mailto:mira@example.com?attach=/etc/passwd",
  "mailto:mira@example.com?subject=Plan&%41ttachment=/etc/passwd",
])("takes %j for no address", (text) => expect(addressOf(text)).toBeNull());

it("allows what the shell allows", () => {
  interface Scoped {
    identifier: string;
    allow: { url: string }[];
  }
  const { permissions } = JSON.parse(readFileSync("../capabilities/main.json", "utf8")) as {
    permissions: (string | Scoped)[];
  };
  const opener = permissions.filter((each) => JSON.stringify(each).includes("opener:"));
  expect(opener).toMatchObject([{ identifier: "opener:allow-open-url" }]);
  const allowed = (opener as Scoped[]).flatMap(({ allow }) => allow.map(({ url }) => url));
  expect(allowed).toEqual(SCHEMES.map((scheme) => (scheme === "mailto:" ? "mailto:*" : `${scheme}//*`)));
});

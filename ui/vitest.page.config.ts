import { defineConfig } from "vitest/config";

/** The tests of the page in a browser. They need the built page, the bridge and Chromium; `cargo xtask e2e` has all. */
export default defineConfig({
  test: {
    environment: "node",
    include: ["e2e/**/*.test.ts"],
    globalSetup: "e2e/browser.ts",
    testTimeout: 60_000,
    hookTimeout: 30_000,
    // The page answers when the core has, which a busy machine makes wait; the second that is the default is too short.
    expect: { poll: { timeout: 10_000 } },
  },
});

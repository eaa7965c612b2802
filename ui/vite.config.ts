import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

import { meantByFocusVisible } from "./src/focus-ring.ts";

/** Lets every style sheet, those of components too, show the focus whenever keys are in use. */
const focusRing = {
  postcssPlugin: "focus-ring",
  Once(root: { walkRules(each: (rule: { selector: string }) => void): void }) {
    root.walkRules((rule) => {
      if (rule.selector.includes(":focus-visible")) rule.selector = meantByFocusVisible(rule.selector);
    });
  },
};

/** The page is embedded in the app, so paths are relative and nothing is fetched from elsewhere. */
export default defineConfig({
  base: "./",
  plugins: [svelte()],
  resolve: process.env["VITEST"] ? { conditions: ["browser"] } : {},
  css: { postcss: { plugins: [focusRing] } },
  server: { port: 1420, strictPort: true, fs: { allow: [".."] } },
  build: { target: "es2022", assetsInlineLimit: 0, chunkSizeWarningLimit: 800 },
  test: { environment: "happy-dom", include: ["src/**/*.test.ts"] },
});

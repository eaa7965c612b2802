import { mergeConfig } from "vite";

import app from "./vite.config";

/** Builds the page for measurements, into a folder of its own: the app never ships it. */
export default mergeConfig(app, {
  build: { outDir: "dist-bench", emptyOutDir: true, rollupOptions: { input: "bench.html" } },
});

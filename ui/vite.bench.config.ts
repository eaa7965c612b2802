import { mergeConfig } from "vite";

import app from "./vite.config.ts";

/** Builds the pages for measurements, into a folder of their own: the app never ships them. */
export default mergeConfig(app, {
  build: {
    outDir: "dist-bench",
    emptyOutDir: true,
    rollupOptions: { input: ["bench.html", "floor.html", "index.html"] },
  },
});

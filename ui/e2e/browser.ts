/** The one browser that all tests share, each with pages of its own. */
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the browser listens for those who want a page. */
    browser: string;
  }
}

/** Where Debian has it, for runs that nobody has told otherwise. */
const USUAL = "/usr/bin/chromium";

export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const server = await chromium.launchServer({
    executablePath: process.env["MILEPOST_CHROMIUM"] ?? USUAL,
    args: [
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
    ],
    chromiumSandbox: false,
  });
  project.provide("browser", server.wsEndpoint());
  return () => server.close();
}

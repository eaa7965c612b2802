/** The page in the words of somebody who uses it. */
import { type Browser, type BrowserContext, type Page, chromium } from "playwright-core";
import { inject } from "vitest";

import type { ErrorCode } from "../src/bindings/ErrorCode";
import { Bridge } from "./bridge";

/** How much of the page there is to see, and how it is seen. */
export interface Sight {
  width: number;
  height: number;
  /** Pixels to the point: how much larger the text is. */
  scale?: number;
  dark?: boolean;
  forcedColours?: boolean;
}

export const WHOLE: Sight = { width: 1440, height: 900 };

/** A page in a browser of its own sort: nothing that another has kept is here. */
export class Milepost {
  private constructor(
    readonly page: Page,
    readonly bridge: Bridge,
    private readonly context: BrowserContext,
    private readonly browser: Browser,
  ) {}

  static async start(sight: Sight = WHOLE): Promise<Milepost> {
    const bridge = await Bridge.start();
    const browser = await chromium.connect(inject("browser"));
    const context = await browser.newContext({
      viewport: { width: sight.width, height: sight.height },
      deviceScaleFactor: sight.scale ?? 1,
      colorScheme: sight.dark ? "dark" : "light",
      forcedColors: sight.forcedColours ? "active" : "none",
      reducedMotion: "reduce",
      locale: "en-GB",
      timezoneId: "UTC",
    });
    context.setDefaultTimeout(10_000);
    return new Milepost(await context.newPage(), bridge, context, browser);
  }

  async stop(): Promise<void> {
    await this.context.close();
    await this.browser.close();
    this.bridge.stop();
  }

  /** Shows the sample plan, as it is when it is new. */
  async sample(): Promise<void> {
    await this.bridge.newPlan(true);
    await this.load();
    await this.bar("Scheduled report delivery").waitFor({ state: "attached" });
  }

  /** Shows a plan without anything in it. */
  async empty(): Promise<void> {
    await this.bridge.newPlan(false);
    await this.load();
    await this.page.getByText("This roadmap is empty").waitFor();
  }

  /** Loads the page anew, with nothing remembered. */
  async load(): Promise<void> {
    await this.page.unrouteAll();
    if (this.page.url().startsWith(this.bridge.address)) await this.page.evaluate(() => localStorage.clear());
    await this.page.goto(this.bridge.address);
    await this.page.locator("h1").waitFor();
  }

  /** Loads the page anew, with what it remembers and what is answered for the back end. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.locator("h1").waitFor();
  }

  /** Does an action by its name: with its button where there is one in sight, else from the palette. */
  async act(action: string): Promise<void> {
    const button = this.page.locator(`[data-action=${action}]:visible`).first();
    if (await button.count()) return await button.click();
    await this.palette(action);
  }

  async palette(action: string): Promise<void> {
    await this.press("Control+k");
    await this.page.locator(`[data-found=${action}]`).click();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Lets the clipboard hold a text, as if it came from a spreadsheet. */
  async hold(text: string): Promise<void> {
    await this.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await this.page.evaluate((held) => navigator.clipboard.writeText(held), text);
  }

  /** The element that stands for an item on the timeline. */
  bar(title: string) {
    return this.page.locator(`[data-item][aria-label^="${title},"]`);
  }

  /** Puts the focus on a bar, which selects it. */
  async focusBar(title: string): Promise<void> {
    await this.bar(title).focus();
  }

  /** Selects a bar and opens the inspector. */
  async inspect(title: string): Promise<void> {
    await this.focusBar(title);
    await this.press("Enter");
    await this.page.locator("[data-field=title]").waitFor();
  }

  /** Lets the back end answer a method otherwise than it would. */
  async answer(method: string, answer: unknown): Promise<void> {
    await this.page.route(`**/api/${method}`, (route) => route.fulfill({ json: answer }));
  }

  /** Lets the back end refuse a method. */
  async refuse(method: string, code: ErrorCode, message: string, hint: string): Promise<void> {
    const json = { code, message, hint };
    await this.page.route(`**/api/${method}`, (route) => route.fulfill({ status: 400, json }));
  }

  /** What the user types when the page asks for a path, the next time it does. */
  typePath(path: string): void {
    this.page.once("dialog", (dialog) => void dialog.accept(path));
  }
}

/** Real tables that are imported in tests. */
export const sampleFile = (name: string): string =>
  new URL(`../../tests/files/samples/${name}`, import.meta.url).pathname;

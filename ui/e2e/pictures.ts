/** Pictures of what the tests see, for people to look at: `MILEPOST_PICTURES` names the folder they go to. */
import { join } from "node:path";
import type { Page } from "playwright-core";

const folder = process.env["MILEPOST_PICTURES"];

/** Takes a picture if somebody wants some. */
export async function take(page: Page, name: string): Promise<void> {
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}

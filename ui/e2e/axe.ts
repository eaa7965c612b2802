/** Asks axe what stands in the way of somebody who sees, hears or moves otherwise. */
import type { AxeResults, RunOptions } from "axe-core";
import axe from "axe-core";
import type { Page } from "playwright-core";

/** WCAG at both levels in all its versions, and what experience has shown. */
const EVERYTHING: RunOptions = {
  runOnly: {
    type: "tag",
    values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
  },
  resultTypes: ["violations"],
};

/** What may differ from one theme to another. */
const COLOURS: RunOptions = {
  runOnly: ["color-contrast", "link-in-text-block"],
  resultTypes: ["violations"],
};

/** What axe finds on the page as it is now, one line a place; nothing is left out. */
export const findings = (page: Page): Promise<string[]> => ask(page, EVERYTHING);

/** What it finds in the colours alone, for a page that has been looked at in others. */
export const findingsInColours = (page: Page): Promise<string[]> => ask(page, COLOURS);

async function ask(page: Page, wanted: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options) as Promise<AxeResults>,
    wanted,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any, all }) => {
      const why = [...any, ...all].map(({ message }) => message).join("; ");
      return `${id} (${help}): ${target.join(" ")} ${why}`;
    }),
  );
}

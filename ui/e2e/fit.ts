/** Looks for controls that somebody who needs large text cannot get at. */
import type { Page } from "playwright-core";

/** What is cut off or lies outside of the window without a way to scroll there, one line each. */
export async function cut(page: Page): Promise<string[]> {
  // What follows the new size does so in the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return await page.evaluate(() => {
    const CONTROLS = ":is(button, input, select, textarea, a[href], [role=option], h1, h2, h3, p)";
    /** The timeline is a surface that scrolls by its own means; bars come into sight when they are gone to. */
    const OWN_MEANS = ".chart, .visually-hidden";
    const found: string[] = [];
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (scrollWidth > innerWidth || scrollHeight > innerHeight)
      found.push(`the window scrolls: ${scrollWidth} by ${scrollHeight}`);

    const scrolls = (overflow: string) => overflow === "auto" || overflow === "scroll";
    const cuts = (overflow: string) => overflow !== "visible";
    const dialog = document.querySelector("dialog[open]");

    for (const control of (dialog ?? document).querySelectorAll<HTMLElement>(CONTROLS)) {
      if (control.closest(OWN_MEANS) || !control.checkVisibility({ visibilityProperty: true })) continue;
      let { left, right, top, bottom } = control.getBoundingClientRect();
      if (right - left <= 1 || bottom - top <= 1) continue;
      const name = control.getAttribute("aria-label") ?? control.title ?? "";
      const says = `${control.tagName.toLowerCase()} “${(name || control.textContent || "").trim().slice(0, 40)}”`;
      let fixed = getComputedStyle(control).position === "fixed";
      for (let holder = control.parentElement; holder && !fixed; holder = holder.parentElement) {
        const style = getComputedStyle(holder);
        const box = holder.getBoundingClientRect();
        if (cuts(style.overflowX)) {
          const out = left < box.left - 1 || right > box.right + 1;
          if (out && !scrolls(style.overflowX)) found.push(`${says} is cut at its side`);
          if (out) [left, right] = [box.left, box.right];
        }
        if (cuts(style.overflowY)) {
          const out = top < box.top - 1 || bottom > box.bottom + 1;
          if (out && !scrolls(style.overflowY)) found.push(`${says} is cut above or below`);
          if (out) [top, bottom] = [box.top, box.bottom];
        }
        fixed = style.position === "fixed";
      }
      const outside = left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
      if (outside) found.push(`${says} lies outside of the window`);
    }
    return [...new Set(found)];
  });
}

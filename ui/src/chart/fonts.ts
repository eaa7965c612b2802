/** The type that scenes are set in. */
import type { TextRun } from "../bindings/TextRun";

const FAMILY = "Inter, 'Noto Sans', 'DejaVu Sans', system-ui, sans-serif";
const WEIGHTS = [400, 500, 600];

export const fontOf = ({ weight, size }: Pick<TextRun, "weight" | "size">): string =>
  `${weight} ${size}px ${FAMILY}`;

/** Lets a canvas set text as the layout measures it: character by character, at its left end. */
export function setAsMeasured(context: CanvasRenderingContext2D): void {
  context.fontKerning = "none";
  context.textRendering = "optimizeSpeed";
  context.textBaseline = "alphabetic";
  context.textAlign = "left";
  context.direction = "ltr";
}

/** Resolves when canvases can set text in every weight. Until then they would take another one. */
export async function loadFonts(): Promise<void> {
  await Promise.all(WEIGHTS.map((weight) => document.fonts.load(`${weight} 12px Inter`)));
}

/** Whether text that is set now may not look as it will. Not every web view tells. */
export const fontsAreLoading = (): boolean => document.fonts?.status === "loading";

/** Calls back whenever fonts have come that text may have been set without. */
export function onFontsLoaded(callback: () => void, signal: AbortSignal): void {
  document.fonts?.addEventListener("loadingdone", callback, { signal });
}

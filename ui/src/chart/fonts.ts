/** The type that scenes are set in. */
import medium from "../../../assets/fonts/Inter-Medium.ttf";
import regular from "../../../assets/fonts/Inter-Regular.ttf";
import semiBold from "../../../assets/fonts/Inter-SemiBold.ttf";
import type { TextRun } from "../bindings/TextRun";

const FAMILY = "Inter, 'Noto Sans', 'DejaVu Sans', system-ui, sans-serif";
/** The file of each weight, which are those of the style sheet. */
const FILES = new Map([
  [400, regular],
  [500, medium],
  [600, semiBold],
]);

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
  await Promise.all([...FILES.keys()].map((weight) => document.fonts.load(`${weight} 12px Inter`)));
}

/** Lets canvases of another document set text in them: each document has fonts of its own. */
export function shareFonts(inside: Document): void {
  for (const [weight, file] of FILES) {
    const source = `url("${new URL(file, document.baseURI).href}")`;
    const face = new FontFace("Inter", source, { weight: String(weight) });
    inside.fonts.add(face);
    // Without it the canvas takes the next font of the family's list, as the rest of the page does.
    face.load().catch(() => undefined);
  }
}

/** Whether text that is set now may not look as it will. Not every web view tells. */
export const fontsAreLoading = (): boolean => document.fonts?.status === "loading";

/** Calls back whenever fonts have come that text may have been set without. */
export function onFontsLoaded(callback: () => void, signal: AbortSignal): void {
  document.fonts?.addEventListener("loadingdone", callback, { signal });
}

/** What the timeline is drawn by. */
import type { Drawing } from "../state/drawing.svelte";
import { type Action, always } from "./action";

const WORDS: Record<Drawing, string> = {
  automatic: "automatic",
  processor: "on the processor",
  graphics: "on the graphics card",
};

export const drawings: readonly Action[] = (["automatic", "processor", "graphics"] as const).map(
  (drawing) => ({
    id: `draw-${drawing}`,
    label: `Drawing: ${WORDS[drawing]}`,
    keys: [],
    available: always,
    run: (milepost) => milepost.drawing.choose(drawing),
  }),
);

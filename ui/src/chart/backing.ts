/**
 * What the chart's canvases are drawn by: the processor, or the graphics card. Which is faster depends on the machine
 * and on how many pixels there are, so it is measured where it runs, once for each size, and remembered.
 */
export type Backing = "processor" | "graphics";

export const BACKINGS: readonly Backing[] = ["processor", "graphics"];

/** How large the chart's body is in points, and pixels to the point. */
export interface CanvasSize {
  width: number;
  height: number;
  ratio: number;
}

/** How a canvas gets its backing. A web view without a graphics card gives the processor's for both. */
export const settingsOf = (backing: Backing): CanvasRenderingContext2DSettings => ({
  willReadFrequently: backing === "processor",
});

/** What is known of time, so that it can be made up in tests. */
export interface Clock {
  /** In milliseconds. */
  now(): number;
  /** Resolves at a moment in which the user waits for nothing. */
  idle(): Promise<void>;
}

/** What was found out: milliseconds for a frame with either, and which to take. */
export interface Finding {
  times: Record<Backing, number>;
  better: Backing;
}

const ROUNDS = 6;
/** The graphics card has to be faster by this much: its frames are not over when they are drawn. */
const CLEARLY = 0.8;

/**
 * Lets both draw in turns, `frames` frames at a time, each time at an idle moment. The first turn of either only warms
 * it up.
 */
export async function comparedBackings(
  draw: Record<Backing, (frames: number) => void>,
  clock: Clock,
  frames = 3,
): Promise<Finding> {
  const times: Record<Backing, number> = { processor: 0, graphics: 0 };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const backing of BACKINGS) {
      await clock.idle();
      const start = clock.now();
      draw[backing](frames);
      if (round > 0) times[backing] += (clock.now() - start) / (ROUNDS * frames);
    }
  }
  const better = times.graphics < times.processor * CLEARLY ? "graphics" : "processor";
  return { times, better };
}

/** Canvases of about as many pixels share what was found out: as many, give or take half. */
const keyOf = ({ width, height, ratio }: CanvasSize): string =>
  `milepost.backing:${ratio}:${Math.round(Math.log2(Math.max(1, width * height)))}`;

/** What was found out for canvases of about this size on this machine; null if nothing yet. */
export function rememberedBacking(size: CanvasSize): Backing | null {
  const kept = localStorage.getItem(keyOf(size));
  return BACKINGS.find((backing) => backing === kept) ?? null;
}

export function rememberBacking(size: CanvasSize, backing: Backing): void {
  localStorage.setItem(keyOf(size), backing);
}

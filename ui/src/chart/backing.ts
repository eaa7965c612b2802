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

const ROUNDS = 5;
/** Frames that warm up, and tell how many make up a turn that the web view's coarse clock can tell. */
const FIRST_FRAMES = 3;
const MOST_FRAMES = 10;
/** Least milliseconds of a turn. */
const TURN = 8;
/** The graphics card has to be faster by this much: its frames are not over when they are drawn. */
const CLEARLY = 0.6;

/**
 * Lets both draw in turns, each time at an idle moment. The fastest turn counts: whatever else the machine did made the
 * others slower.
 */
export async function comparedBackings(
  draw: Record<Backing, (frames: number) => void>,
  clock: Clock,
): Promise<Finding> {
  const turn = async (backing: Backing, frames: number) => {
    await clock.idle();
    const start = clock.now();
    draw[backing](frames);
    return (clock.now() - start) / frames;
  };
  const times = { processor: Infinity, graphics: Infinity };
  let frames = FIRST_FRAMES;
  for (const backing of BACKINGS) {
    await turn(backing, FIRST_FRAMES);
    const time = await turn(backing, FIRST_FRAMES);
    frames = Math.max(frames, Math.min(MOST_FRAMES, Math.ceil(TURN / Math.max(time, 0.1))));
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const backing of BACKINGS) times[backing] = Math.min(times[backing], await turn(backing, frames));
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

/**
 * Lets the chart be drawn by what the user wants, or by what was found to be faster here. Where nothing was found yet
 * for a chart of this size, it is found out while the user rests.
 */
import { type Backing, type CanvasSize, rememberBacking, rememberedBacking } from "../../chart/backing";
import { findBacking } from "../../chart/backing-trial";
import type { Chart } from "../../chart/chart";
import type { Drawing } from "../../state/drawing.svelte";

/** What is used until something else is known: it scrolls evenly with and without a graphics card. */
const USUAL: Backing = "processor";
/** Milliseconds without a key or the pointer after which the user is taken to rest. */
const REST = 1500;

/** What a chart of that size begins with. */
const firstBacking = (drawing: Drawing, size: CanvasSize): Backing =>
  drawing === "automatic" ? (rememberedBacking(size) ?? USUAL) : drawing;

export class DrawBy {
  private trying = false;
  private readonly stopped = new AbortController();
  private lastInput = performance.now();

  constructor(
    private readonly chart: Chart,
    private drawing: Drawing,
  ) {
    const { signal } = this.stopped;
    for (const type of ["pointermove", "pointerdown", "wheel", "keydown"])
      window.addEventListener(type, () => (this.lastInput = performance.now()), {
        signal,
        capture: true,
        passive: true,
      });
    this.follow();
  }

  stop(): void {
    this.stopped.abort();
  }

  choose(drawing: Drawing): void {
    this.drawing = drawing;
    this.follow();
  }

  /** The chart may have another size now, or be drawn by something else. */
  follow(): void {
    const size = this.chart.canvasSize;
    if (size.width === 0) return;
    this.chart.useBacking(firstBacking(this.drawing, size));
    if (this.drawing === "automatic" && rememberedBacking(size) === null && !this.trying) {
      this.trying = true;
      void this.findOut(size).catch(() => {
        // A trial that cannot be made leaves the usual.
      });
    }
  }

  private async findOut(size: CanvasSize): Promise<void> {
    const clock = { now: () => performance.now(), idle: () => this.rested() };
    const { better } = await findBacking(size, clock);
    rememberBacking(size, better);
    this.trying = false;
    this.follow();
  }

  private async rested(): Promise<void> {
    for (;;) {
      const left = this.lastInput + REST - performance.now();
      await new Promise((resolve) => setTimeout(resolve, Math.max(20, left)));
      if (this.stopped.signal.aborted) throw new Error("The chart is gone.");
      if (performance.now() - this.lastInput >= REST) return;
    }
  }
}

/**
 * Frames of the chart's real work on canvases that nobody sees: scroll by copying, paint a strip of bars with names,
 * and hand the picture on as the web view does when it puts the window together.
 */
import {
  type Backing,
  type CanvasSize,
  type Clock,
  type Finding,
  comparedBackings,
  settingsOf,
} from "./backing";
import { contextOf, resizeCanvas } from "./canvas";
import { fontOf } from "./fonts";

/** How far a frame scrolls, in points: as fast as a hand on a wheel. */
const STEP = 33;
const BARS = 12;

export interface Trial {
  /** Draws so many frames and waits until they are drawn. */
  draw(frames: number): void;
  /** Gives back what the canvases take, which may be much, without waiting for the garbage to be collected. */
  end(): void;
}

/** A trial of one kind of canvas. */
function trialOf(backing: Backing, size: CanvasSize): Trial {
  const { width, height, ratio } = size;
  const made = (settings: CanvasRenderingContext2DSettings) => {
    const canvas = document.createElement("canvas");
    resizeCanvas(canvas, width, height, ratio);
    return contextOf(canvas, settings);
  };
  const chart = made({ ...settingsOf(backing), alpha: false });
  // The window itself is drawn by the graphics card where there is one.
  const window = made({ alpha: false });
  return {
    draw(frames) {
      for (let frame = 0; frame < frames; frame += 1) {
        scroll(chart, size);
        window.drawImage(chart.canvas, 0, 0);
      }
      // What is read has to be drawn first.
      window.getImageData(0, 0, 1, 1);
    },
    end() {
      for (const { canvas } of [chart, window]) canvas.width = canvas.height = 0;
    },
  };
}

/** Finds out on this machine what draws a chart of that size faster. Rejects if the clock's idle moments end. */
export async function findBacking(size: CanvasSize, clock: Clock): Promise<Finding> {
  const [processor, graphics] = [trialOf("processor", size), trialOf("graphics", size)];
  try {
    const draw = {
      processor: (frames: number) => processor.draw(frames),
      graphics: (frames: number) => graphics.draw(frames),
    };
    return await comparedBackings(draw, clock);
  } finally {
    processor.end();
    graphics.end();
  }
}

function scroll(context: CanvasRenderingContext2D, { width, height, ratio }: CanvasSize): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = "copy";
  context.drawImage(context.canvas, 0, -Math.round(STEP * ratio));
  context.globalCompositeOperation = "source-over";
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = "#fff";
  context.fillRect(0, height - STEP, width, STEP);
  context.font = fontOf({ weight: 500, size: 12 });
  for (let bar = 0; bar < BARS; bar += 1) {
    const x = (bar * width) / BARS;
    context.beginPath();
    context.roundRect(x, height - STEP + 3, width / BARS - 8, 24, 6);
    context.fillStyle = "#ccd6ea";
    context.fill();
    context.strokeStyle = "#7c8cab";
    context.stroke();
    context.fillStyle = "#1b2130";
    context.fillText("A name on a bar", x + 9, height - STEP + 19);
  }
}

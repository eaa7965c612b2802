/**
 * The least that a timeline of this size can cost in a web view: a picture that scrolls as the timeline's does and has
 * nothing on it. It answers to the harness as the timeline does, as far as scrolling goes.
 */
import { settingsOf } from "../chart/backing";
import { AXIS_HEIGHT, NAMES_WIDTH } from "../chart/sizes";
import { readPalette } from "../chart/palette";
import { CopiedPixels } from "../chart/copied-pixels";
import { ScrolledFrames, scrollsFrames } from "../chart/scrolled-frames";
import { ScrollingPicture } from "../chart/scrolling-picture";
import { shownFrame } from "../chart/shown-frame";
import "../styles/tokens.css";
import "../styles/chart.css";

const settings = settingsOf("processor");
const body = document.body.appendChild(document.createElement("div"));
body.className = "chart-body";
const frames = scrollsFrames(1) ? new ScrolledFrames(body, settings) : null;
const pixels = frames?.body ?? new CopiedPixels(body, settings);
frames?.names.setGround(readPalette()("surface"));
const layer = new ScrollingPicture(pixels, readPalette(), null);
/** As far as a plan of 10,000 features goes, roughly. */
const FAR = 6_000;
let at = { x: 0, y: 0 };
let frame = 0;

function draw(to: Partial<typeof at>): void {
  at = { ...at, ...to };
  frame ||= requestAnimationFrame(() => {
    frame = 0;
    layer.show(at.x, at.y);
  });
}

const floor = {
  async load(): Promise<void> {
    performance.mark("data");
    const [width, height] = [innerWidth - NAMES_WIDTH, innerHeight - AXIS_HEIGHT];
    frames?.resize(0, width, height);
    layer.resize(width, height, Math.abs(devicePixelRatio) || 1);
    const covers = { x: -FAR, y: -FAR, width: 4 * FAR, height: 4 * FAR };
    layer.setContent({ patches: [], covers, slidingNames: [] }, false);
    draw(at);
    await shownFrame();
    performance.mark("painted");
  },
  scrollTo: (y: number) => draw({ y }),
  panTo: (x: number) => draw({ x }),
  extent: () => ({ maxX: FAR, maxY: FAR }),
  complete: () => true,
};

Object.assign(window, { bench: floor });

// Moves the page for measurements and notes when frames come. Knows of the page what `window.bench` says.
const frame = () => new Promise(requestAnimationFrame);
const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** To and fro between 0 and `most`. */
const toAndFro = (distance, most) => {
  const along = distance % (2 * most || 1);
  return along > most ? 2 * most - along : along;
};

/** Pages without a timeline have nothing to say of it. */
const isComplete = () => window.bench?.complete() ?? true;

/** Notes intervals of frames and frames with a part that is not painted, from now until `stop`. */
class Frames {
  intervals = [];
  incomplete = 0;
  #running = true;

  constructor(each = () => {}) {
    const start = performance.now();
    let last = null;
    const next = (now) => {
      if (!this.#running) return;
      if (last !== null) this.intervals.push(now - last);
      last = now;
      // What the frame before has left.
      if (!isComplete()) this.incomplete += 1;
      each(now - start);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  }

  stop() {
    this.#running = false;
    return { intervals: this.intervals, incomplete: this.incomplete };
  }
}

let first;
let drawing;
let drag;

/** Milliseconds from having a plan of that size to its being painted. */
async function timeToLoad(features) {
  performance.clearMarks();
  await bench.load(features);
  const [from, to] = ["data", "painted"].map((mark) => performance.getEntriesByName(mark)[0].startTime);
  return to - from;
}

/** From the next press on, frames and previews are noted: from a move to the frame that shows what was asked after it. */
function watchDrag() {
  drag = { previews: [], stopped: new AbortController() };
  const { signal } = drag.stopped;
  let waiting = null;
  const watch = () => {
    if (!waiting || bench.previews().answered <= waiting.asked) return;
    // The frame that is being made now shows it.
    drag.previews.push(performance.now() - waiting.since);
    waiting = null;
  };
  const moved = () => {
    const { asked, answered } = bench.previews();
    // A move that leaves the bar where it stands asks nothing.
    if (waiting?.asked === asked && answered === asked) waiting = null;
    waiting ??= { since: performance.now(), asked };
  };
  addEventListener(
    "pointerdown",
    () => {
      drag.frames = new Frames(watch);
      addEventListener("pointermove", moved, { signal, capture: true });
    },
    { signal, capture: true },
  );
  addEventListener("pointerup", () => (drag.noted = drag.frames.stop()), { signal, capture: true });
}

window.harness = {
  /** Loads a plan of that size into a new page, and rests. */
  async loadFirst(features) {
    first = await timeToLoad(features);
    // Before the app does so itself because its user rests. The page's address may say.
    drawing = location.search.includes("drawing=") ? null : await bench.chooseDrawing();
    await rest(2000);
  },

  /**
   * Loads such plans again; answers milliseconds from having the data to the paint, of the first and of all others, and
   * which backing draws.
   */
  async loadAgain(features) {
    const times = [];
    for (let run = 0; run < 5; run += 1) {
      times.push(await timeToLoad(features));
      await rest(400);
    }
    return { first, again: median(times), drawing };
  },

  async look() {
    await rest(400);
    return bench.bars();
  },

  async zoom(level) {
    await bench.zoom(level);
    await rest(400);
  },

  /** Milliseconds of each step from one level over others, several times. */
  async zoomSteps([from, ...levels]) {
    const times = [];
    for (let run = 0; run < 5; run += 1) {
      await bench.zoom(from);
      await rest(300);
      for (const level of levels) {
        const start = performance.now();
        await bench.zoom(level);
        times.push(performance.now() - start);
        await rest(300);
      }
    }
    return times;
  },

  /** Scrolls down and up, or pans right and left, at 2,000 px/s for two seconds; then stands in the midst of time. */
  async glide(along) {
    const { maxX, maxY } = bench.extent();
    const most = along === "x" ? maxX : maxY;
    const move = (at) => (along === "x" ? bench.panTo(at) : bench.scrollTo(at));
    bench.panTo(maxX / 2);
    move(0);
    await rest(400);
    const frames = new Frames((elapsed) => move(toAndFro(2 * elapsed, most)));
    await rest(2000);
    const noted = frames.stop();
    bench.panTo(maxX / 2);
    bench.scrollTo(0);
    return noted;
  },

  /** Goes to a screen of the app by its key, and scrolls a list there down and up like that. */
  async glideList(key, css) {
    dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey: true }));
    await rest(3000);
    const list = document.querySelector(css);
    const most = list.scrollHeight - list.clientHeight;
    const frames = new Frames((elapsed) => (list.scrollTop = toAndFro(2 * elapsed, most)));
    await rest(2000);
    return frames.stop();
  },

  /** Where a bar can be taken hold of, once its drag is watched. */
  async aim(y) {
    bench.scrollTo(y);
    await rest(400);
    const center = bench.firstBarCenter();
    watchDrag();
    return center;
  },

  /** The same of a bar that pushes so many others. */
  async aimPushing(successors) {
    const center = await bench.barWithSuccessors(successors);
    await rest(400);
    watchDrag();
    return center;
  },

  /** What was noted of the drag, once the bar stands where it was dropped. */
  async dropped() {
    drag.stopped.abort();
    await rest(300);
    return { ...drag.noted, previews: drag.previews };
  },
};

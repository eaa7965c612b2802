/**
 * The lane names and the body of a chart as frames that the web view scrolls: one that goes down with both, and in it one
 * that goes across with the body.
 *
 * Why: a web view without layers paints all of a canvas that changes, into memory that it makes for each frame. A frame it
 * scrolls by moving what the window shows, and asks for nothing but what came in. That is so as long as nothing else
 * in the window lies over it, so it lies on top of the chart, and takes no part in anything but painting.
 */
import { shareFonts } from "./fonts";
import { SPAN, ScrolledPixels } from "./scrolled-pixels";
import { LINE, NAMES_WIDTH } from "./sizes";

/** How far down the surface may go, in points. */
const DEPTH = 2 ** 24;
const BODY_TILE = { width: 256, height: 128 };
/** As wide as the names, since it would lie over the body. */
const NAMES_TILE = { width: NAMES_WIDTH, height: 128 };

/**
 * Whether the web view paints without layers: WebKit does where it may not, or cannot, have the graphics card put them
 * together, and says so by what it can transform. Others cannot answer the question.
 */
const hasNoLayers = (): boolean => matchMedia("not all and (-webkit-transform-3d)").matches;

/** Whether frames scroll faster than a canvas copies itself, and as sharp: they go by whole points. */
export const scrollsFrames = (ratio: number): boolean => Number.isInteger(ratio) && hasNoLayers();

export class ScrolledFrames {
  readonly names: ScrolledPixels;
  readonly body: ScrolledPixels;
  private readonly outer: Frame;
  private readonly inner: Frame;

  constructor(host: HTMLElement, settings: CanvasRenderingContext2DSettings) {
    this.outer = new Frame(host);
    this.outer.element.className = "chart-frame";
    this.inner = new Frame(this.outer.page);
    const { outer, inner } = this;
    this.names = new ScrolledPixels(
      {
        element: outer.page,
        tile: NAMES_TILE,
        setGround: (colour) => outer.setGround(colour),
        loadFonts: () => outer.loadFonts(),
        // They go along with the body.
        scrollTo() {},
      },
      settings,
    );
    this.body = new ScrolledPixels(
      {
        element: inner.page,
        tile: BODY_TILE,
        setGround: (colour) => inner.setGround(colour),
        loadFonts: () => inner.loadFonts(),
        scrollTo(x, y) {
          inner.scrollTo(x, 0);
          outer.scrollTo(0, y);
        },
      },
      settings,
    );
  }

  /** Sizes in points. */
  resize(namesWidth: number, width: number, height: number): void {
    const [{ style: outer }, { style: inner }] = [this.outer.element, this.inner.element];
    outer.width = `${namesWidth + LINE + width}px`;
    outer.height = `${height}px`;
    inner.left = `${namesWidth}px`;
    inner.width = `${width}px`;
    inner.height = `${DEPTH}px`;
  }

  /** The colour of the line before the body. */
  setLine(colour: string): void {
    this.inner.element.style.borderLeft = `${LINE}px solid ${colour}`;
  }

  remove(): void {
    this.names.remove();
    this.body.remove();
    this.outer.element.remove();
  }
}

/** A document with a page as large as any surface, of which it shows a part. */
class Frame {
  readonly element: HTMLIFrameElement;
  readonly page: HTMLElement;

  constructor(parent: HTMLElement) {
    const element = parent.ownerDocument.createElement("iframe");
    element.setAttribute("scrolling", "no");
    element.setAttribute("aria-hidden", "true");
    element.title = "The timeline as it is painted";
    element.tabIndex = -1;
    Object.assign(element.style, { position: "absolute", top: "0", border: "0", pointerEvents: "none" });
    parent.append(element);
    const inside = element.contentDocument;
    if (!inside) throw new Error("The timeline's frame is not in the window.");
    inside.documentElement.style.overflow = "hidden";
    inside.body.style.margin = "0";
    inside.addEventListener("contextmenu", (event) => passDown(element, event));
    this.element = element;
    this.page = inside.body.appendChild(inside.createElement("div"));
    Object.assign(this.page.style, {
      ...{ position: "relative", overflow: "hidden" },
      ...{ width: `${SPAN}px`, height: `${DEPTH}px` },
    });
  }

  loadFonts(): void {
    shareFonts(this.page.ownerDocument);
  }

  scrollTo(x: number, y: number): void {
    this.element.contentWindow?.scrollTo(x, y);
  }

  setGround(colour: string): void {
    this.page.ownerDocument.documentElement.style.background = colour;
  }
}

/**
 * Hands a wish for a menu to what lies under a frame. WebKit finds the frame whose menu it is by where the pointer is, also
 * a frame that is to take no part in pointing.
 */
function passDown(frame: HTMLIFrameElement, event: MouseEvent): void {
  event.preventDefault();
  const { x, y } = frame.getBoundingClientRect();
  const clientX = event.clientX + x + frame.clientLeft;
  const clientY = event.clientY + y + frame.clientTop;
  const { button, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey } = event;
  const same = { button, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey };
  const below = frame.ownerDocument.elementFromPoint(clientX, clientY);
  below?.dispatchEvent(
    new MouseEvent("contextmenu", { ...same, clientX, clientY, bubbles: true, cancelable: true }),
  );
}

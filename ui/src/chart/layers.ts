/**
 * The layers of the chart: the frozen axis, lane names and strip, the picture of the body that scrolls, and the marks
 * above it. All are drawn by the same backing, which can be changed while they are shown.
 */
import { type Backing, type CanvasSize, settingsOf } from "./backing";
import { FrozenCanvas } from "./frozen-canvas";
import type { Area } from "./geometry";
import { KeptTexts } from "./kept-texts";
import { type Marks, Overlay } from "./overlay";
import type { Palette } from "./palette";
import { type Picture, endless } from "./picture";
import { AXIS_HEIGHT, NAMES_WIDTH, SCROLL_BAR } from "./sizes";
import { ShownStrip } from "./shown-strip";
import type { Shape } from "../bindings/Shape";
import type { TextRun } from "../bindings/TextRun";
import { CopiedPixels } from "./copied-pixels";
import { FrozenNames, type NamesLayer, ScrolledNames } from "./names-layer";
import type { Pixels } from "./pixels";
import { ScrolledFrames, scrollsFrames } from "./scrolled-frames";
import { type Content, ScrollingPicture } from "./scrolling-picture";

/** A canvas element for each frozen layer. */
type Elements = Record<Drawing, HTMLCanvasElement>;
type Drawing = "axis" | "strip" | "stripNames";

interface Drawn {
  /** None where the graphics card draws: it sets text fast, but waits for every change of what it copies from. */
  texts: KeptTexts | null;
  axis: FrozenCanvas;
  /** What the names and the body are in, if the web view scrolls them. */
  frames: ScrolledFrames | null;
  names: NamesLayer;
  pixels: Pixels;
  body: ScrollingPicture;
  overlay: Overlay;
  strip: FrozenCanvas;
  stripNames: FrozenCanvas;
}

export class Layers {
  private drawn: Drawn;
  private size: CanvasSize = { width: 0, height: 0, ratio: 1 };
  private namesWidth = NAMES_WIDTH;
  private stripHeight = 0;
  private readonly strips = new ShownStrip();

  /** What the body and the names show. */
  private content: { body: Content; names: Content } | null = null;

  constructor(
    private readonly host: HTMLElement,
    private readonly place: HTMLElement,
    private elements: Elements,
    private palette: Palette,
    private backing: Backing,
  ) {
    this.drawn = this.made();
  }

  /** Draws by another backing from now on. A canvas keeps its own for life, so there are new ones. */
  useBacking(backing: Backing): void {
    if (backing === this.backing) return;
    this.backing = backing;
    this.renew();
    this.resize(this.size, this.namesWidth, this.stripHeight);
  }

  /** Gives the pixels of all canvases back, without waiting for the garbage to be collected. */
  destroy(): void {
    const { texts, frames, names, pixels } = this.drawn;
    for (const each of [names, pixels, frames]) each?.remove();
    texts?.reset(this.size);
    for (const canvas of Object.values(this.elements)) canvas.width = canvas.height = 0;
  }

  private renew(): void {
    this.destroy();
    const renewed = Object.entries(this.elements).map(([name, element]) => {
      const other = element.cloneNode(false);
      element.replaceWith(other);
      return [name, other];
    });
    this.elements = Object.fromEntries(renewed) as Elements;
    this.drawn = this.made();
    this.fill(false);
  }

  /** `namesWidth` is 0 where the names of the lanes stand elsewhere, `stripHeight` where there is no strip. */
  resize(size: CanvasSize, namesWidth: number, stripHeight: number): void {
    [this.size, this.namesWidth, this.stripHeight] = [size, namesWidth, stripHeight];
    const { width, height, ratio } = size;
    if ((this.drawn.frames !== null) !== scrollsFrames(ratio)) this.renew();
    this.drawn.frames?.resize(namesWidth, width, height);
    const { texts, axis, names, body, overlay, strip, stripNames } = this.drawn;
    texts?.reset(size);
    axis.resize(width + SCROLL_BAR, AXIS_HEIGHT, ratio);
    names.resize(namesWidth, height + SCROLL_BAR, ratio);
    body.resize(width, height, ratio);
    overlay.resize(width, height, ratio);
    strip.resize(width + SCROLL_BAR, stripHeight, ratio);
    stripNames.resize(namesWidth, stripHeight, ratio);
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    const { texts, frames, pixels: _, ...layers } = this.drawn;
    texts?.reset(this.size);
    frames?.setLine(palette("line-strong"));
    for (const layer of Object.values(layers)) layer.setPalette(palette);
  }

  /** Takes a new picture; `same` says that it is a larger or other part of the same one. */
  setPicture({ body: patches, names, covers, slidingNames }: Picture, same: boolean): void {
    const { y, height } = covers;
    const hanging = names.flatMap(({ nodes }) => nodes.flatMap(({ node: { shape } }) => hangingIn(shape)));
    this.content = {
      body: { patches, covers, slidingNames },
      names: { patches: names, covers: { ...endless, y, height }, slidingNames: nothing, hanging },
    };
    this.fill(same);
  }

  private fill(same: boolean): void {
    if (!this.content) return;
    this.drawn.body.setContent(this.content.body, same);
    this.drawn.names.setContent(this.content.names, same);
  }

  /** Shows the surface from a place on. */
  show(picture: Picture | null, marks: Marks, focusedLane: Area | null, left: number, top: number): void {
    const { axis, names, body, overlay, strip, stripNames } = this.drawn;
    body.show(left, top);
    names.show(top, marks.heads, focusedLane);
    axis.show(picture?.axis ?? nothing, left, 0);
    overlay.show(marks);
    if (this.stripHeight === 0) return;
    const shown = this.strips.of(picture, marks.strip);
    strip.show(shown.strip, left, 0);
    stripNames.show(shown.stripNames, 0, 0);
  }

  private made(): Drawn {
    const { elements, palette } = this;
    const settings = settingsOf(this.backing);
    const texts = this.backing === "processor" ? new KeptTexts(settings) : null;
    const frames = scrollsFrames(this.size.ratio) ? new ScrolledFrames(this.host, settings) : null;
    frames?.setLine(palette("line-strong"));
    const pixels = frames?.body ?? new CopiedPixels(this.place, settings);
    return {
      texts,
      frames,
      pixels,
      axis: new FrozenCanvas(elements.axis, palette, texts, settings),
      names: frames
        ? new ScrolledNames(frames.names, palette, texts, settings)
        : new FrozenNames(this.host, palette, texts, settings),
      body: new ScrollingPicture(pixels, palette, texts),
      overlay: new Overlay(pixels, palette, texts, settings),
      strip: new FrozenCanvas(elements.strip, palette, texts, settings),
      stripNames: new FrozenCanvas(elements.stripNames, palette, texts, settings),
    };
  }
}

const nothing: readonly never[] = [];

const hangingIn = (shape: Shape): TextRun[] => ("text" in shape && shape.text.hangs ? [shape.text] : []);

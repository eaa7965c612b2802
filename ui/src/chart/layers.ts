/**
 * The canvases of the chart: the frozen axis, lane names and strip, the body that scrolls by copying itself, and the moving
 * layer above it. All are drawn by the same backing, which can be changed while they are shown.
 */
import { type Backing, type CanvasSize, settingsOf } from "./backing";
import { FrozenCanvas } from "./frozen-canvas";
import { KeptTexts } from "./kept-texts";
import { type Marks, Overlay } from "./overlay";
import type { Palette } from "./palette";
import type { Picture } from "./picture";
import { ShownStrip } from "./shown-strip";
import { ScrollingCanvas } from "./scrolling-canvas";

/** The height of the axis and the width of the lane names, in points; those of the layout. */
export const AXIS_HEIGHT = 52;
export const NAMES_WIDTH = 176;

/** A canvas element for each layer. */
type Elements = Record<Drawing, HTMLCanvasElement>;
type Drawing = "axis" | "names" | "body" | "overlay" | "strip" | "stripNames";

interface Drawn {
  /** None where the graphics card draws: it sets text fast, but waits for every change of what it copies from. */
  texts: KeptTexts | null;
  axis: FrozenCanvas;
  names: FrozenCanvas;
  body: ScrollingCanvas;
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

  constructor(
    private elements: Elements,
    private palette: Palette,
    private backing: Backing,
  ) {
    this.drawn = this.made();
  }

  /** Draws by another backing from now on. A canvas keeps its own for life, so there are new ones. */
  useBacking(backing: Backing, picture: Picture | null): void {
    if (backing === this.backing) return;
    this.backing = backing;
    const renewed = Object.entries(this.elements).map(([name, element]) => {
      const other = element.cloneNode(false);
      element.replaceWith(other);
      // Gives its pixels back without waiting for the garbage to be collected.
      element.width = element.height = 0;
      return [name, other];
    });
    this.elements = Object.fromEntries(renewed) as Elements;
    this.drawn = this.made();
    this.resize(this.size, this.namesWidth, this.stripHeight);
    if (picture) this.setPicture(picture, false);
  }

  /** `namesWidth` is 0 where the names of the lanes stand elsewhere, `stripHeight` where there is no strip. */
  resize(size: CanvasSize, namesWidth: number, stripHeight: number): void {
    [this.size, this.namesWidth, this.stripHeight] = [size, namesWidth, stripHeight];
    const { width, height, ratio } = size;
    const { texts, axis, names, body, overlay, strip, stripNames } = this.drawn;
    texts?.reset(size);
    axis.resize(width, AXIS_HEIGHT, ratio);
    names.resize(namesWidth, height, ratio);
    body.resize(width, height, ratio);
    overlay.resize(width, height, ratio);
    strip.resize(width, stripHeight, ratio);
    stripNames.resize(namesWidth, stripHeight, ratio);
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    const { texts, ...layers } = this.drawn;
    texts?.reset(this.size);
    for (const layer of Object.values(layers)) layer.setPalette(palette);
  }

  /** Takes a new picture; `same` says that it is a larger or other part of the same one. */
  setPicture({ body: patches, covers, slidingNames }: Picture, same: boolean): void {
    this.drawn.body.setContent({ patches, covers, slidingNames }, same);
  }

  /** Shows the surface from a place on. */
  show(picture: Picture | null, marks: Marks, left: number, top: number): void {
    const { axis, names, body, overlay, strip, stripNames } = this.drawn;
    body.show(left, top);
    names.show(picture?.names ?? nothing, 0, top, marks.heads);
    axis.show(picture?.axis ?? nothing, left, 0);
    overlay.show(marks, left, top);
    if (this.stripHeight === 0) return;
    const shown = this.strips.of(picture, marks.strip);
    strip.show(shown.strip, left, 0);
    stripNames.show(shown.stripNames, 0, 0);
  }

  private made(): Drawn {
    const { elements, palette } = this;
    const settings = settingsOf(this.backing);
    const texts = this.backing === "processor" ? new KeptTexts(settings) : null;
    return {
      texts,
      axis: new FrozenCanvas(elements.axis, palette, texts, settings),
      names: new FrozenCanvas(elements.names, palette, texts, settings),
      body: new ScrollingCanvas(elements.body, palette, texts, settings),
      overlay: new Overlay(elements.overlay, palette, texts, settings),
      strip: new FrozenCanvas(elements.strip, palette, texts, settings),
      stripNames: new FrozenCanvas(elements.stripNames, palette, texts, settings),
    };
  }
}

const nothing: readonly never[] = [];
